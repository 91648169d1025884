/**
 * What is said otherwise where the data lies in an engine of others, that may order rows anew and keeps values, not texts.
 */
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer as createEngine, type Server as Engine } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { publishFiles } from '../../src/release/from-files.ts'
import { createServer, type Server } from '../../src/server.ts'
import { config } from '../support/dataset.ts'
import { answer } from '../support/engine-of-others.ts'
import { described } from '../support/release.ts'

/** The release that is there, and another with the same data. */
const first = described.version.name
const next = first.replace(/.{4}$/, 'ffff')
let isSwitched = false
let engine: Engine
let overEngine: typeof config
let server: Server

beforeAll(async () => {
  engine = createEngine(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query')!
    const document = answer(query.replaceAll(next, first)).replaceAll('"Mutualab"', '"MUTUALAB"')
    // How many triples there are: in the other release more than one answer can hold.
    const larger = document.replaceAll(/"\d+"(?=,"datatype":"[^"]*#integer")/g, '"100001"')
    response
      .writeHead(200, { 'content-type': 'application/sparql-results+json' })
      .end(isSwitched ? larger.replaceAll(first, next) : document)
  })
  engine.listen(0, '127.0.0.1')
  await once(engine, 'listening')
  const { port } = engine.address() as AddressInfo
  overEngine = {
    ...config,
    sparqlEndpoint: `http://127.0.0.1:${port}/ds/sparql`,
    releasesDir: await mkdtemp(join(tmpdir(), 'commons-graph-over-engine-')),
  }
  server = await createServer(overEngine)
})
afterAll(async () => {
  await server.close()
  engine.closeAllConnections()
  engine.close()
})

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })
const query = `/sparql?query=${encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 3')}`

describe('the entity tag', () => {
  test.each([query, `${query}&lang=fr`, '/queries/who-runs-what.csv', '/queries/who-runs-what'])(
    'of %s is weak, and enough not to send it again',
    async (url) => {
      const first = await get(url, { 'accept-encoding': 'gzip', accept: '*/*' })
      expect([first.statusCode, first.headers.etag]).toEqual([200, expect.stringMatching(/^W\/"[\w-]{27}"$/)])
      const again = await get(url, { 'if-none-match': String(first.headers.etag), accept: '*/*' })
      expect([again.statusCode, again.headers.etag]).toEqual([304, first.headers.etag])
      // Two that are weak are never the same bytes (RFC 9110 §8.8.3.2).
      expect((await get(url, { 'if-match': String(first.headers.etag) })).statusCode).toBe(412)
      expect((await get(url, { 'if-none-match': '"another"' })).statusCode).toBe(200)
    },
  )

  test.each(['/queries/who-runs-what.rq', '/data/mutualab.ttl', '/page/mutualab', '/graphs?default'])(
    'of %s is strong: that comes in one order',
    async (url) => {
      expect((await get(url)).headers.etag).toMatch(/^"/)
    },
  )
})

test.each(['latest', 'current'])('of files that cannot be made, %s says so', async (which) => {
  const version = which === 'latest' ? which : String((await get('/health')).headers['dataset-version'])
  for (const url of [`/dumps/${version}/`, `/dumps/${version}/commons.nq`]) {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(body).toContain('which is served, could not be made')
  }
  expect((await get('/dumps/1999-01-01-0/')).body).toContain('There is no release 1999-01-01-0')
})

test('files that were made where the data are, are served', async () => {
  const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-made-elsewhere-'))
  const { version } = await publishFiles({ ...config, releasesDir })
  const other = await createServer({ ...overEngine, releasesDir })
  const { statusCode, headers, body } = await other.app.inject('/dumps/latest/commons.nq')
  expect([statusCode, headers['dataset-version']]).toEqual([200, version.name])
  expect(body).toContain('"Mutualab"')
  await other.close()
})

test('after a switch everything is of the other release, its files too', async () => {
  isSwitched = true
  await vi.waitUntil(async () => (await get('/health')).headers['dataset-version'] === next, { timeout: 20_000 })
  for (const url of ['/dumps/latest/', `/dumps/${next}/`, '/dumps/latest/commons.nq'])
    expect((await get(url)).json()).toMatchObject({
      detail: expect.stringContaining(`release ${next}, which is served`),
    })
  expect((await get('/dumps/1999-01-01-0/')).json().detail).toContain(`the current one is ${next}`)
  expect((await get('/openapi.json')).json().info.version).toBe(next)
})

test.each(['/graphs?default', `/graphs?graph=${config.baseIri}graph/links`, '/graph/links.ttl'])(
  'of a graph that is too large for one answer, %s says so and what to do',
  async (url) => {
    const { statusCode, body } = await get(url)
    expect([statusCode, JSON.parse(body)]).toEqual([
      503,
      expect.objectContaining({
        code: 'query-too-large',
        detail: expect.stringMatching(/100001 triples.*\/dumps\/latest\//),
      }),
    ])
  },
)
