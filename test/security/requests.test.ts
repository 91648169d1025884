/**
 * What comes in: rows 1 to 5, 11, 12, 14, 15 and 19 of the list in `README.md`.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { listen } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'
import { app, get, hostile } from './addresses.ts'

let knocks = 0
const canary = createServer((_, response) => response.end('{"@context":{}}')).on('connection', () => knocks++)
await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
const inside = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`
const port = await listen()
afterAll(() => void canary.close())

/** The bytes that answer these bytes, to the end of the connection. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  socket.write(bytes)
  return readText(socket)
}

/** Milliseconds of the fastest of five: what a busy machine adds, it does not add to each. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < 5; count++) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}

const rdfTypes = [
  'application/ld+json',
  'application/rdf+xml',
  'text/turtle',
  'application/trig',
  'application/n-quads',
]
const routes = [
  '/',
  '/data/mutualab',
  '/id/mutualab',
  '/sparql',
  '/graphs?default',
  '/search?q=x',
  '/ontology',
  '/queries',
]

describe('1, 3, 4, 5: no request brings a graph', () => {
  const documents: Record<string, string> = {
    'application/ld+json': JSON.stringify({ '@context': [inside, { '@import': inside }], '@id': inside }),
    'application/rdf+xml': `<!DOCTYPE a [<!ENTITY e SYSTEM "${inside}">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&e;</rdf:RDF>`,
  }

  test.each(rdfTypes)('%s is read nowhere, by no method', async (type) => {
    for (const url of routes) {
      for (const method of ['POST', 'PUT', 'PATCH', 'QUERY'] as const) {
        const payload = documents[type] ?? `<a> <b> <${inside}> .`
        const { statusCode } = await app.inject({
          method: method as 'POST',
          url,
          headers: { 'content-type': type },
          payload,
        })
        expect([404, 405, 415]).toContain(statusCode)
      }
    }
    expect(knocks).toBe(0)
  })

  test('a context that is not ours is not fetched, wherever a document names it', async () => {
    const jsonLd = new JsonLd(`${baseIri}ontology/context.jsonld`, { '@context': {} })
    for (const document of [
      { '@context': inside },
      { '@context': [{}, inside] },
      { '@context': { '@import': inside } },
      { '@context': { p: { '@id': 'x:p', '@context': inside } }, p: { a: 1 } },
      { 'x:p': [{ '@context': inside, '@value': 1 }] },
    ]) {
      await jsonLd.compact(document).catch(() => {})
    }
    expect(knocks).toBe(0)
  })

  test('a graph of blank nodes that a query makes is written without being canonicalised', async () => {
    const nodes = Array.from({ length: 12 }, (_, index) => `_:b${index}`)
    const triples = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => `${from} <x:p> ${to} .`))
    const query = encodeURIComponent(`CONSTRUCT { ${triples.join(' ')} } WHERE {}`)
    for (const type of rdfTypes) expect((await get(`/sparql?query=${query}`, type)).statusCode).toBe(200)
  })
})

describe('11: text of a request is never part of a query', () => {
  test.each([
    '" } UNION { ?s ?p ?o } #',
    '} ; DROP ALL #',
    '<http://x.example/> ?p ?o . ?s ?q ?r',
    '\\" . ?s ?p ?o #',
    hostile,
  ])('%s', async (text) => {
    const encoded = encodeURIComponent(text)
    expect((await get(`/search?q=${encoded}`)).statusCode).toBe(200)
    for (const path of ['id', 'data', 'page', 'source', 'scheme', 'graph', 'queries']) {
      expect((await get(`/${path}/${encoded}`)).statusCode).toBe(404)
    }
  })
})

describe('12: headers and texts that are slow to read are read all the same', () => {
  const long = 15_000
  const shapes: readonly (readonly [string, string])[] = [
    ['spaces', ' '.repeat(long)],
    ['commas', ','.repeat(long)],
    ['commas and spaces', ' ,'.repeat(long / 2)],
    ['semicolons', ';'.repeat(long)],
    ['a parameter without end', `text/turtle${';q=0'.repeat(long / 4)}`],
    ['ranges', 'a/b,'.repeat(long / 4)],
    ['quotes', '"'.repeat(long)],
    ['tags', `${'"a",'.repeat(long / 4)}"b`],
    ['spaces between', `x${' '.repeat(long)}x`],
    ['weak tags', 'W/"'.repeat(long / 3)],
    ['hyphens', 'a-'.repeat(long / 2)],
    ['tabs', `x${'\t '.repeat(long / 2)}x`],
  ]

  test.each(shapes)('%s', async (_, text) => {
    const requests = [
      ...['accept', 'accept-language', 'accept-encoding', 'if-none-match', 'x-forwarded-for', 'origin'].map((name) => ({
        url: '/data/mutualab',
        headers: { [name]: text },
      })),
      ...['', '; charset='].map((before) => ({
        method: 'POST' as const,
        url: '/sparql',
        headers: { 'content-type': `application/sparql-query${before}${text}` },
        payload: 'ASK {}',
      })),
    ]
    for (const request of requests) {
      const took = await fastest(async () => expect((await app.inject(request)).statusCode).toBeLessThan(500))
      expect(took, Object.keys(request.headers)[0]).toBeLessThan(100)
    }
  })

  const many = 60_000
  test.each([
    ['angle brackets', '<'.repeat(many)],
    ['quotes', `"${'\\"'.repeat(many / 2)}`],
    ['long quotes', `"""${'" '.repeat(many / 2)}`],
    ['comments', '#'.repeat(many)],
    ['spaces', ' '.repeat(many)],
    ['prefixes', 'a:'.repeat(many / 2)],
    ['digits', '1'.repeat(many)],
    ['dots', `a:${'.'.repeat(many - 10)}`],
    ['escapes', '\\u0041'.repeat(many / 6)],
    ['percent signs', `x:${'%4'.repeat(many / 2 - 10)}`],
    ['at signs', `"x"${'@a-'.repeat(many / 3 - 10)}`],
    ['carets', '^'.repeat(many)],
  ])('a query of %s', async (_, text) => {
    for (const payload of [text, `SELECT * { ?s ?p ${text}`]) {
      const headers = { 'content-type': 'application/sparql-query' }
      const post = { method: 'POST', url: '/sparql', headers, payload } as const
      expect(await fastest(async () => expect([400, 413]).toContain((await app.inject(post)).statusCode))).toBeLessThan(
        150,
      )
    }
  })
})

describe('14: requests too large or too slow', () => {
  test('a body over the limit is refused before it has come', async () => {
    const head = 'POST /sparql HTTP/1.1\r\nhost: x\r\ncontent-type: application/sparql-query\r\n'
    expect(await exchange(`${head}content-length: 1000000000\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /)
    const chunks = `${'10000\r\n'}${'x'.repeat(0x10000)}\r\n`.repeat(8)
    expect(await exchange(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n${chunks}`)).toMatch(
      /^HTTP\/1.1 413 /,
    )
  })

  test('what is too long to be read has the code for it', async () => {
    expect(await exchange(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)).toContain(
      '"code":"payload-too-large"',
    )
  })

  test.each([
    ['an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    ['headers too long', `GET / HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(5000)}\r\n`, 431],
    ['two lengths', 'POST /sparql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    [
      'a length and chunks',
      'POST /sparql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['a chunk that lies', 'POST /sparql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a header on two lines', 'GET / HTTP/1.1\r\nhost: x\r\na: b\r\n c: d\r\n\r\n', 400],
    ['no HTTP', '\x16\x03\x01\x02\x00', 400],
  ])('%s', async (_, bytes, status) => {
    expect(await exchange(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  test('a request that never ends is ended', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
    const drip = setInterval(() => socket.write('a: b\r\n'), 500)
    expect(await readText(socket)).toMatch(/^HTTP\/1.1 408 .*"code":"request-timeout"/s)
    clearInterval(drip)
    expect(app.server.requestTimeout).toBe(30_000)
  }, 60_000)
})

test('15: a body in a coding is refused before it is unpacked', async () => {
  for (const coding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x']) {
    const headers = { 'content-type': 'application/sparql-query', 'content-encoding': coding }
    expect((await app.inject({ method: 'POST', url: '/sparql', headers, payload: 'ASK {}' })).statusCode).toBe(415)
  }
})

describe('19: no address leads out of what is served', () => {
  const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '..%252f', '.%00./', '%c0%ae%c0%ae/', '....//', '/']
  const targets = ['package.json', 'etc/passwd', 'src/main.ts']

  test.each(up)('%s', async (step) => {
    for (const folder of [
      '/',
      '/dumps/latest/',
      '/dumps/',
      '/queries/',
      '/ontology/',
      '/source/',
      '/data/',
      '/style.css/',
    ]) {
      for (const target of targets) {
        // Written to the socket: clients resolve dots before they send.
        const answer = await exchange(
          `GET ${folder}${step.repeat(4)}${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
        )
        expect(answer).toMatch(/^HTTP\/1.1 (400|404|308) /)
        expect(answer).not.toMatch(/root:|"scripts"|import /)
      }
    }
  })
})
