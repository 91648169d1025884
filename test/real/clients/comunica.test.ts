/**
 * Comunica over one endpoint: told that it is one, and finding it out from the service description.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { comunica } from './comunica.ts'
import { everyQuery, tellingQueries, testPromises } from './promises.ts'
import { type RunningServer, startServer } from './server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describe('Comunica, told that the source is an endpoint', () => {
  const client = comunica(() => [{ type: 'sparql', value: server.endpoint }])
  testPromises(
    () => server,
    () => client,
    tellingQueries,
  )
})

describe('Comunica, given an address', () => {
  const client = comunica(() => [server.endpoint])

  test('learns from the service description that it can send the whole query', async () => {
    const before = server.requests.length
    // In parts it would be several requests.
    expect(await client.ask('ASK { <id/mutualab> ?property ?value ; a ?class }')).toBe(true)
    // What the server logs may come after what it answers.
    await vi.waitUntil(() => server.requests.length >= before + 2, 5000)
    expect(server.requests.slice(before)).toEqual(['GET /sparql', 'GET /sparql'])
  })

  testPromises(
    () => server,
    () => client,
    everyQuery,
  )
})
