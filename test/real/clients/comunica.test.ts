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
    expect(await client.ask('ASK { <id/mutualab> ?property ?value }')).toBe(true)
    // What the server logs may come after what it answers.
    const asking = () => server.requests.slice(before).filter((request) => decodeURIComponent(request).includes('ASK'))
    await vi.waitUntil(() => asking().length > 0, 5000)
    expect(server.requests[before]).toBe('GET /sparql')
    expect(asking()).toHaveLength(1)
  })

  testPromises(
    () => server,
    () => client,
    everyQuery,
  )
})
