/**
 * An engine of others that fails, in each way that one can: what a client is told, that nothing half looks whole, and that
 * all is well as soon as the engine is.
 */
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer as createEngine, type Server as Engine, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type Server } from '../../src/server.ts'
import { config } from '../support/dataset.ts'
import { answer } from '../support/engine-of-others.ts'

type Behaviour = (response: ServerResponse, document: string) => void

const json = { 'content-type': 'application/sparql-results+json' }
const well: Behaviour = (response, document) => response.writeHead(200, json).end(document)
let behaviour = well
/** What it was asked. */
const sent: string[] = []
let engine: Engine
let server: Server
let origin: string
let thing = 0

/** Each time a page that nobody has read yet. */
const unread = [
  'mutualab',
  'la-coroutine',
  'chtijs',
  'au-panier-ruse',
  'communecter',
  'catalyst',
  'adav',
  'lille-makers',
]
const all = 'SELECT * { ?s ?p ?o }'
const sparql = (query: string) => `/sparql?query=${encodeURIComponent(query)}`

beforeAll(async () => {
  engine = createEngine(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query')!
    sent.push(query)
    const document = answer(query)
    // The register is what the server looks at by itself.
    if (query.includes('hasCurrentVersion')) well(response, document)
    else behaviour(response, document)
  })
  engine.listen(0, '127.0.0.1')
  await once(engine, 'listening')
  const { port } = engine.address() as AddressInfo
  server = await createServer({
    ...config,
    sparqlEndpoint: `http://127.0.0.1:${port}/ds/sparql`,
    releasesDir: await mkdtemp(join(tmpdir(), 'commons-graph-faults-')),
    queryTimeoutMs: 2000,
  })
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  engine.closeAllConnections()
  engine.close()
})

const half = (document: string) => document.slice(0, document.length / 2)

const failures: readonly (readonly [how: string, behaviour: Behaviour, status: number, code: string])[] = [
  ['says nothing', () => {}, 503, 'query-timeout'],
  ['breaks off before it answers', (response) => response.destroy(), 502, 'upstream-failed'],
  ['answers garbage', (response) => response.writeHead(200, json).end('\u0000\ufffd%PDF-1.7'), 502, 'upstream-failed'],
  ['answers another document', (response) => response.writeHead(200, json).end('{"head":{}}'), 502, 'upstream-failed'],
  [
    'answers bytes that are no UTF-8',
    (response) => response.writeHead(200, json).end(Buffer.from([0x7b, 0xff, 0x7d])),
    502,
    'upstream-failed',
  ],
  [
    'cuts its answer',
    (response, document) => response.writeHead(200, json).end(half(document)),
    502,
    'upstream-failed',
  ],
  [
    'promises more than it gives',
    (response, document) => {
      response.writeHead(200, { ...json, 'content-length': document.length * 2 }).write(half(document))
      response.destroy()
    },
    502,
    'upstream-failed',
  ],
  [
    'answers HTML',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
    502,
    'upstream-failed',
  ],
  [
    'fails',
    (response) => response.writeHead(500).end('java.lang.NullPointerException at secret.Place'),
    502,
    'upstream-failed',
  ],
  ['refuses', (response) => response.writeHead(400).end('Lexical error'), 502, 'upstream-failed'],
  ['asks for a password', (response) => response.writeHead(401).end(), 502, 'upstream-failed'],
  [
    'leads elsewhere',
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    502,
    'upstream-failed',
  ],
  ['is busy', (response) => response.writeHead(503).end(), 503, 'overloaded'],
  ['gives up as Fuseki does', (response) => response.writeHead(503).end('Query timed out'), 503, 'query-timeout'],
  [
    'gives a part as Virtuoso does',
    (response, document) => response.writeHead(200, { ...json, 'x-sql-state': 'S1TAT' }).end(document),
    502,
    'upstream-failed',
  ],
  [
    'answers in a coding of its own',
    (response, document) => response.writeHead(200, { ...json, 'content-encoding': 'br' }).end(document),
    502,
    'upstream-failed',
  ],
]

