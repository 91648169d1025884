/**
 * Questions that were answered wrongly, or refused, once.
 */
import { describe, expect, test } from 'vitest'
import { Meter } from '../../../src/query/evaluation/meter.ts'
import { TermIds } from '../../../src/query/evaluation/term-ids.ts'
import { iri, literal } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'
import { rows } from './rows.ts'

const number = (value: number) => literal(String(value), iri('http://www.w3.org/2001/XMLSchema#integer'))
const numbers = [5, 5, 7, 7, 7]
const snapshot = buildSnapshot([
  ...numbers.map((value, index) => quad(iri(`x:${index}`), iri('x:p'), number(value), iri('x:g'))),
  quad(iri('x:c'), iri('x:q'), iri('x:c'), iri('x:g')),
])

const hidden = 'SELECT ?v { ?x <x:p> ?v }'

test.each([
  ['the sum of what a sub-query hands on', `SELECT (SUM(?v) AS ?r) { { ${hidden} } }`, [{ r: '31' }]],
  ['its average', `SELECT (AVG(?v) AS ?r) { { ${hidden} } }`, [{ r: '6.2' }]],
  ['a text of it', `SELECT (STRLEN(GROUP_CONCAT(STR(?v))) AS ?r) { { ${hidden} } }`, [{ r: '9' }]],
  ['a sum of halves', `SELECT (SUM(?v * 0.5) AS ?r) { { ${hidden} } }`, [{ r: '15.5' }]],
  ['in a graph', `SELECT (SUM(?v) AS ?r) { GRAPH <x:g> { ${hidden} } }`, [{ r: '31' }]],
  ['of two of them', `SELECT (SUM(?v) AS ?r) { { ${hidden} } UNION { ${hidden} } }`, [{ r: '62' }]],
  [
    'by its value',
    `SELECT (STR(?v) AS ?k) (SUM(?v) AS ?r) { { ${hidden} } } GROUP BY ?v ORDER BY ?v`,
    [
      { k: '5', r: '10' },
      { k: '7', r: '21' },
    ],
  ],
  [
    'a group whose value has the name of what is counted in it',
    `SELECT (STR(?n) AS ?r) { VALUES ?n { 1 } { SELECT ?x (COUNT(?n) AS ?n) { ?x <x:p> ?n } GROUP BY ?x } } LIMIT 1`,
    [{ r: '1' }],
  ],
  [
    'what is evaluated by itself inside of EXISTS does not see what a sub-query left unbound',
    `SELECT ?e { { SELECT ?w { <x:c> (<x:q>?)+ ?x } }
      BIND(EXISTS { VALUES (?w ?z) { (<x:1> UNDEF) } MINUS { VALUES ?w { <x:a> UNDEF <x:nowhere> } } } AS ?e) }`,
    [{ e: 'true' }],
  ],
  [
    'DISTINCT of what is settled before a pattern that only some fulfil',
    `SELECT DISTINCT ?v { ?x <x:p> ?v . ?x <x:p> ?w . ?a <x:q> ?b FILTER(?w != 5 || ?x = <x:1>) } ORDER BY ?v`,
    [{ v: '5' }, { v: '7' }],
  ],
])('%s', async (_, query, expected) => {
  const found = await rows(query, snapshot)
  const values = found.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term?.value])))
  expect(values).toEqual(expected)
})

test('a query of as many variables as its text has room for', async () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `?${letter}`)
  const found = await rows(`SELECT(1 AS ?z){}GROUP BY ?zz ORDER BY ${letters.join('')}`, snapshot)
  expect(found).toMatchObject([{ z: { value: '1' } }])
})

describe('what is enough memory', () => {
  const megabyte = 2 ** 20
  const many = Array.from({ length: 20_000 }, (_, index) => index)

  test('for the first of many texts', async () => {
    const texts = buildSnapshot(
      many.map((index) => quad(iri(`x:${index}`), iri('x:p'), literal(`text ${(index * 7919) % 20_000}`), iri('x:g'))),
    )
    const query = 'SELECT ?o { ?s <x:p> ?o } ORDER BY ?o LIMIT 2'
    expect((await rows(query, texts, { memoryBytes: megabyte })).map(({ o }) => o!.value)).toEqual(['text 0', 'text 1'])
    await expect(rows('SELECT ?o { ?s <x:p> ?o } ORDER BY ?o', texts, { memoryBytes: megabyte })).rejects.toThrow(
      'memory',
    )
  })

  test('for EXISTS in each of many graphs', async () => {
    const graphs = buildSnapshot(
      many.flatMap((index) => {
        const [subject, graph] = [iri(`x:s${index}`), iri(`x:g${index}`)]
        return [quad(subject, iri('x:p'), iri('x:o'), graph), quad(subject, iri('x:q'), iri('x:o'), graph)]
      }),
    )
    const query = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <x:p> <x:o> FILTER EXISTS { ?s <x:q> ?o } } }'
    expect(await rows(query, graphs, { memoryBytes: megabyte })).toMatchObject([{ n: { value: '20000' } }])
  })
})

test('a long text counts as the many steps that reading it takes', () => {
  const texts = buildSnapshot(
    Array.from({ length: 10 }, (_, index) =>
      quad(iri('x:s'), iri('x:p'), literal('x'.repeat(2 ** 20 + index)), iri('x:g')),
    ),
  )
  let looks = 0
  const limits = { clock: () => ++looks, deadline: 3, memoryBytes: 1e9 }
  const ids = new TermIds(texts, new Meter(limits))
  const readAll = () => Array.from({ length: texts.termCount }, (_, index) => ids.termOf(index + 1))
  expect(readAll).toThrow('its time is over')
})
