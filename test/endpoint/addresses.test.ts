/**
 * Where an engine takes updates and graphs, as its query address looks.
 */
import { expect, test } from 'vitest'
import { addressesOf } from '../../src/endpoint/addresses.ts'

const nothing = { sparqlUpdateEndpoint: '', sparqlGraphStore: '', sparqlUser: '' }

test.each([
  ['http://fuseki.example/ds/sparql', '', 'http://fuseki.example/ds/update', 'http://fuseki.example/ds/data'],
  ['http://fuseki.example/a/ds/query', 'me', 'http://fuseki.example/a/ds/update', 'http://fuseki.example/a/ds/data'],
  ['http://fuseki.example/ds', '', 'http://fuseki.example/ds', 'http://fuseki.example/ds'],
  ['http://virtuoso.example/sparql', '', 'http://virtuoso.example/sparql', 'http://virtuoso.example/sparql-graph-crud'],
  [
    'http://virtuoso.example/sparql',
    'me',
    'http://virtuoso.example/sparql-auth',
    'http://virtuoso.example/sparql-graph-crud-auth',
  ],
])('%s as %j', (query, sparqlUser, update, graphStore) => {
  expect(addressesOf({ ...nothing, sparqlEndpoint: query, sparqlUser })).toEqual({ query, update, graphStore })
})

test('what is set counts', () => {
  const settings = {
    sparqlEndpoint: 'http://graphdb.example/repositories/commons',
    sparqlUpdateEndpoint: 'http://graphdb.example/repositories/commons/statements',
    sparqlGraphStore: 'http://graphdb.example/repositories/commons/rdf-graphs/service',
    sparqlUser: '',
  }
  expect(addressesOf(settings)).toEqual({
    query: settings.sparqlEndpoint,
    update: settings.sparqlUpdateEndpoint,
    graphStore: settings.sparqlGraphStore,
  })
})