describe.each(failures)('an engine that %s', (_, failing, status, code) => {
  const page = `/page/${unread[thing++ % unread.length]}`
  test.each([
    'ASK { ?s ?p ?o }',
    'SELECT * { ?s ?p ?o } LIMIT 2',
    'CONSTRUCT WHERE { ?s ?p ?o } LIMIT 20',
    'DESCRIBE <id/mutualab>',
  ])('to %s', async (query) => {
    behaviour = failing
    const failed = await fetch(origin + sparql(query))
    expect([failed.status, failed.headers.get('content-type')?.split(';')[0]]).toEqual([
      status,
      'application/problem+json',
    ])
    const problem = (await failed.json()) as { code: string }
    expect(problem.code).toBe(code)
    expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|secret|Lexical|undefined|null/)
    if (code === 'overloaded') expect(failed.headers.get('retry-after')).toBe('5')
    behaviour = well
    expect((await fetch(origin + sparql(query))).status).toBe(200)
  })

  test('for a page', async () => {
    const fresh = `/data/${page.slice('/page/'.length)}.ttl`
    behaviour = failing
    const known = (await Promise.all([page, fresh].map((path) => fetch(origin + path)))).map(({ status }) => status)
    // What was read before is still there.
    for (const each of known) expect([200, status]).toContain(each)
    behaviour = well
    expect((await fetch(origin + page)).status).toBe(200)
    expect((await fetch(origin + fresh)).status).toBe(200)
  })
})

test('a thing that nobody has read yet is told of as failed, not as nothing', async () => {
  behaviour = (response) => response.destroy()
  const failed = await fetch(`${origin}/page/never-read-before`, { headers: { accept: 'text/html' } })
  expect(failed.status).toBe(502)
  expect(await failed.text()).toContain('engine')
  behaviour = well
  expect((await fetch(`${origin}/page/never-read-before`)).status).toBe(404)
})

test('an answer that has begun and breaks off is broken off, in every format', async () => {
  const types = [
    'application/sparql-results+json',
    'application/sparql-results+xml',
    'text/csv',
    'text/tab-separated-values',
  ]
  for (const accept of types) {
    behaviour = (response, document) => {
      response.writeHead(200, json).write(document.slice(0, document.length - 1000))
      setTimeout(() => response.destroy(), 300)
    }
    const begun = await fetch(origin + sparql(all), { headers: { accept } })
    expect(begun.status).toBe(200)
    await expect(begun.text()).rejects.toThrow()
    behaviour = well
    expect((await (await fetch(origin + sparql(all), { headers: { accept } })).text()).length).toBeGreaterThan(100_000)
  }
})

test.each([
  ['is still there', false],
  ['is away then', true],
])(
  'a kept connection that is reset in the middle of a result, by an engine that %s, ends nothing else',
  async (_, isAway) => {
    const { port } = engine.address() as AddressInfo
    expect((await fetch(origin + sparql('ASK { ?s ?p ?o }'))).status).toBe(200)
    behaviour = (response, document) => {
      response.writeHead(200, json).write(half(document))
      setTimeout(() => {
        if (isAway) engine.close()
        response.socket!.resetAndDestroy()
        if (isAway) engine.closeAllConnections()
      }, 200)
    }
    const variable = isAway ? '?away' : '?reset'
    const begun = await fetch(origin + sparql(`SELECT * { ?s ?p ${variable} }`))
    await expect(begun.text()).rejects.toThrow()
    // Asked again, it would be for nobody.
    await pause(500)
    expect(sent.filter((query) => query.includes(variable))).toHaveLength(1)
    if (isAway) {
      engine.listen(port, '127.0.0.1')
      await once(engine, 'listening')
    }
    behaviour = well
    expect((await fetch(origin + sparql('ASK { ?s ?p ?o }'))).status).toBe(200)
  },
)

