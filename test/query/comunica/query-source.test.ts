/**
 * Comunica over a snapshot as its query source answers what it answers over a plain set of quads.
 */
import { QueryEngine } from '@comunica/query-sparql'
import { Store } from 'n3'
import { describe, expect, test, vi } from 'vitest'
import { SnapshotQuerySource } from '../../../src/query/comunica/query-source.ts'
import { blankNode, iri, literal, type Quad, taggedLiteral, termKey } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'

const x = (name: string | number) => iri(`http://x/${name}`)
const xsd = (name: string) => iri(`http://www.w3.org/2001/XMLSchema#${name}`)
const quads = Array.from({ length: 30 }, (_, index) => [
  quad(x(index), x('in'), x(`city${index % 4}`)),
  quad(x(index), x('label'), taggedLiteral(`label ${index % 7}`, index % 2 ? 'en' : 'fr')),
  quad(x(index), x('members'), literal(String(index % 5), xsd('integer')), x(`g${index % 3}`)),
  ...(index % 3 ? [] : [quad(x(index), x('next'), x((index * 2) % 30))]),
]).flat()
const snapshot = buildSnapshot(quads)
const limits = () => ({ clock: () => performance.now(), deadline: performance.now() + 10_000, memoryBytes: 1e8 })
const source = new SnapshotQuerySource(snapshot, 'own', limits)
const engine = new QueryEngine()
/** Comunica has no setting for query sources that are ready: they stand in its context. */
const over = (...sources: readonly SnapshotQuerySource[]) => ({
  '@comunica/bus-query-operation:querySources': sources.map((one) => ({ source: one })),
})
const plain = { sources: [new Store(quads as never)] }

async function solutions(text: string, context: object): Promise<readonly string[]> {
  const stream = await engine.queryBindings(text, context as never)
  const found = await stream.toArray()
  return found.map((solution) =>
    Array.from(solution, ([name, term]) => `${name.value}=${termKey(term as never)}`)
      .sort()
      .join(' '),
  )
}

const prefix = 'PREFIX : <http://x/> '
const queries = [
  'SELECT * { ?s :in :city1 ; :label ?l }',
  'SELECT DISTINCT ?c { ?s :in ?c ; :label ?l FILTER(LANG(?l) = "fr") }',
  'SELECT * { ?s :in :city0 OPTIONAL { ?s :next ?n . ?n :label ?l } }',
  'SELECT * { { ?s :in :city0 } UNION { ?s :next ?t } }',
  'SELECT ?s { ?s :in :city2 MINUS { ?s :next ?t } }',
  'SELECT ?s { ?s :in ?c FILTER NOT EXISTS { ?s :next ?t } FILTER EXISTS { ?s :in :city1 } }',
  'SELECT ?g (COUNT(*) AS ?n) (SUM(?m) AS ?sum) { GRAPH ?g { ?s :members ?m } } GROUP BY ?g HAVING (SUM(?m) > 1)',
  'SELECT ?s ?m { GRAPH :g1 { ?s :members ?m } } ORDER BY DESC(?m) ?s LIMIT 4 OFFSET 1',
  'SELECT ?s ?t { ?s :next+ ?t }',
  'SELECT ?s ?u { VALUES ?s { :1 :3 UNDEF } ?s :next ?t BIND(UCASE(STR(?t)) AS ?u) }',
  'SELECT ?c ?most { ?s :in ?c { SELECT (MAX(?m) AS ?most) { GRAPH ?g { ?s :members ?m } } } } ORDER BY ?c LIMIT 3',
  'SELECT * { ?s ?p "label 3"@en }',
  'SELECT ?s { ?s :nothing ?o }',
  'SELECT * { ?z :in :city1 { ?s :next ?o OPTIONAL { ?s :nothing ?z } } }',
  'SELECT * { { SELECT ?s { ?s :next ?t } } GRAPH :g0 { ?s :members ?m } }',
  'SELECT * { ?s !(:in|^:next) :6 }',
  'SELECT ?s { ?s (:next|^:next)/:next? ?t }',
  'SELECT (STRLEN(?l) + -1 AS ?n) (IF(?l IN ("a", "label 4"@fr), 1, 2) AS ?i) { :4 :label ?l }',
  'SELECT ?g ?s { GRAPH ?g { ?s :members ?m MINUS { ?s :members 3 } } }',
]

