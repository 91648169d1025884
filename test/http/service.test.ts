/**
 * SERVICE (SPARQL 1.1 Federated Query) at the endpoint: what is on the list is asked, and nothing else is.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer as createListener, type Server as Listener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type Server } from '../../src/server.ts'
import { config } from '../support/dataset.ts'

const asked: string[] = []
let knocks = 0
let folder: string
let other: Listener
let canary: Listener
let server: Server
let allowed: string

type Reply = readonly [status: number, body: string] | 'never ends'

/** Answers any query with two towns, and `/broken` with half a document. */
function listen(answer: (path: string, query: string) => Reply): Promise<Listener> {
  const listener = createListener(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const reply = answer(request.url!, new URLSearchParams(body).get('query') ?? body)
    const type = { 'content-type': 'application/sparql-results+json' }
    if (reply !== 'never ends') return response.writeHead(reply[0], type).end(reply[1])
    // White space is JSON so far; without a length nothing tells that it has been cut.
    response.writeHead(200, { ...type, connection: 'close' })
    const timer = setInterval(() => response.write(' '), 50)
    return response.once('close', () => clearInterval(timer))
  })
  return new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(listener)))
}

const portOf = (listener: Listener) => (listener.address() as AddressInfo).port
const towns = {
  head: { vars: ['town', 'people'] },
  results: {
    bindings: [
      {
        town: { type: 'uri', value: 'https://commons.example/id/lille' },
        people: { type: 'literal', value: '236710', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
      },
      {
        town: { type: 'uri', value: 'http://x.example/elsewhere' },
        people: { type: 'literal', value: '1', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
      },
    ],
  },
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-service-'))
  other = await listen((path, query) => {
    if (path === '/slow') return 'never ends'
    asked.push(query)
    if (path === '/broken') return [200, '{"head":']
    return path === '/failing' ? [500, ''] : [200, JSON.stringify(towns)]
  })
  canary = await listen(() => {
    knocks++
    return [200, JSON.stringify(towns)]
  })
  allowed = `http://127.0.0.1:${portOf(other)}`
  const serviceAllow = ['sparql', 'broken', 'failing', 'slow'].map((path) => `${allowed}/${path}`)
  server = await createServer({ ...config, releasesDir: folder, serviceAllow, queryTimeoutMs: 3000 })
})
afterAll(async () => {
  await server.close()
  other.close()
  canary.close()
  await rm(folder, { recursive: true, force: true })
})

async function ask(query: string) {
  const answer = await server.app.inject({
    url: `/sparql?query=${encodeURIComponent(query)}`,
    headers: { accept: 'text/csv' },
  })
  return { status: answer.statusCode, body: answer.body, headers: answer.headers }
}

async function codeOf(query: string) {
  const { status, body } = await ask(query)
  return [status, JSON.parse(body).code]
}

describe('SERVICE', () => {
  test('joins what an endpoint on the list answers', async () => {
    const query = `PREFIX x: <http://x.example/>
      SELECT ?town ?people ?country {
        ?town <http://schema.org/address>/<http://schema.org/addressCountry> ?country .
        SERVICE <${allowed}/sparql> { ?town x:people ?people FILTER(?people > 0) }
      }`
    const { status, body, headers } = await ask(query)
    expect([status, body]).toEqual([200, 'town,people,country\r\nhttps://commons.example/id/lille,236710,FR\r\n'])
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store'])
    // The prologue goes along; without it the prefix would mean nothing there.
    expect(asked.at(-1)).toContain('PREFIX x: <http://x.example/>')
    // And what is bound here, so that not every town is asked for.
    expect(asked.at(-1)).toContain('(<https://commons.example/id/lille>)')
    expect(asked.at(-1)).toContain('} { ?town x:people ?people FILTER(?people > 0) } }')
  })

  test('is what the service description says of an endpoint that may ask others', async () => {
    const { body } = await server.app.inject({ url: '/sparql', headers: { accept: 'application/n-triples' } })
    expect(body).toContain('service-description#feature> <http://www.w3.org/ns/sparql-service-description#BasicFed')
  })

  test('asks the endpoint that a variable names', async () => {
    const query = `SELECT ?people {
      VALUES ?endpoint { <${allowed}/sparql> } SERVICE ?endpoint { ?town <http://x.example/people> ?people } } ORDER BY ?people`
    expect(await ask(query)).toMatchObject({ status: 200, body: 'people\r\n1\r\n236710\r\n' })
  })

  test('asks once, however often the answer is needed', async () => {
    const before = asked.length
    await ask(
      `SELECT * { VALUES ?x { 1 2 3 4 5 } SERVICE <${allowed}/sparql> { ?town <http://x.example/people> ?people } }`,
    )
    expect(asked.length - before).toBe(1)
  })

  test.each([
    [
      'an endpoint that is not on the list',
      () => `SELECT * { SERVICE <http://127.0.0.1:${portOf(canary)}/sparql> { ?s ?p ?o } }`,
    ],
    ['another path of one that is', () => `SELECT * { SERVICE <${allowed}/other> { ?s ?p ?o } }`],
    [
      'SILENT, which hides a failure and no refusal',
      () => `SELECT * { SERVICE SILENT <http://127.0.0.1:${portOf(canary)}/> { ?s ?p ?o } }`,
    ],
    [
      'a variable that names one',
      () => `SELECT * { VALUES ?e { <http://127.0.0.1:${portOf(canary)}/> } SERVICE ?e { ?s ?p ?o } }`,
    ],
    [
      'a variable that one of its values leads astray',
      () =>
        `SELECT * { VALUES ?e { <${allowed}/sparql> <http://127.0.0.1:${portOf(canary)}/> } SERVICE ?e { ?s ?p ?o } }`,
    ],
    ['a variable that nothing binds', () => 'SELECT * { SERVICE ?e { ?s ?p ?o } }'],
    [
      'one in an OPTIONAL',
      () => `SELECT * { OPTIONAL { SERVICE <http://localhost:${portOf(canary)}/> { ?s ?p ?o } } }`,
    ],
    ['one in EXISTS', () => `ASK { FILTER EXISTS { SERVICE <http://[::1]:${portOf(canary)}/> { ?s ?p ?o } } }`],
    ['a file', () => 'SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }'],
    ['what is no address', () => 'SELECT * { SERVICE <urn:x:y> { ?s ?p ?o } }'],
  ])('refuses %s, and nobody is reached', async (_, query) => {
    expect(await codeOf(query())).toEqual([403, 'query-refused'])
    expect(knocks).toBe(0)
  })

  test('refuses at once, also while others hold every worker of the long lane', async () => {
    const long = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i || ?c != ?g || ?b != ?f) }'
    const held = Array.from({ length: config.queryWorkers }, () => codeOf(long))
    await pause(500)
    const started = performance.now()
    expect(await codeOf('SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }')).toEqual([403, 'query-refused'])
    expect(performance.now() - started).toBeLessThan(1000)
    await Promise.all(held)
  })

  test.each(['broken', 'failing'])('an endpoint that is %s fails the query, unless it is SILENT', async (path) => {
    expect(await codeOf(`SELECT * { SERVICE <${allowed}/${path}> { ?s ?p ?o } }`)).toEqual([502, 'upstream-failed'])
    const silent = `SELECT ?x { VALUES ?x { 1 } SERVICE SILENT <${allowed}/${path}> { ?s ?p ?o } }`
    expect(await ask(silent)).toMatchObject({ status: 200, body: 'x\r\n1\r\n' })
  })

  test.each(['', 'SILENT '])('%sis ended by the deadline, which is no answer', async (silent) => {
    const query = `ASK { FILTER NOT EXISTS { SERVICE ${silent}<${allowed}/slow> { ?s ?p ?o } FILTER(BOUND(?s)) } }`
    expect(await codeOf(query)).toEqual([503, 'query-timeout'])
  })
})