test('who asks for much and does not read it holds up the others no longer than to the deadline', async () => {
  const row = `{"s":{"type":"literal","value":"${'x'.repeat(1000)}"}}`
  behaviour = (response) => {
    response.writeHead(200, json).write(`{"head":{"vars":["s"]},"results":{"bindings":[${row}`)
    const more = () => {
      while (!response.destroyed && response.write(`,${row}`));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  }
  const { port } = new URL(origin)
  // As many as the engine is asked at once.
  const silent = Array.from({ length: 2 * config.queryWorkers }, (_, index) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: `127.0.0.${index + 2}` })
    socket.on('error', () => {}).pause()
    socket.write(`GET ${sparql('SELECT ?s { ?s ?p ?much }')} HTTP/1.1\r\nHost: x\r\n\r\n`)
    return socket
  })
  await pause(500)
  behaviour = well
  await pause(5000)
  expect((await fetch(origin + sparql('ASK { ?s ?p ?o }'))).status).toBe(200)
  // They are told, too: what they find when they read on is broken off.
  const broken = silent.map((socket) => once(socket.resume(), 'close').catch(({ code }) => code))
  expect(await Promise.all(broken)).toEqual(silent.map(() => 'ECONNRESET'))
})

test('one that is slow to its first byte is waited for', async () => {
  behaviour = (response, document) => void setTimeout(() => well(response, document), 700)
  expect((await fetch(`${origin + sparql('ASK { ?s ?p ?o }')}&x=1`)).status).toBe(200)
  behaviour = well
})

test('one that goes on for ever is stopped at the deadline', async () => {
  behaviour = (response, document) => {
    response.writeHead(200, json).write(document.slice(0, document.length - 1000))
    const timer = setInterval(() => response.write(' '), 50)
    response.once('close', () => clearInterval(timer))
  }
  const begun = await fetch(origin + sparql(all))
  await expect(begun.text()).rejects.toThrow()
  behaviour = well
})

test('the work of who has gone is ended at the engine', async () => {
  const closed = Promise.withResolvers<void>()
  behaviour = (response) => void response.once('close', closed.resolve)
  const gone = new AbortController()
  const asked = fetch(`${origin + sparql('SELECT * { ?a ?b ?c }')}`, { signal: gone.signal })
  setTimeout(() => gone.abort(), 200)
  await expect(asked).rejects.toThrow()
  await closed.promise
  behaviour = well
})

test('an engine that has died is told of, and found again', async () => {
  const { port } = engine.address() as AddressInfo
  engine.closeAllConnections()
  await new Promise((done) => engine.close(done))
  const failed = await fetch(origin + sparql('ASK { ?s ?p ?o }'))
  expect([failed.status, ((await failed.json()) as { code: string }).code]).toEqual([502, 'upstream-failed'])
  expect((await fetch(`${origin}/health`)).status).toBe(200)
  engine.listen(port, '127.0.0.1')
  await once(engine, 'listening')
  expect((await fetch(origin + sparql('ASK { ?s ?p ?o }'))).status).toBe(200)
})

test.each([
  ['nothing is there', 'http://127.0.0.1:1/ds/sparql', 'cannot be reached'],
  ['it has no release', undefined, 'npm run load'],
])('a start where %s says so', async (_, endpoint, said) => {
  const empty = createEngine((_, response) =>
    response.writeHead(200, json).end('{"head":{"vars":["name","date"]},"results":{"bindings":[]}}'),
  )
  empty.listen(0, '127.0.0.1')
  await once(empty, 'listening')
  const sparqlEndpoint = endpoint ?? `http://127.0.0.1:${(empty.address() as AddressInfo).port}/sparql`
  await expect(createServer({ ...config, sparqlEndpoint })).rejects.toThrow(said)
  empty.closeAllConnections()
  empty.close()
})
