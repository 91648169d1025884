/**
 * The pool of query workers: what does not end is ended, and nothing else suffers for it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Writable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClientGone } from '../../src/errors.ts'
import { Budget } from '../../src/query/budget.ts'
import type { QueryRequest } from '../../src/query/engine.ts'
import { PooledEngine, type PoolOptions } from '../../src/query/pool/engine.ts'
import { parseQuery } from '../../src/query/syntax.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { writeSnapshot } from '../../src/store/snapshot/file.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'

const timeoutMs = 1500
let folder: string
let engine: PooledEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-pool-'))
  await writeSnapshot(buildSnapshot(dataset.quads), join(folder, 'snapshot'))
  engine = await start({})
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

function start(options: Partial<PoolOptions>): Promise<PooledEngine> {
  return PooledEngine.start({
    worker: {
      snapshot: join(folder, 'snapshot'),
      contextUrl: `${baseIri}ontology/context.jsonld`,
      contextFile: join(config.ontologyDir, 'context.jsonld'),
      memoryMb: 256,
      codeCache: join(folder, 'code'),
      serviceAllow: [],
    },
    workers: 2,
    queue: 16,
    timeoutMs,
    budget: new Budget(0),
    maxBytes: 32 * 1024 * 1024,
    ...options,
  })
}

const never = new AbortController().signal

async function ask(text: string, client = '127.0.0.1', signal = never, pool = engine): Promise<string> {
  const query = parseQuery(text, baseIri)
  const mediaType = query.form === 'CONSTRUCT' ? 'application/n-triples' : 'application/sparql-results+json'
  const { body } = await pool.execute({ query, mediaType, client, arrived: performance.now() }, signal)
  return Buffer.isBuffer(body) ? body.toString() : readText(body)
}

/** What a worker answers, which comes as a stream. */
async function streamed(request: QueryRequest, signal: AbortSignal, pool = engine): Promise<Readable> {
  return (await pool.execute(request, signal)).body as Readable
}

const ordinary = 'SELECT ?o { <id/mutualab> a ?o } ORDER BY ?o'
const counting = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i || ?c != ?g || ?b != ?f) }'

