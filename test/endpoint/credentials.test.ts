/**
 * What engines ask for before they let somebody in, and what they are answered.
 */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { challengeIn } from '../../src/endpoint/challenge.ts'
import { Credentials } from '../../src/endpoint/credentials.ts'

const login = { user: 'Mufasa', password: 'Circle of Life' }

function answer(challenge: string, method: string, target: string) {
  const header = new Credentials(challengeIn(challenge)!, login).header(method, target)!
  return (name: string) => new RegExp(`\\b${name}="?([^",]*)"?`).exec(header)?.[1]
}

// RFC 7616 §3.9.1
test.each([
  ['MD5', 'md5'],
  ['SHA-256', 'sha256'],
])('Digest with %s', (algorithm, name) => {
  const nonce = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v'
  const challenge = `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${nonce}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`
  const field = answer(challenge, 'GET', '/dir/index.html')
  const hash = (text: string) => createHash(name).update(text).digest('hex')
  const a1 = hash('Mufasa:http-auth@example.org:Circle of Life')
  const a2 = hash('GET:/dir/index.html')
  expect(field('nc')).toBe('00000001')
  expect(field('opaque')).toBe('FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS')
  expect(field('response')).toBe(hash(`${a1}:${nonce}:00000001:${field('cnonce')}:auth:${a2}`))
})

test('a nonce is used again and again', () => {
  const credentials = new Credentials(challengeIn('Digest realm="r", nonce="n", qop="auth"')!, login)
  expect(credentials.header('POST', '/a')).toContain('nc=00000001')
  expect(credentials.header('POST', '/a')).toContain('nc=00000002')
})

test('Basic, whatever is in a password', () => {
  const credentials = new Credentials(challengeIn('Basic realm="a, b=\\"c\\""')!, { user: 'me', password: 'a:b "é' })
  expect(credentials.header('GET', '/')).toBe(`Basic ${Buffer.from('me:a:b "é').toString('base64')}`)
})

test('of several challenges the surest, and none that nobody knows', () => {
  expect(challengeIn('Basic realm="x", Digest realm="y", nonce="z"')?.scheme).toBe('digest')
  expect(challengeIn('Negotiate YIIB==, Basic realm="x"')?.scheme).toBe('basic')
  expect(challengeIn('Negotiate YIIB==')).toBeUndefined()
  expect(challengeIn('')).toBeUndefined()
  const unknown = new Credentials(challengeIn('Digest realm="y", nonce="z", algorithm=SHA-3')!, login)
  expect(unknown.header('GET', '/')).toBeUndefined()
})
