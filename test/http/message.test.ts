/**
 * Hosts, expectations, tunnels and upgrades, over a socket: what clients of HTTP do not let one send.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { app, listen } from '../support/app.ts'

const port = await listen()

/** The bytes that answer these bytes, to the end of the connection. */
async function exchange(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  return readText(socket)
}

/** Status, media type and code of the problem that answers these lines. */
async function problem(...lines: string[]): Promise<readonly unknown[]> {
  const answer = await exchange(`${lines.join('\r\n')}\r\n\r\n`)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const { status, code } = JSON.parse(body) as { status: number; code: string }
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  return [status, /^content-type: ([^;\r]*)/im.exec(head)?.[1], code]
}

const invalid = [400, 'application/problem+json', 'parameter-invalid']
const health = 'GET /health HTTP/1.1'

describe('Host (RFC 9112 §3.2)', () => {
  test('is required in HTTP/1.1 and not in HTTP/1.0', async () => {
    expect(await problem(health)).toEqual(invalid)
    expect(await exchange('GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
  })

  test('stands there once', async () => {
    expect(await problem(health, 'host: a', 'host: a')).toEqual(invalid)
    expect(await problem('GET /health HTTP/1.0', 'host: a', 'Host: b')).toEqual(invalid)
  })

  test.each(['a b', 'user@a', 'http://a/', 'a/b', 'a:b', 'a:1:2', '[a]', '[::1', '[::1%25lo]', 'a%', '"a"', 'é'])(
    '%s is none',
    async (host) => expect(await problem(health, `host: ${host}`)).toEqual(invalid),
  )

  test.each([
    '',
    'a',
    'A.example.',
    'a:',
    'a:80',
    '127.0.0.1:3000',
    '[::1]',
    '[::ffff:1.2.3.4]:80',
    '[v1.a:b]',
    'a%20b',
  ])('%s is one', async (host) => {
    expect(await exchange(`${health}\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /)
  })
})

test('an absolute address is taken by its path (RFC 9112 §3.2.2)', async () => {
  const answer = await exchange('GET http://a.example/health?x HTTP/1.1\r\nhost: b\r\nconnection: close\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
})

test('expectations other than 100-continue fail (RFC 9110 §10.1.1)', async () => {
  const failed = [417, 'application/problem+json', 'expectation-failed']
  expect(await problem(health, 'host: a', 'expect: foo', 'connection: close')).toEqual(failed)
  const both = await exchange(`${health}\r\nhost: a\r\nexpect: 100-continue, foo\r\nconnection: close\r\n\r\n`)
  expect(both).toMatch(/^HTTP\/1.1 417 .*"code":"expectation-failed"/ms)
  const query = 'POST /sparql HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/sparql-query\r\n'
  const answer = await exchange(`${query}expect: 100-Continue\r\ncontent-length: 6\r\n\r\nASK {}`)
  expect(answer).toMatch(/^HTTP\/1.1 100 .*\r\n\r\nHTTP\/1.1 200 /s)
})

test('CONNECT is answered, and the connection closed, whether or not the client closes it', async () => {
  expect(await problem('CONNECT a.example:443 HTTP/1.1', 'host: a.example:443')).toEqual([
    405,
    'application/problem+json',
    'method-not-allowed',
  ])
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true })
  socket.write('CONNECT a.example:443 HTTP/1.1\r\nhost: a.example:443\r\n\r\nmore')
  socket.on('error', () => {})
  expect(await readText(socket)).toMatch(/^HTTP\/1.1 405 .*\r\nallow: \r\n/s)
  const connections = () => new Promise((resolve) => app.server.getConnections((_, count) => resolve(count)))
  await expect.poll(connections, { timeout: 5000 }).toBe(0)
})

test('Upgrade is answered as if it were not there (RFC 9110 §7.8)', async () => {
  for (const protocol of ['websocket', 'h2c', 'foo/2']) {
    const upgrade = `host: a\r\nconnection: upgrade, close\r\nupgrade: ${protocol}\r\n`
    expect(await exchange(`${health}\r\n${upgrade}\r\n`)).toMatch(/^HTTP\/1.1 200 /)
    const query = `POST /sparql HTTP/1.1\r\n${upgrade}content-type: application/sparql-query\r\n`
    expect(await exchange(`${query}content-length: 6\r\n\r\nASK {}`)).toMatch(/^HTTP\/1.1 200 .*true/s)
  }
})