describe('the pool', () => {
  test('answers', async () => {
    expect(JSON.parse(await ask(ordinary)).results.bindings).toHaveLength(2)
  })

  test.each([
    ['a product that is counted', counting],
    ['an unbounded path', 'SELECT (COUNT(*) AS ?n) { ?s (<x:a>|!<x:a>)* ?o }'],
    ['a catastrophic pattern', `ASK { FILTER(regex("${'a'.repeat(40)}!", "(a+)+$")) }`],
    ['a product that is sorted', 'SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f'],
  ])('ends %s within its deadline, or answers it', async (_, query) => {
    const started = performance.now()
    const failure = await ask(query, '127.0.0.2').then(
      () => undefined,
      (error) => error,
    )
    expect(performance.now() - started).toBeLessThan(timeoutMs + 200)
    if (failure) expect(['query-timeout', 'query-too-large']).toContain(failure.code)
  })

  test('ordinary queries of others are answered while one client holds what it may', async () => {
    await pause(3000)
    const killers = Array.from({ length: 4 }, () => ask(counting, '127.0.0.2').catch(({ code }) => code))
    await pause(50)
    const times: number[] = []
    for (let count = 0; count < 40; count++) {
      const started = performance.now()
      expect(JSON.parse(await ask(ordinary)).results.bindings).toHaveLength(2)
      times.push(performance.now() - started)
    }
    expect(times.sort((a, b) => a - b)[20]).toBeLessThan(250)
    expect(new Set(await Promise.all(killers))).toEqual(new Set(['query-timeout']))
  })

  test('a client that goes away ends its query', async () => {
    const controller = new AbortController()
    const asked = ask(counting, '127.0.0.3', controller.signal)
    setTimeout(() => controller.abort(), 100)
    const started = performance.now()
    await expect(asked).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(600)
  })

  test('a client that goes away in the middle of the answer leaves a stream that is closed, not broken', async () => {
    const controller = new AbortController()
    const query = parseQuery('SELECT * { ?a ?b ?c . ?d ?e ?f }', baseIri)
    const request = { query, mediaType: 'text/csv', client: '127.0.0.3', arrived: performance.now() }
    const body = await streamed(request, controller.signal)
    controller.abort()
    const nowhere = new Writable({ write: (_bytes, _encoding, done) => done() })
    await expect(pipeline(body, nowhere)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  })

  test('what fails after the first bytes breaks the stream, and never looks whole', async () => {
    await pause(2000)
    const query = parseQuery('SELECT * { ?a ?b ?c . ?d ?e ?f }', baseIri)
    const request = { query, mediaType: 'text/csv', client: '127.0.0.4', arrived: performance.now() }
    const body = await streamed(request, never)
    await expect(readText(body)).rejects.toMatchObject({ code: expect.stringMatching(/query-(timeout|too-large)/) })
  })

  test('a full queue is told at once', async () => {
    const full = await start({ workers: 1, queue: 1, timeoutMs: 3000 })
    const asked = [1, 2, 3].map(() =>
      ask(counting, '127.0.0.5', never, full).catch(({ code, detail }) => [code, detail.retryAfter]),
    )
    expect(await asked[2]).toEqual(['overloaded', 2])
    await full.close()
    await Promise.allSettled(asked)
  })

  test('a budget that is used up is told with the time to come again', async () => {
    const strict = await start({ budget: new Budget(1), timeoutMs: 6000 })
    expect(await ask(counting, '127.0.0.6', never, strict).catch(({ code }) => code)).toBe('query-timeout')
    const refused = await ask(ordinary, '127.0.0.6', never, strict).catch((error) => error)
    expect(refused).toMatchObject({ code: 'too-many-requests' })
    expect(refused.detail.retryAfter).toBeGreaterThan(0)
    await pause(2000)
    expect(JSON.parse(await ask(ordinary, '127.0.0.7', never, strict)).results.bindings).toHaveLength(2)
    await strict.close()
  })

  test('a query that is ended before its time is charged what it has computed', async () => {
    const strict = await start({ budget: new Budget(1), timeoutMs: 6000 })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 5000)
    await expect(ask(counting, '127.0.0.11', controller.signal, strict)).rejects.toThrow(ClientGone)
    await expect(ask(ordinary, '127.0.0.11', never, strict)).rejects.toMatchObject({ code: 'too-many-requests' })
    await strict.close()
  })

  test('reading a query is paid for, and not done for who has used up the budget', async () => {
    const strict = await start({ budget: new Budget(1) })
    const dataset = { defaultGraphs: [], namedGraphs: [] }
    const read =
      (text: string, client = '127.0.0.8') =>
      () =>
        strict.parse({ text, baseIri, dataset, client })
    const long = `SELECT * { ${'FILTER(?a = ?b) '.repeat(4000)} }`
    expect(read('SELECT')).toThrow(expect.objectContaining({ code: 'query-malformed' }))
    for (let count = 0; count < 2000; count++) {
      try {
        read(long)()
      } catch {
        break
      }
    }
    expect(read('SELECT')).toThrow(expect.objectContaining({ code: 'too-many-requests' }))
    expect(read('SELECT', '127.0.0.9')).toThrow(expect.objectContaining({ code: 'query-malformed' }))
    await strict.close()
  })

  test('waiting for a slow reader costs nothing', async () => {
    const strict = await start({ budget: new Budget(1), timeoutMs: 10_000 })
    const query = parseQuery('SELECT * { ?a ?b ?c . ?d ?e ?f }', baseIri)
    const client = '127.0.0.10'
    const arrived = performance.now()
    const body = await streamed({ query, mediaType: 'text/csv', client, arrived }, never, strict)
    await pause(2500)
    body.destroy()
    await pause(100)
    expect(JSON.parse(await ask(ordinary, client, never, strict)).results.bindings).toHaveLength(2)
    await strict.close()
  })

  test('the pool is whole again', async () => {
    await pause(3000)
    const both = await Promise.all([ask(ordinary, 'a'), ask(ordinary, 'b')])
    expect(new Set(both).size).toBe(1)
  })
})
