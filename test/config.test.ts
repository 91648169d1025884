import { describe, expect, test } from 'vitest'
import { createConfig } from '../src/config.ts'

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
    ['query.example/sparql', 'query.example/sparql must be an absolute http or https address'],
    ['https://a.example/ file:///etc/passwd', 'file:///etc/passwd must be an absolute http or https address'],
    ['https://user:secret@a.example/', 'an endpoint has no user, no password and no #'],
    ['https://a.example/#x', 'an endpoint has no user, no password and no #'],
  ])('%s is wrong, together with all else that is', (text, reason) => {
    expect(() => createConfig({ SERVICE_ALLOW: text, PORT: 'x' })).toThrow(/^PORT=x: .*\nSERVICE_ALLOW=/)
    expect(() => createConfig({ SERVICE_ALLOW: text })).toThrow(reason)
  })

  test.each(['https://user:secret@a.example/', 'ftp://user:se/c@ret@a.example/, x', 'https://secret@a.example/ y'])(
    'what is wrong with %s is told without what is secret in it',
    (text) => {
      for (const name of ['SERVICE_ALLOW', 'PUBLIC_URL'] as const) {
        let message = ''
        try {
          createConfig({ [name]: text })
        } catch (error) {
          ;({ message } = error as Error)
        }
        expect(message).toContain('//…@a.example/')
        expect(message).not.toMatch(/se.*c.*ret/)
      }
    },
  )
})
