/**
 * What SERVICE reaches and what it does not, over real connections to loopback.
 */
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { ServiceClient, type ServiceOptions } from '../../../src/query/service/client.ts'
import { iri } from '../../../src/rdf/terms.ts'
import { freePort } from '../../support/ports.ts'
import { answers, bytesAt, type Endpoint, endpoint, json, results, xml } from './endpoint.ts'

const query = 'SELECT * WHERE { ?x ?p "é & =" }'
const never = new AbortController().signal
const row = results([{ x: { type: 'uri', value: 'x:a' } }])

const good = await endpoint(answers(row))
const canary = await endpoint(answers(row))

const ask = (url: string, options: Partial<ServiceOptions> = {}, signal = never) =>
  new ServiceClient({ allow: [url], timeoutMs: 500, ...options }).select(url, query, signal)
const askFrom = (allow: readonly string[], url: string, options: Partial<ServiceOptions> = {}) =>
  new ServiceClient({ allow, timeoutMs: 500, ...options }).select(url, query, never)

const upstreamFailed = expect.objectContaining({ code: 'upstream-failed' })
const queryRefused = expect.objectContaining({ code: 'query-refused' })

test('an endpoint on the list answers', async () => {
  const { variables, rows } = await ask(good.url)
  expect(variables).toEqual(['x'])
  expect(rows).toEqual([new Map([['x', iri('x:a')]])])
  const { request, query: sent } = good.asked.at(-1)!
  expect(sent).toBe(query)
  expect(request.method).toBe('POST')
  expect(Object.keys(request.headers).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'content-length',
    'content-type',
    'host',
    'user-agent',
  ])
  expect(request.headers).toMatchObject({
    accept: `${json}, ${xml}`,
    'accept-encoding': 'identity',
    'content-type': 'application/x-www-form-urlencoded',
    host: `127.0.0.1:${good.port}`,
  })
})

test('XML is understood, and so is a charset that says UTF-8', async () => {
  const document =
    '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results>' +
    '<result><binding name="x"><uri>x:a</uri></binding></result></results></sparql>'
  const { url } = await endpoint(answers(document, { 'content-type': `${xml}; charset="UTF-8"` }))
  expect((await ask(url)).rows).toEqual([new Map([['x', iri('x:a')]])])
})

test('every spelling of an address that the list has is that address', async () => {
  const spelled = `http://2130706433:${good.port}/sparql`
  expect((await askFrom([good.url], spelled)).rows).toHaveLength(1)
})