describe('Comunica over a snapshot', () => {
  test.each(queries)('%s', async (query) => {
    const [ours, theirs] = [await solutions(prefix + query, over(source)), await solutions(prefix + query, plain)]
    const isOrdered = /ORDER BY/.test(query)
    expect(isOrdered ? ours : ours.toSorted()).toEqual(isOrdered ? theirs : theirs.toSorted())
    if (!query.includes(':nothing')) expect(ours.length).toBeGreaterThan(0)
  })

  test('is given whole queries', async () => {
    const own = new SnapshotQuerySource(snapshot, 'own', limits)
    const asked = vi.spyOn(own, 'queryBindings')
    await solutions(prefix + queries[6], over(own))
    expect(asked.mock.calls.map(([operation]) => operation.type)).toEqual(['project'])
  })

  test('with ASK, CONSTRUCT and DESCRIBE', async () => {
    expect(await engine.queryBoolean(`${prefix}ASK { :3 :next ?t }`, over(source) as never)).toBe(true)
    expect(await engine.queryBoolean(`${prefix}ASK { :2 :next ?t }`, over(source) as never)).toBe(false)
    const triplesOf = async (query: string, context: object) => {
      const stream = await engine.queryQuads(prefix + query, context as never)
      const found = (await stream.toArray()) as unknown as Quad[]
      return found
        .map(({ subject, predicate, object }) =>
          [subject, predicate, object].map((term) => termKey(term as never)).join(' '),
        )
        .sort()
    }
    const construct = 'CONSTRUCT { ?c :has ?l } { ?s :in ?c ; :label ?l }'
    // Comunica itself gives equal triples as often as they come.
    expect(await triplesOf(construct, over(source))).toEqual([...new Set(await triplesOf(construct, plain))])
    expect(await triplesOf('DESCRIBE :3', over(source))).not.toEqual([])
  })

  test('joins it with another source, of which each has its part', async () => {
    const [cities, rest] = [
      quads.filter(({ predicate }) => predicate.value === 'http://x/in'),
      quads.filter(({ predicate }) => predicate.value !== 'http://x/in'),
    ]
    const parts = [cities, rest].map((part) => new SnapshotQuerySource(buildSnapshot(part), 'own', limits))
    const query = `${prefix}SELECT ?s ?l { ?s :in :city1 ; :label ?l }`
    const found = await solutions(query, over(...parts))
    expect(found.toSorted()).toEqual((await solutions(query, plain)).toSorted())
    expect(found.length).toBeGreaterThan(3)
  })

  test.each([
    'SELECT * { ?s :knows ?b OPTIONAL { ?b :name ?n } }',
    'SELECT * { ?s :knows ?b . ?b :name ?n . ?s :age ?a }',
    'SELECT ?s { ?s :knows ?b FILTER EXISTS { ?b :name "two" } }',
    'SELECT ?s { ?s :age ?a FILTER NOT EXISTS { ?s :knows ?b } }',
    'SELECT * { GRAPH :g { ?b :likes ?k } ?b :name ?n }',
    'SELECT ?n { ?s :knows/:name ?n }',
    'SELECT ?s ?o FROM :g { ?s :likes ?o }',
    'SELECT ?s ?o FROM :nowhere { ?s :knows ?o }',
    'SELECT ?g FROM NAMED :g { GRAPH ?g { ?s ?p ?o } }',
  ])('knows blank nodes and graphs, alone and beside another: %s', async (query) => {
    const [one, other] = [blankNode('one'), blankNode('two')]
    const some = [
      quad(x('a'), x('knows'), one),
      quad(x('c'), x('knows'), other),
      quad(one, x('name'), literal('one')),
      quad(other, x('name'), literal('two')),
      quad(one, x('likes'), other, x('g')),
    ]
    const others = [quad(x('a'), x('age'), literal('3')), quad(x('d'), x('age'), literal('4'))]
    const sourceOf = (part: Quad[]) => new SnapshotQuerySource(buildSnapshot(part), 'own', limits)
    const named = (rows: readonly string[]) => rows.map((row) => row.replaceAll(/_:\S+/g, '_:')).toSorted()
    const text = prefix + query
    const beside = { sources: [new Store(some as never), new Store(others as never)] }
    expect(named(await solutions(text, over(sourceOf(some), sourceOf(others))))).toEqual(
      named(await solutions(text, beside)),
    )
    const alone = { sources: [new Store([...some, ...others] as never)] }
    expect(named(await solutions(text, over(sourceOf([...some, ...others]))))).toEqual(
      named(await solutions(text, alone)),
    )
  })

  test('leaves SERVICE to Comunica, and does not change', async () => {
    const shaped = vi.spyOn(source, 'queryBindings')
    const query = `${prefix}SELECT * { ?s :in :city1 SERVICE SILENT <http://127.0.0.1:1/sparql> { ?s :label ?l } }`
    await solutions(query, over(source))
    expect(JSON.stringify(shaped.mock.calls.map(([operation]) => operation))).not.toContain('"service"')
    await expect(engine.queryVoid(`${prefix}INSERT DATA { :a :b :c }`, over(source) as never)).rejects.toThrow()
  })

  test('a limit that is reached ends the stream with its error', async () => {
    const hasty = new SnapshotQuerySource(snapshot, 'own', () => ({ clock: () => 2, deadline: 1, memoryBytes: 1e8 }))
    await expect(solutions('SELECT * { ?a ?b ?c . ?d ?e ?f }', over(hasty))).rejects.toThrow('its time is over')
    const poor = new SnapshotQuerySource(snapshot, 'own', () => ({ clock: () => 0, deadline: 1, memoryBytes: 1e6 }))
    await expect(solutions('SELECT * { ?a ?b ?c . ?d ?e ?f }', over(poor))).rejects.toThrow('memory')
  })
})
