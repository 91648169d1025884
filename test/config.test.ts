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
