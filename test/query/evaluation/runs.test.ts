/**
 * Solutions that are counted or made distinct without going through each: what comes of that is what comes of all
 * solutions, one by one.
 */
import { expect, test } from 'vitest'
import { iri } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { Random } from '../../fuzz/random.ts'
import { quad } from '../../store/snapshot/quads.ts'
import { type Row, rows } from './rows.ts'

function dataset(random: Random): Snapshot {
  const node = () => iri(`x:${random.int(1, 5)}`)
  const predicate = () => iri(`x:${random.pick(['p', 'q', '1'])}`)
  const graph = () => iri(`x:${random.pick(['g', 'h'])}`)
  return buildSnapshot(random.list(1, 60, () => quad(node(), predicate(), node(), graph())))
}

const names = ['a', 'b', 'c', 'd', 'e']

function pattern(random: Random): string {
  const node = () => random.pick(['?a', '?b', '?c', '?d', '<x:1>', '<x:2>'])
  const triple = () => `${node()} ${random.pick(['?e', '?a', '<x:p>', '<x:q>'])} ${node()}`
  const triples = () => random.list(1, 3, triple).join(' . ')
  return random.pick([
    () => triples(),
    () => '?a ?b ?c',
    () => `${triples()} FILTER(${node()} != ${node()})`,
    () => `{ ${triples()} } UNION { ${triples()} }`,
    () => `${triples()} OPTIONAL { ${triples()} }`,
    () => `${triples()} MINUS { ${triples()} }`,
    () => `${triples()} FILTER NOT EXISTS { ${triples()} }`,
    () => `GRAPH <x:g> { ${triples()} }`,
    () => `GRAPH ?g { ${triples()} }`,
    () => `{ SELECT ?a ?b { ${triples()} } } ${triples()}`,
    () => `{ SELECT DISTINCT ?a { ${triples()} } } ${triples()}`,
    () => `${triples()} { SELECT ?a (COUNT(*) AS ?d) { ${triples()} } GROUP BY ?a }`,
  ])()
}

const froms = ['', '', 'FROM <x:g>', 'FROM <x:g> FROM <x:h>', 'FROM <x:g> FROM NAMED <x:g>']

test('counts, groups and distinct solutions are those of all solutions', async () => {
  let merged = 0
  for (let seed = 0; seed < 3000; seed++) {
    const random = new Random(seed, 3)
    const snapshot = dataset(random)
    const [from, where] = [random.pick(froms), `{ ${pattern(random)} }`]
    const all = await rows(`SELECT ?a ?b ?c ?d ?e ${from} ${where}`, snapshot)
    const keys = names.filter(() => random.chance(0.3))
    const keyOf = (row: Row) => keys.map((name) => row[name]?.value ?? '').join(' ')
    const told = keys.map((name) => `?${name}`).join(' ')
    const groups = Map.groupBy(all, keyOf)
    const counted = random.pick(names)
    const select = `SELECT ${told} (COUNT(*) AS ?all) (COUNT(?${counted}) AS ?some) (COUNT(DISTINCT ?${counted}) AS ?of)`
    const given = await rows(`${select} ${from} ${where} ${told && `GROUP BY ${told}`}`, snapshot)
    const figures = (row: Row) => [keyOf(row), row.all!.value, row.some!.value, row.of!.value].join('|')
    const expected = [...(keys.length || groups.size ? groups : new Map([['', []]]))].map(([key, members]) => {
      const values = members.flatMap((row: Row) => row[counted]?.value ?? [])
      return [key, members.length, values.length, new Set(values).size].join('|')
    })
    expect(given.map(figures).toSorted(), `seed ${seed}: ${select} ${from} ${where}`).toEqual(expected.toSorted())
    if (told) {
      const distinct = await rows(`SELECT DISTINCT ${told} ${from} ${where}`, snapshot)
      expect(distinct.map(keyOf).toSorted(), `seed ${seed}: distinct ${told} ${where}`).toEqual(
        [...groups.keys()].toSorted(),
      )
    }
    if (all.length > groups.size) merged++
  }
  expect(merged).toBeGreaterThan(1000)
})

test('a filter whose value changes is asked for each solution', async () => {
  const snapshot = buildSnapshot(
    Array.from({ length: 2000 }, (_, index) => quad(iri(`x:${index}`), iri('x:p'), iri('x:o'), iri('x:g'))),
  )
  const [plain] = await rows('SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(RAND() < 0.5) }', snapshot)
  expect(Number(plain!.n!.value)).toBeGreaterThan(500)
  expect(Number(plain!.n!.value)).toBeLessThan(1500)
  const [distinct] = await rows('SELECT (COUNT(DISTINCT ?u) AS ?n) { ?s ?p ?o BIND(UUID() AS ?u) }', snapshot)
  expect(distinct!.n!.value).toBe('2000')
})

test('a count is exact beyond what a double can say', async () => {
  const values = `VALUES ?x { ${Array.from({ length: 100 }, (_, index) => index).join(' ')} }`
  const snapshot = buildSnapshot(
    Array.from({ length: 1001 }, (_, index) => quad(iri(`x:${index}`), iri('x:p'), iri('x:o'), iri('x:g'))),
  )
  const product = Array.from({ length: 6 }, (_, index) => `?a${index} <x:p> ?b${index}`).join(' . ')
  const [row] = await rows(`SELECT (COUNT(*) AS ?n) { ${values} ${product} }`, snapshot)
  expect(row!.n!.value).toBe(String(100n * 1001n ** 6n))
}, 60_000)