describe('what is not allowed is refused before anything is connected to', () => {
  afterEach(() => expect(canary.connections()).toBe(0))
  const { port } = canary

  test.each([
    ['no list', [], canary.url],
    ['another port', [good.url], canary.url],
    ['another path', [`http://127.0.0.1:${port}/other`], canary.url],
    ['a longer path', [`http://127.0.0.1:${port}/`], canary.url],
    ['a query beside', [canary.url], `${canary.url}?x=1`],
    ['a fragment', [canary.url], `${canary.url}#x`],
    ['a user', [canary.url], canary.url.replace('//', '//user:password@')],
    ['another scheme', [canary.url], canary.url.replace('http', 'https')],
    ['a name for an address', [canary.url], canary.url.replace('127.0.0.1', 'localhost')],
    ['an IPv6 form of it', [canary.url], canary.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
    ['no web address', ['file:///etc/passwd'], 'file:///etc/hostname'],
    ['no address', [canary.url], 'nonsense'],
  ])('%s', async (_, allow, url) => {
    await expect(askFrom(allow, url)).rejects.toEqual(queryRefused)
  })

  test.each(['localhost', 'LOCALHOST'])('%s, though on the list', async (name) => {
    await expect(ask(new URL(canary.url.replace('127.0.0.1', name)).href)).rejects.toEqual(queryRefused)
  })

  test('a name that leads to loopback, or partly there, or there the second time', async () => {
    const url = `http://name.example:${port}/sparql`
    let times = 0
    const loopback = { address: '127.0.0.1', family: 4 }
    // A public address that is never connected to: the look-up refuses the name as a whole.
    const mixed = [{ address: '198.41.0.4', family: 4 }, loopback]
    await expect(ask(url, { lookup: (_h, _o, done) => done(null, [loopback]) })).rejects.toEqual(queryRefused)
    await expect(ask(url, { lookup: (_h, _o, done) => done(null, mixed) })).rejects.toEqual(queryRefused)
    await expect(
      ask(url, {
        lookup: (_h, _o, done) => {
          times++
          done(null, mixed)
        },
      }),
    ).rejects.toEqual(queryRefused)
    expect(times).toBe(1)
  })

  test('a redirect to another port, to a name, or to what is no web address', async () => {
    const targets = [canary.url, `http://localhost:${port}/sparql`, 'file:///etc/passwd', '//localhost/', 'data:,x']
    for (const status of [301, 302, 307, 308]) {
      for (const location of targets) {
        const { url } = await endpoint((_, response) => response.writeHead(status, { location }).end())
        await expect(ask(url)).rejects.toEqual(queryRefused)
      }
    }
  })

  test('a redirect to a name on the list that leads to loopback', async () => {
    const named = `http://localhost:${port}/sparql`
    const { url } = await endpoint((_, response) => response.writeHead(307, { location: named }).end())
    await expect(askFrom([url, named], url)).rejects.toEqual(queryRefused)
  })
})

describe('redirects', () => {
  test('are followed to what is on the list, with the query', async () => {
    const from = await endpoint((_, response) => response.writeHead(308, { location: good.url }).end())
    expect((await askFrom([from.url, good.url], from.url)).rows).toHaveLength(1)
    expect(good.asked.at(-1)).toMatchObject({ query, request: { method: 'POST' } })
  })

  test('in circles, to nowhere, or to ask something else are failures', async () => {
    const circle: Endpoint = await endpoint((_, response) => response.writeHead(307, { location: '/sparql' }).end())
    await expect(ask(circle.url)).rejects.toEqual(upstreamFailed)
    expect(circle.asked).toHaveLength(4)
    const nowhere = await endpoint((_, response) => response.writeHead(302).end())
    await expect(ask(nowhere.url)).rejects.toEqual(upstreamFailed)
    const other = await endpoint((_, response) => response.writeHead(303, { location: good.url }).end())
    await expect(askFrom([other.url, good.url], other.url)).rejects.toEqual(upstreamFailed)
  })
})

describe('what a service does wrong is its failure, within the time', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))

  test.each<[string, RequestListener]>([
    ['a status of its own', (_, response) => response.writeHead(500).end(row)],
    ['no content', (_, response) => response.writeHead(204).end()],
    ['another type', answers('<html>', { 'content-type': 'text/html' })],
    ['no type', answers(row, { 'content-type': '' })],
    ['another charset', answers(row, { 'content-type': `${json}; charset=utf-16` })],
    ['a compressed answer', answers(bomb, { 'content-encoding': 'gzip' })],
    ['compression twice', answers(bomb, { 'content-encoding': 'identity, gzip' })],
    ['no document', answers('')],
    ['half a document', answers(row.slice(0, -3))],
  ])('%s', async (_, answer) => {
    const { url } = await endpoint(answer)
    await expect(ask(url)).rejects.toEqual(upstreamFailed)
  })

  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${json}\r\n`
  test.each([
    ['fewer bytes than promised', `${head}content-length: ${row.length + 9}\r\n\r\n${row}`],
    ['a chunk that breaks off', `${head}transfer-encoding: chunked\r\n\r\nfff\r\n${row}`],
    ['no last chunk', `${head}transfer-encoding: chunked\r\n\r\n${row.length.toString(16)}\r\n${row}\r\n`],
    ['half a document in the old way', `HTTP/1.0 200 OK\r\ncontent-type: ${json}\r\n\r\n${row.slice(0, -3)}`],
    ['both lengths', `${head}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['headers without end', `${head}x: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['nothing', ''],
  ])('%s', async (_, bytes) => {
    const url = await bytesAt((socket) => socket.end(bytes))
    await expect(ask(url)).rejects.toEqual(upstreamFailed)
  })

  test('nobody there', async () => {
    await expect(ask(`http://127.0.0.1:${await freePort()}/sparql`)).rejects.toEqual(upstreamFailed)
  })

  test('a certificate that is none', async () => {
    const url = good.url.replace('http:', 'https:')
    await expect(ask(url)).rejects.toEqual(upstreamFailed)
  })

  test.each([
    ['silence', '', ''],
    ['one byte at a time', `${head}content-length: 1000000\r\n\r\n`, ' '],
    ['interim answers for ever', '', 'HTTP/1.1 102 Processing\r\n\r\n'],
    ['a header for ever', head, 'x: y\r\n'],
  ])('%s ends with the time', async (_, first, again) => {
    const url = await bytesAt((socket) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(again), 20)
      socket.once('close', () => clearInterval(timer))
    })
    const started = performance.now()
    await expect(ask(url)).rejects.toEqual(upstreamFailed)
    expect(performance.now() - started).toBeLessThan(1500)
  })

  test('an answer without end is cut at the limit, and the connection with it', async () => {
    let sent = 0
    let closed: () => void
    const done = new Promise<void>((resolve) => (closed = resolve))
    const { url } = await endpoint((_, response) => {
      response.writeHead(200, { 'content-type': json })
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536))) sent += 65_536
      }
      response.on('drain', more).once('close', closed)
      more()
    })
    await expect(ask(url, { maxBytes: 1024 * 1024, timeoutMs: 5000 })).rejects.toMatchObject({
      message: expect.stringContaining('more than 1048576 bytes'),
    })
    await done
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })
})

describe('the signal', () => {
  test('ends a call wherever it is, with its own reason', async () => {
    const silent = await bytesAt(() => {})
    const reason = new Error('the query is over')
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 50)
    await expect(ask(silent, { timeoutMs: 5000 }, controller.signal)).rejects.toBe(reason)
    await expect(ask(good.url, {}, controller.signal)).rejects.toBe(reason)
  })

  test('ends a look-up that takes long', async () => {
    const reason = new Error('the query is over')
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 50)
    const options = { lookup: () => {}, timeoutMs: 5000 }
    await expect(ask('http://name.example/sparql', options, controller.signal)).rejects.toBe(reason)
  })
})
