/**
 * Each killer alone, and its twin: what will not end is ended in time, and what is small is answered rightly.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, askTwin, expected, meet } from '../../killers/client.ts'
import { killers } from '../../killers/corpus.ts'
import { isAtRest, type Served, serve } from '../../killers/server.ts'
import { type Canary, startCanary } from '../../support/canary.ts'

const deadlineMs = 1000
/** Two servers of one worker and a spare each, so that two killers run at once and none pays for another. */
let servers: Served[] = []
let canary: Canary
const free: Served[] = []
const waiting: ((server: Served) => void)[] = []

beforeAll(async () => {
  canary = await startCanary()
  servers = await Promise.all([1, 2].map(() => serve({ QUERY_TIMEOUT_MS: String(deadlineMs), QUERY_WORKERS: '1' })))
  await Promise.all(servers.map(whole))
  free.push(...servers)
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  canary.close()
})

/** Lends a server that nobody else uses meanwhile. */
async function withServer(work: (server: Served) => Promise<void>): Promise<void> {
  const server = free.pop() ?? (await new Promise<Served>((resolve) => waiting.push(resolve)))
  try {
    await work(server)
  } finally {
    const next = waiting.shift()
    if (next) next(server)
    else free.push(server)
  }
}

/** Waits until the worker and the spare are there and at rest. */
async function whole({ child }: Served): Promise<void> {
  for (let tries = 0; tries < 60; tries++) if (await isAtRest(child.pid!, 2)) return
  throw new Error('The pool did not become whole.')
}

test('there are fifty killers and more, each with a name of its own', () => {
  expect(killers.length).toBeGreaterThanOrEqual(50)
  expect(new Set(killers.map(({ name }) => name)).size).toBe(killers.length)
})

const each = killers.map((killer) => [killer.name, killer] as const)

describe.concurrent('the twin of', () => {
  test.each(each)('%s is answered', (_, { twin }) =>
    withServer(async (server) => {
      expect(await askTwin(twin, { port: server.port, from: '127.0.0.2' })).toEqual(expected(twin))
    }),
  )
})

describe.concurrent('alone', () => {
  test.each(each)('%s ends in time', (_, killer) =>
    withServer(async (server) => {
      await whole(server)
      const { port } = server
      const { outcome, ms } = await meet(killer, { port, from: '127.0.0.2', deadlineMs, canaryAt: canary.address })
      const asked = performance.now()
      const question = 'SELECT ?o { <id/lille#address> <http://schema.org/addressCountry> ?o }'
      const { status, body } = await ask(question, { port, from: '127.0.0.3', accept: 'text/csv' })
      expect([status, body.trim().split(/\s+/)]).toEqual([200, ['o', 'FR']])
      expect(performance.now() - asked).toBeLessThan(deadlineMs)
      expect(server.child.exitCode).toBeNull()
      expect(killer.expect).toContain(outcome)
      expect(ms).toBeLessThan(deadlineMs + 200)
    }),
  )
})

test('and none of them has reached a listener beside the server', () => expect(canary.knocks()).toBe(0))
