/**
 * `fetch-sparql-endpoint`, the client of the Comunica family, in every way that it sends queries.
 */
import type * as RDF from '@rdfjs/types'
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, toJsonTerm, toTriples } from './client.ts'
import { everyQuery, tellingQueries, testPromises } from './promises.ts'
import { type RunningServer, startServer } from './server.ts'

type Terms = Readonly<Record<string, RDF.Term>>

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describe.each([
  { way: 'as it is', options: {}, queries: everyQuery },
  { way: 'by GET', options: { method: 'GET' as const }, queries: tellingQueries },
  { way: 'by POST', options: { method: 'POST' as const }, queries: tellingQueries },
])('fetch-sparql-endpoint $way', ({ options, queries }) => {
  const fetcher = new SparqlEndpointFetcher(options)
  const client: Client = {
    async select(query) {
      const solutions = (await fetcher.fetchBindings(server.endpoint, query)) as unknown as AsyncIterable<Terms>
      return Array.fromAsync(solutions, (terms) =>
        Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, toJsonTerm(term)])),
      )
    },
    ask: (query) => fetcher.fetchAsk(server.endpoint, query),
    graph: async (query) => toTriples(await Array.fromAsync(await fetcher.fetchTriples(server.endpoint, query))),
  }
  testPromises(
    () => server,
    () => client,
    queries,
  )

  test('a fault reaches the client as one', async () => {
    const faulty = fetcher.fetchBindings(server.endpoint, 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }')
    await expect(faulty).rejects.toThrow(/403/)
  })
})
