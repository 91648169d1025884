/** A thousand cases of the fuzzer, and that a seed is all it takes to have one again. */
import { describe, expect, test } from 'vitest'
import { createCase } from './cases.ts'
import { explanations } from './explained.ts'
import { phrase } from './phrasing.ts'
import { leastShare, Report } from './report.ts'
import { run } from './run.ts'

const seed = 2016
const count = 1000

describe('the fuzzer', () => {
  test('the same seed gives the same cases, in any order', () => {
    const cases = Array.from({ length: 50 }, (_, index) => createCase(seed, index))
    const again = Array.from({ length: 50 }, (_, index) => createCase(seed, 49 - index)).reverse()
    expect(again).toEqual(cases)
    expect(createCase(seed + 1, 0).text).not.toBe(cases[0]!.text)
  })

  test('every production of the grammar has its share of queries', () => {
    const report = new Report()
    for (let index = 0; index < 10_000; index++) report.count(createCase(seed, index))
    expect(report.shares.filter(([, share]) => share < leastShare)).toEqual([])
  })

  test('an explanation takes its cause out, and only that', () => {
    const without = (name: string, text: string) => explanations.find((entry) => entry.name === name)!.without(text)
    expect(without('alternatives', 'ASK { ?s :p | !(:q | ^ :r) ?o }')).toBe('ASK { ?s :p  ?o }')
    expect(without('alternatives', 'ASK { ?s (:p | ^ :q? / (:r | :s)+)* / !(:q | ^ :r) ?o }')).toBe(
      'ASK { ?s (:p )* / !(:q ) ?o }',
    )
    expect(without('comparison of other types', 'ASK { FILTER (1 < 2) }')).toBe('ASK { FILTER (1 || 2) }')
    expect(without('comparison of other types', 'ASK { ?s ?p "a < b" }')).toBeUndefined()
    expect(without('zero times a decimal', 'ASK { ?s :p* / :q ?o FILTER (?o * 2) }')).toBe(
      'ASK { ?s :p* / :q ?o FILTER (?o + 2) }',
    )
    expect(without('MINUS inside', 'ASK { MINUS {} ?s :p ?o OPTIONAL { ?s :q ?r MINUS { ?o :p {} } } }')).toBe(
      'ASK { MINUS {} ?s :p ?o OPTIONAL { ?s :q ?r OPTIONAL {} } }',
    )
    expect(without('EXISTS inside', 'ASK { FILTER EXISTS {} { FILTER NOT EXISTS { ?s :q {} } ?s ?p ?o } }')).toBe(
      'ASK { FILTER EXISTS {} { FILTER (true) ?s ?p ?o } }',
    )
    expect(without('GRAPH without triples', 'ASK { GRAPH ?g { VALUES ?x { 1 } } GRAPH ?h { ?s ?p ?o } }')).toBe(
      'ASK {   { VALUES ?x { 1 } } GRAPH ?h { ?s ?p ?o } }',
    )
  })

  test('Oxigraph is asked the same in other words', () => {
    expect(phrase('ASK { ?s !() ?o }')).toBe('ASK { ?s !(<urn:nowhere>) ?o }')
    expect(phrase('PREFIX : <urn:> SELECT ?x ?x FROM :g FROM <urn:g> {}')).toBe(
      'PREFIX : <urn:> SELECT ?x  FROM :g  {}',
    )
    expect(phrase('SELECT ?y {} GROUP BY ((?x) AS ?y) (STR(?x) AS ?z)')).toBe(
      'SELECT ?y {} GROUP BY ((COALESCE(?x)) AS ?y) (STR(?x) AS ?z)',
    )
  })

  test('chains of operators get brackets, paths and lists do not', () => {
    expect(phrase('ASK { FILTER (1 - 2 - 3 * -4 / 5) }')).toBe('ASK { FILTER ((1 - 2 )-( 3 * -4 )/ 5) }')
    expect(phrase('SELECT (1 -2 -3 AS ?x) {}')).toBe('SELECT ((1 -2 )-3 AS ?x) {}')
    const others = 'ASK { (1 -2 -3) :p* / :q / :r+ ?o VALUES (?x ?y ?z) { (1 -2 -3) } }'
    expect(phrase(others)).toBe(others)
  })

  test(`${count} cases at the application`, { timeout: 600_000 }, async () => {
    const report = new Report()
    const end = await run({ seed, from: 0, count, onOutcome: (outcome) => report.add(outcome) })
    expect(report.unexplained).toEqual([])
    expect(end).toMatchObject({ exited: false, knocks: 0 })
    expect(report.answeredShare).toBeGreaterThan(0.6)
    expect(report.fullShare).toBeGreaterThan(0.5)
  })
})
