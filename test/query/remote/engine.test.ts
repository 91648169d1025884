/**
 * Queries through an engine of others give what our own evaluation gives: Oxigraph, with two releases in it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { Budget } from '../../../src/query/budget.ts'
import { RemoteEngine } from '../../../src/query/remote/engine.ts'
import { loadSavedQueries } from '../../../src/query/saved.ts'
import type { DatasetClause } from '../../../src/query/syntax.ts'
import { get } from '../../support/app.ts'
import { baseIri, config } from '../../support/dataset.ts'
import { ask, release } from '../../support/engine-of-others.ts'
import { jsonLd } from '../../support/release.ts'
import { graphQueries, lostGraphs, prologue } from './graph-queries.ts'
import { rows } from './rows.ts'

const engine = new RemoteEngine({
  ask,
  release,
  jsonLd: async () => jsonLd,
  atOnce: 2,
  queue: 10,
  timeoutMs: 20_000,
  budget: new Budget(0),
  maxBytes: 2 ** 26,
  serviceAllow: [],
})
const saved = [...(await loadSavedQueries(config.queriesDir, baseIri)).values()].filter(
  ({ query }) => !query.reachesOut,
)
const dataset: DatasetClause = { defaultGraphs: [], namedGraphs: [] }

async function answer(query: string, mediaType = 'application/sparql-results+json', over = dataset): Promise<string> {
  const parsed = engine.parse({ text: query, baseIri, dataset: over, client: 'a' })
  const request = { query: parsed, mediaType, client: 'a', arrived: performance.now() }
  const { body } = await engine.execute(request, new AbortController().signal)
  return Buffer.isBuffer(body) ? body.toString() : text(body)
}

async function ours(query: string, mediaType = 'application/sparql-results+json', parameters = ''): Promise<string> {
  const answer = await get(`/sparql?query=${encodeURIComponent(query)}${parameters}`, mediaType)
  expect([query, answer.statusCode]).toEqual([query, 200])
  return answer.body
}

describe('the saved queries', () => {
  test.each(saved)('$name', async ({ text, query: { form } }) => {
    if (form === 'SELECT' || form === 'ASK') {
      expect(rows(await answer(text), false)).toEqual(rows(await ours(text), false))
    } else expect(await answer(text, 'text/turtle')).toBe(await ours(text, 'text/turtle'))
  })
})

describe('graphs', () => {
  test.each(graphQueries)('%s', async (query) => {
    const ordered = /ORDER BY/.test(query)
    const text = prologue + query
    expect(rows(await answer(text), ordered)).toEqual(rows(await ours(text), ordered))
  })

  test.each(lostGraphs)('%s is refused', async (query) => {
    await ours(prologue + query)
    await expect(answer(prologue + query)).rejects.toMatchObject({
      code: 'query-refused',
      message: expect.stringContaining('does not keep to the graph'),
    })
  })

  test('those of the protocol are the dataset', async () => {
    const graph = `${baseIri}graph/links`
    const query = 'SELECT * { ?s a ?type }'
    const over = { defaultGraphs: [graph], namedGraphs: [] }
    const expected = await ours(query, undefined, `&default-graph-uri=${encodeURIComponent(graph)}`)
    expect(rows(await answer(query, undefined, over), false)).toEqual(rows(expected, false))
  })
})

describe('graphs as answers', () => {
  test.each([
    'CONSTRUCT { ?s rdfs:label ?o . ?s <http://a.example/p> "x" } { ?s rdfs:label ?o }',
    'CONSTRUCT WHERE { ?s rdfs:label ?o }',
    'CONSTRUCT { <http://a.example/s> <http://a.example/p> 1 } WHERE { ?s rdfs:label ?o }',
    'CONSTRUCT { ?o rdfs:label ?s } WHERE { ?s rdfs:label ?o }',
    'DESCRIBE <id/mutualab>',
    'DESCRIBE <id/mutualab> ?s FROM <graph/schemes> { ?s rdfs:label "logiciel"@fr }',
    'DESCRIBE ?s { ?s rdfs:label ?o } ORDER BY ?o LIMIT 3',
    'DESCRIBE <http://nowhere.example/>',
    'DESCRIBE * { ?s <http://schema.org/url> ?o }',
  ])('%s', async (query) => {
    const prefixed = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ${query}`
    const lines = (text: string) => text.split('\n').sort()
    const type = 'application/n-triples'
    expect(lines(await answer(prefixed, type))).toEqual(lines(await ours(prefixed, type)))
  })

  test('have other blank nodes for each solution', async () => {
    const made = await answer(
      'CONSTRUCT { _:a <http://a.example/p> ?s } { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }',
      'application/n-triples',
    )
    const nodes = made.match(/_:\w+/g)!
    expect(nodes.length).toBeGreaterThan(1)
    expect(new Set(nodes).size).toBe(nodes.length)
  })
})

test.each(['application/sparql-results+xml', 'text/csv', 'text/tab-separated-values'])('%s', async (mediaType) => {
  const query = 'SELECT ?s ?o ?none { ?s <http://schema.org/url> ?o } ORDER BY ?s ?o'
  expect(await answer(query, mediaType)).toBe(await ours(query, mediaType))
})

test.each([
  ['SELECT (EXISTS { ?s a ?t } AS ?e) FROM <graph/links> { }', 'does not keep to the dataset'],
  [
    'SELECT * { ?s ?p ?o FILTER(<http://www.opengis.net/def/function/geosparql/distance>(?s, ?o, ?p) < 1) }',
    'does not have the function',
  ],
  ['SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> ?o }', 'is a command, and no property'],
  ['SELECT * { ?s <bif:contains>/<http://a.example/> ?o }', 'is a command, and no property'],
  ['ASK { FILTER EXISTS { ?s ^<java:org.example.Thing> ?o } }', 'is a command, and no property'],
])('%s is refused', async (query, words) => {
  await expect(answer(query)).rejects.toMatchObject({ code: 'query-refused', message: expect.stringContaining(words) })
})

test('CONSTRUCT behind GROUP BY has what is in scope', async () => {
  const query =
    'CONSTRUCT { ?t <http://a.example/p> ?s . ?t <http://a.example/q> ?n } { SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t }'
  const type = 'application/n-triples'
  for (const text of [query, 'CONSTRUCT { ?t <http://a.example/p> ?s, ?t } { ?s a ?t } GROUP BY ?t']) {
    const given = await answer(text, type)
    expect(given).not.toBe('')
    expect(given.split('\n').sort()).toEqual((await ours(text, type)).split('\n').sort())
  }
})

test('a graph that is too large is refused before it is written, and others are answered meanwhile', async () => {
  const template = Array.from({ length: 1000 }, (_, index) => `?s <a:${index}> ?c .`).join('')
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  const query = `CONSTRUCT { ${template} } { ?s ?p ?o . ?a ?b ?c } LIMIT 3000`
  await expect(answer(query, 'text/turtle')).rejects.toMatchObject({ code: 'query-too-large' })
  delays.disable()
  console.log(`longest delay ${Math.round(delays.max / 1e6)} ms`)
})

test('the same graph has the same blank nodes', async () => {
  const query = 'CONSTRUCT { [] <http://a.example/p> ?o } { ?s <http://schema.org/url> ?o }'
  expect(await answer(query, 'application/n-triples')).toBe(await answer(query, 'application/n-triples'))
})

test('SERVICE is refused, and so are updates', async () => {
  await expect(answer('SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }')).rejects.toThrow('not allowed')
  await expect(answer('SELECT * { ?x ?y ?z SERVICE ?x { ?s ?p ?o } }')).rejects.toThrow('not allowed')
  await expect(answer('DELETE WHERE { ?s ?p ?o }')).rejects.toThrow('updates')
})
