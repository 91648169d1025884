/**
 * What the log of a real server says of requests, and what it does not.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get as inject } from '../support/app.ts'
import { root } from '../support/dataset.ts'
import { freePort } from '../support/ports.ts'

const canary = 'Canary4711'
/** A client's address that stands nowhere else. */
const address = '127.0.47.11'
const given = '0123456789abcdef0123456789abcdef'

interface Line {
  readonly requestId?: string
  readonly method?: string
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly bytes?: number
  readonly version?: string
}

const releases = await mkdtemp(join(tmpdir(), 'commons-graph-log-'))
const port = await freePort()
let log = ''
const ids: string[] = []

const headers = {
  'user-agent': canary,
  referer: `http://${canary}.example/`,
  cookie: `session=${canary}`,
  authorization: `Bearer ${canary}`,
  'accept-language': `fr-${canary}`,
  'x-forwarded-for': '203.0.113.47',
  [canary]: canary,
}

function send(method: string, path: string, more: Record<string, string> = {}, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, localAddress: address, method, path, headers: { ...headers, ...more } },
      (response) => {
        ids.push(String(response.headers['x-request-id']))
        response.resume().once('end', () => resolve(response.statusCode!))
      },
    )
    sent.once('error', reject).end(body)
  })
}

beforeAll(async () => {
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
    env: { ...process.env, PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'trace', TRUST_PROXY: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  child.stderr.on('data', (chunk) => (log += chunk))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      log += chunk
      if (log.includes('is ready')) resolve()
    })
  })
  await Promise.all([
    send('GET', '/health'),
    send('GET', `/search?q=${canary}`),
    send('GET', `/data/${canary}`),
    send('GET', `/${canary}`),
    send('GET', `/near?lat=50.6296&lon=3.0614&from=${canary}`),
    send('GET', `/page/mutualab?lang=${canary}`),
    send('GET', `/data/%${canary}`),
    send('GET', `/sparql?query=${canary}`),
    send(
      'GET',
      `/sparql?query=${encodeURIComponent(`SELECT * { <urn:${canary}> ?p ?o FILTER(REGEX(?o, "${canary}(")) }`)}`,
    ),
    send('POST', '/sparql', { 'content-type': 'application/sparql-query' }, `SELECT * { ?${canary} ?p "${canary}" }`),
    send('POST', '/sparql', { 'content-type': 'application/json' }, `{"${canary}`),
    send(
      'POST',
      '/reconcile',
      { 'content-type': 'application/x-www-form-urlencoded' },
      `queries={"q0":{"query":"${canary}"}}`,
    ),
    send('GET', '/health', { 'dataset-version': canary }),
    send('GET', '/health', { expect: canary }),
    send('PUT', `/${canary}`, {}, canary),
    send('GET', '/health', { 'x-request-id': given }),
    send('GET', '/health', { 'x-request-id': canary }),
  ])
  // What is no HTTP, and one that goes before its answer.
  const broken = connect(port, '127.0.0.1')
  broken.end(`${canary} nothing\r\n\r\n`)
  await once(broken.resume(), 'close')
  const query = encodeURIComponent(`SELECT * { ?${canary} ?b ?c . ?d ?e ?f }`)
  const going = request({ host: '127.0.0.1', port, path: `/sparql?query=${query}`, headers })
  going.once('error', () => {}).end()
  going.once('response', (response) => response.destroy())
  await once(going, 'close')
  child.kill('SIGTERM')
  await ended
})
afterAll(() => rm(releases, { recursive: true, force: true }))

describe('the log', () => {
  const lines = () =>
    log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)

  test('has nothing that a client sent, nor where it is', () => {
    expect(log).toContain('"route":"/near"')
    expect(log).not.toMatch(new RegExp(canary, 'i'))
    expect(log).not.toContain(address)
    expect(log).not.toMatch(/203\.0\.113|50\.6296|3\.0614/)
  })

  test('has a line for each answer, with the name that the answer has', () => {
    const answered = new Map(lines().flatMap((line) => (line.requestId ? [[line.requestId, line]] : [])))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) {
      expect(answered.get(id)).toMatchObject({
        method: expect.stringMatching(/^[A-Z]+$/),
        status: expect.any(Number),
        ms: expect.any(Number),
        bytes: expect.any(Number),
        version: expect.stringMatching(/^\d{4}-\d\d-\d\d-[0-9a-f]{64}$/),
      })
    }
    expect(Math.min(...ids.map((id) => answered.get(id)!.bytes!))).toBeGreaterThan(100)
    expect(ids).toContain(given)
  })

  test('tells the route, not the address', () => {
    const routes = new Set(lines().map(({ route }) => route))
    expect(routes).toContain('/data/:slug')
    expect(routes).toContain('/search')
  })
})

test('a problem names its request; a proxy that is not trusted does not', async () => {
  const { headers, body } = await inject('/nothing-here', undefined, { 'x-request-id': given })
  expect(headers['x-request-id']).not.toBe(given)
  expect(JSON.parse(body).instance).toBe(`urn:uuid:${headers['x-request-id']}`)
})
