import { describe, expect, test } from 'vitest'
import { createConfig, settingNames } from '../src/config.ts'

const addresses = [
  'https://user:secret@a.example/',
  'user:secret@a.example',
  'ftp://secret@a.example/',
  'https://a.example/,https://user:secret@b.example/#x',
  'https://a.example/ //user:secret@b.example/',
  'http:/user:secret@a.example:x/',
  'https://user:se@cret@a.example/?x=y@z',
  'https://user:se/cret@a.example/',
  'https://user:secret with, a space@a.example/',
]
test.each(addresses)('no message shows who has access to %s', (text) => {
  for (const name of settingNames) {
    const shown = (() => {
      try {
        createConfig({ [name]: text })
        return ''
      } catch (error) {
        return (error as Error).message
      }
    })()
    expect(shown, name).not.toMatch(/secret|cret@/)
  }
})

describe('PROCESSES', () => {
  test('is one, and several share the workers', () => {
    const { processes, queryWorkers } = createConfig({})
    expect(processes).toBe(1)
    expect(createConfig({ PROCESSES: '2' }).queryWorkers).toBe(Math.ceil(queryWorkers / 2))
    expect(createConfig({ PROCESSES: '64' }).queryWorkers).toBeGreaterThan(0)
    expect(createConfig({ PROCESSES: '4', QUERY_WORKERS: '3' }).queryWorkers).toBe(3)
  })

  test.each(['0', '65', 'all'])('is not %s', (text) => {
    expect(() => createConfig({ PROCESSES: text })).toThrow(`PROCESSES=${text}: must be a whole number from 1 to 64`)
  })
})

describe('SERVICE_ALLOW', () => {
  test('names nothing unless it is set', () => {
    expect(createConfig({}).serviceAllow).toEqual([])
    expect(createConfig({ SERVICE_ALLOW: ' , ' }).serviceAllow).toEqual([])
  })

  test('takes addresses between commas and spaces, as URLs are written', () => {
    const settings = { SERVICE_ALLOW: 'https://Query.Example/sparql, http://0x7f.1:3030/ds?a=b\nhttp://[::1]:1/' }
    expect(createConfig(settings).serviceAllow).toEqual([
      'https://query.example/sparql',
      'http://127.0.0.1:3030/ds?a=b',
      'http://[::1]:1/',
    ])
  })

  test.each([
    ['query.example/sparql', 'endpoint 1 must be an absolute http or https address'],
    ['https://a.example/ file:///etc/passwd', 'endpoint 2 must be an absolute http or https address'],
    ['https://user:secret@a.example/', 'an endpoint has no user, no password and no #'],
    ['https://a.example/#x', 'an endpoint has no user, no password and no #'],
  ])('%s is wrong, together with all else that is', (text, reason) => {
    expect(() => createConfig({ SERVICE_ALLOW: text, PORT: 'x' })).toThrow(/^PORT=x: .*\nSERVICE_ALLOW=/)
    expect(() => createConfig({ SERVICE_ALLOW: text })).toThrow(reason)
  })
})

describe('TILE_URL', () => {
  test('is OpenStreetMap unless it is set, with what it is owed', () => {
    const { tileUrl, tileAttribution } = createConfig({})
    expect(tileUrl).toBe('https://tile.openstreetmap.org/{z}/{x}/{y}.png')
    expect(tileAttribution).toContain('href="https://www.openstreetmap.org/copyright"')
  })

  test('takes a template of one host, with a key if it needs one', () => {
    const settings = { TILE_URL: 'https://tiles.example:8443/{z}/{y}/{x}?key=abc', TILE_ATTRIBUTION: '© Us' }
    expect(createConfig(settings)).toMatchObject({ tileUrl: settings.TILE_URL, tileAttribution: '© Us' })
  })

  test.each([
    ['/tiles/{z}/{x}/{y}.png', 'an absolute http or https address'],
    ['ftp://tiles.example/{z}/{x}/{y}.png', 'an absolute http or https address'],
    ['https://a.example;script-src/{z}/{x}/{y}.png', 'an absolute http or https address'],
    ['https://{s}.tiles.example/{z}/{x}/{y}.png', 'an absolute http or https address'],
    ['https://user:secret@tiles.example/{z}/{x}/{y}.png', 'no user and no password'],
    ['https://tiles.example/{z}/{x}.png', '{z}, {x} and {y} in it once each'],
    ['https://tiles.example/{z}/{x}/{y}{r}.png', 'nothing else in braces'],
  ])('%s is wrong', (text, reason) => {
    expect(() => createConfig({ TILE_URL: text })).toThrow(reason)
  })
})

describe('ISSUE_FORM_URL', () => {
  test('is none unless it is set, and kept as it is', () => {
    expect(createConfig({}).issueFormUrl).toBe('')
    const address = 'https://git.example/commons/issues/new?title={title}&body={body}'
    expect(createConfig({ ISSUE_FORM_URL: address }).issueFormUrl).toBe(address)
  })

  test.each([
    ['git.example/new?body={body}', 'must be an absolute http or https address'],
    ['javascript:alert("{body}")', 'must be an absolute http or https address'],
    ['https://user:secret@git.example/new?body={body}', 'has no user and no password'],
    ['https://git.example/new', 'must have {body}'],
  ])('%s is wrong', (address, reason) => {
    expect(() => createConfig({ ISSUE_FORM_URL: address })).toThrow(reason)
  })
})

test('an engine of others: its addresses have no userinfo, and no password is shown', () => {
  const config = createConfig({
    SPARQL_ENDPOINT: 'http://127.0.0.1:3030/ds/sparql',
    SPARQL_USER: 'commons',
    SPARQL_PASSWORD: 'gro:cery',
  })
  expect(config).toMatchObject({ sparqlEndpoint: 'http://127.0.0.1:3030/ds/sparql', sparqlPassword: 'gro:cery' })
  expect(createConfig({}).sparqlEndpoint).toBe('')
  const faults = (settings: Parameters<typeof createConfig>[0]) => {
    try {
      createConfig(settings)
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }
  const message = faults({
    SPARQL_ENDPOINT: 'http://me:secret@127.0.0.1/sparql',
    SPARQL_GRAPH_STORE: 'ftp://127.0.0.1/',
    SPARQL_USER: 'a:b',
    SPARQL_PASSWORD: 'secret\n',
  })
  expect(message.split('\n').map((line) => line.split('=')[0])).toEqual([
    'SPARQL_ENDPOINT',
    'SPARQL_GRAPH_STORE',
    'SPARQL_USER',
    'SPARQL_PASSWORD',
  ])
  expect(message).not.toContain('secret')
  expect(faults({ SPARQL_PASSWORD: 'secret' })).toBe('SPARQL_PASSWORD=…: whose password is it? Set SPARQL_USER too')
})
