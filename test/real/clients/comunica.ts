/**
 * Comunica's query engine over sources of its own kinds, as a client.
 */
import { QueryEngine } from '@comunica/query-sparql'
import { baseIri } from '../../support/dataset.ts'
import { type Client, toJsonTerm, toTriples } from './client.ts'

/** An endpoint or document by its address, an endpoint by its type, or a document by its text. */
export type Source =
  | string
  | { readonly type: 'sparql'; readonly value: string }
  | { readonly type: 'serialized'; readonly value: string; readonly mediaType: string; readonly baseIRI: string }

/** @param sources asked when the client is: servers have their addresses only then */
export function comunica(sources: () => Source[]): Client {
  const engine = new QueryEngine()
  // A document has the union of its graphs as its default graph, as our endpoints have.
  const context = () => ({ sources: sources() as [Source], baseIRI: baseIri, unionDefaultGraph: true })
  return {
    async select(query) {
      const solutions = await (await engine.queryBindings(query, context())).toArray()
      return solutions.map((terms) =>
        Object.fromEntries([...terms].map(([name, term]) => [name.value, toJsonTerm(term)])),
      )
    },
    ask: (query) => engine.queryBoolean(query, context()),
    graph: async (query) => toTriples(await (await engine.queryQuads(query, context())).toArray()),
  }
}
