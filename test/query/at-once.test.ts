/**
 * What is answered where the request arrives: what modest queries are, and that nothing else is tried.
 */
import { describe, expect, test } from 'vitest'
import { AtOnce } from '../../src/query/pool/at-once.ts'
import { isModest } from '../../src/query/pool/modest.ts'
import { parseQuery } from '../../src/query/syntax.ts'
import { iri, literal } from '../../src/rdf/terms.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { quad } from '../store/snapshot/quads.ts'

const modest = (text: string, mediaType = 'text/csv') => isModest(parseQuery(text, 'http://x/'), mediaType)

describe('a query is modest', () => {
  test.each([
    'ASK {}',
    'SELECT * { <a> ?p ?o }',
    'SELECT ?o { ?s a <c> ; <p> ?o FILTER(LANG(?o) = "fr" && ?o != <x>) } ORDER BY ?o LIMIT 10',
    'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (COUNT(*) > 1)',
    'SELECT * { ?s <p>+ ?o OPTIONAL { ?o <q> ?x } MINUS { ?x <r> ?y } FILTER NOT EXISTS { ?x a <c> } VALUES ?o { 1 2 } }',
    'SELECT * { { SELECT DISTINCT ?s { ?s ?p ?o } } UNION { BIND(IF(BOUND(?s), 1, 2) AS ?y) } }',
  ])('%s', (text) => expect(modest(text)).toBe(true))

  test.each([
    'SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, "a")) }',
    'SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?x FILTER(REGEX(?x, "a")) } }',
    'SELECT (GROUP_CONCAT(?o) AS ?all) { ?s ?p ?o }',
    'SELECT (SUM(STRLEN(?o)) AS ?n) { ?s ?p ?o } GROUP BY ?s',
    'SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?x FILTER(UCASE(?x) = "A") } } ORDER BY MD5(?o)',
    'SELECT (<http://www.w3.org/2001/XMLSchema#integer>(?o) AS ?x) { ?s ?p ?o }',
    'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (MAX(STR(?o)) > REPLACE("a", "b", "c"))',
    `SELECT * { ${'?a ?b ?c . '.repeat(13)} }`,
    `SELECT * { ${'?a <p>* ?c . '.repeat(13)} }`,
    `SELECT * { ?a ?b ?c FILTER(${Array.from({ length: 300 }, () => '?a = ?b').join(' && ')}) }`,
    `SELECT * { ?a ?b ?c } #${' '.repeat(4096)}`,
  ])('not %.60s', (text) => expect(modest(text)).toBe(false))

  test('a graph is, where it is written as it comes', () => {
    expect(modest('DESCRIBE <a>', 'application/n-triples')).toBe(true)
    expect(modest('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }', 'application/n-quads')).toBe(true)
    expect(modest('DESCRIBE <a>', 'text/turtle')).toBe(false)
  })

  test('SERVICE is not', () => expect(modest('SELECT * { SERVICE <http://y/> { ?s ?p ?o } }')).toBe(false))
})

describe('an answer at once', () => {
  const things = Array.from({ length: 300 }, (_, index) => iri(`http://x/${index}`))
  const quads = things.flatMap((thing, index) => [
    quad(thing, iri('http://x/p'), things[(index + 1) % 300]!),
    quad(thing, iri('http://x/q'), literal('a'.repeat(2000))),
  ])
  const snapshot = buildSnapshot(quads)
  const mediaType = 'text/csv'
  const ask = (here: AtOnce, text: string, client = 'a', onLonger = () => {}) =>
    here.answer({ query: parseQuery(text, 'http://x/'), mediaType, client, arrived: performance.now() }, onLonger)

  test('is the whole answer', async () => {
    // The first query of a process is compiled while it runs.
    for (let count = 0; count < 20; count++) await ask(new AtOnce(snapshot), 'SELECT ?o { <0> <p> ?o }')
    const answer = await ask(new AtOnce(snapshot), 'SELECT ?o { <0> <p> ?o }')
    expect(answer?.toString()).toBe('o\r\nhttp://x/1\r\n')
  })

  test('is begun elsewhere once where it takes longer, and no more when there is no time to spare', async () => {
    const here = new AtOnce(snapshot)
    const begun: number[] = []
    const long = 'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?c = ?e) }'
    for (let client = 0; client < 10; client++) await ask(here, long, `${client}`, () => begun.push(client))
    expect(begun.slice(0, 3)).toEqual([0, 1, 2])
    expect(new Set(begun).size).toBe(begun.length)
    // While some are asked a little of the time comes back.
    expect(begun.length).toBeLessThan(10)
    await ask(new AtOnce(snapshot), 'ASK {}', 'a', () => begun.push(-1))
    expect(begun).not.toContain(-1)
  })

  test.each([
    [
      'takes long',
      'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i || ?c != ?g || ?b != ?f) }',
    ],
    ['is long', 'SELECT * { ?s <q> ?o }'],
    [
      'takes much memory',
      'SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i || ?c != ?g || ?b != ?f) }',
    ],
    ['is walked without end', 'SELECT * { ?a (<p>|!<p>)* ?b . ?b (<p>|^<p>)* ?c }'],
  ])('is none where it %s, and a client that asks for much of it is not tried for a while', async (_, text) => {
    const here = new AtOnce(snapshot)
    for (let count = 0; count < 400; count++) {
      const began = performance.now()
      expect(await ask(here, text)).toBeUndefined()
      expect(performance.now() - began).toBeLessThan(50)
    }
    expect(await ask(here, 'ASK {}')).toBeUndefined()
    expect(await ask(here, 'ASK {}', 'b')).toBeDefined()
  })
})
