/**
 * The addresses of an engine: SPARQL 1.1 Protocol has one for queries and one for updates, the Graph Store Protocol a third.
 */

export interface Addresses {
  readonly query: string
  readonly update: string
  readonly graphStore: string
}

export interface AddressSettings {
  readonly sparqlEndpoint: string
  readonly sparqlUpdateEndpoint: string
  readonly sparqlGraphStore: string
  readonly sparqlUser: string
}

/** Those that are set; the others as the engine has them that the query address looks like. */
export function addressesOf(settings: AddressSettings): Addresses {
  const query = settings.sparqlEndpoint
  const { update, graphStore } = workedOut(query, settings.sparqlUser !== '')
  return { query, update: settings.sparqlUpdateEndpoint || update, graphStore: settings.sparqlGraphStore || graphStore }
}

function workedOut(query: string, hasUser: boolean): { readonly update: string; readonly graphStore: string } {
  // Fuseki: /ds/sparql or /ds/query, /ds/update, /ds/data ("Fuseki: Server Protocol").
  const dataset = /^(\w+:\/\/[^/]+\/.+)\/(?:sparql|query)$/.exec(query)?.[1]
  if (dataset) return { update: `${dataset}/update`, graphStore: `${dataset}/data` }
  // Virtuoso: /sparql; beside it, for those who say who they are, /sparql-auth and /sparql-graph-crud-auth.
  if (/^\w+:\/\/[^/]+\/sparql$/.test(query)) {
    return hasUser
      ? { update: `${query}-auth`, graphStore: `${query}-graph-crud-auth` }
      : { update: query, graphStore: `${query}-graph-crud` }
  }
  // Fuseki's dataset itself, /ds, and every engine that has one address for all.
  return { update: query, graphStore: query }
}
