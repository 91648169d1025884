/**
 * Queries through an engine of others give what our own evaluation gives: Oxigraph, with two releases in it.
 */
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

/**
 * The rows of a JSON document without regard to their order, where the query gives none; nor has GROUP_CONCAT one
 * (§18.5.1.7).
 */
function rows(document: string, ordered: boolean): unknown {
  const { head, results, boolean } = JSON.parse(document)
  if (boolean !== undefined) return boolean
  const texts = results.bindings.map((row: Record<string, { value: string }>) =>
    JSON.stringify(
      Object.entries(row)
        .map(([name, term]) => [name, { ...term, value: term.value.split(/[;,] /).sort() }])
        .sort(),
    ),
  )
  return { vars: head.vars, rows: ordered ? texts : texts.sort() }
}

describe('the saved queries', () => {
  test.each(saved)('$name', async ({ text, query: { form } }) => {
    if (form === 'SELECT' || form === 'ASK') {
      expect(rows(await answer(text), false)).toEqual(rows(await ours(text), false))
    } else expect(await answer(text, 'text/turtle')).toBe(await ours(text, 'text/turtle'))
  })
})

describe('graphs', () => {
  const source = 'source/visite-elus-2016'
  test.each([
    'SELECT * { GRAPH ?g { ?s a cg:Commons } } ORDER BY ?g ?s',
    'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g',
    'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }',
    'SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { } }',
    'SELECT * { GRAPH <graph/links> { ?s a ?type } }',
    'SELECT * { GRAPH <http://nowhere.example/> { ?s a ?type } }',
    'SELECT * { GRAPH ?g { ?g ?p ?o } }',
    'SELECT * { { SELECT * { GRAPH ?g { ?s schema:url ?o } } } OPTIONAL { GRAPH ?h { ?s schema:telephone ?t } } }',
    'SELECT ?s { ?s a cg:Commons MINUS { GRAPH <graph/derived> { ?s ?p ?o } } }',
    'SELECT ?s { ?s a cg:Commons FILTER EXISTS { GRAPH ?g { ?s cg:uses ?o } } }',
    `SELECT * FROM <${source}> { ?s a ?type }`,
    `SELECT * FROM <graph/links> FROM NAMED <graph/schemes> { ?s a ?type GRAPH ?g { ?x ?y ?s } }`,
    'SELECT * FROM NAMED <graph/schemes> { GRAPH ?g { ?x skos:broader ?s } }',
    'SELECT * FROM NAMED <graph/schemes> { GRAPH <graph/links> { ?x ?y ?s } }',
    'ASK { GRAPH ?g { ?s cg:hosts ?o } }',
    'SELECT*{?s schema:url ?o}# the end',
    'select distinct * # one\nfrom <graph/links># two\nwhere# three\n{?s a ?o}limit 1000',
    'SELECT ?graph0 ?graph { GRAPH ?graph { ?graph0 skos:broader ?y } }',
    'BASE <id/> SELECT * { <mutualab> rdfs:label ?o }',
    'ASK { ?s ?p <http://other.example/thing> }',
    'SELECT * { ?s skos:broader+ <scheme/kinds/software> } VALUES ?s { <scheme/kinds/website> UNDEF }',
  ])('%s', async (query) => {
    const ordered = /ORDER BY/.test(query)
    const prefixed = `PREFIX cg: <ontology#> PREFIX schema: <http://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ${query}`
    expect(rows(await answer(prefixed), ordered)).toEqual(rows(await ours(prefixed), ordered))
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

test('SERVICE is refused, and so are updates', async () => {
  await expect(answer('SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }')).rejects.toThrow('not allowed')
  await expect(answer('SELECT * { ?x ?y ?z SERVICE ?x { ?s ?p ?o } }')).rejects.toThrow('not allowed')
  await expect(answer('DELETE WHERE { ?s ?p ?o }')).rejects.toThrow('updates')
})
