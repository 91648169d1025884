/**
 * What goes along the order of values gives what goes through all: a comparison as a range of ids, and ORDER BY along an
 * index. Written so that neither can be used (`IF(…)`, `COALESCE(…)`), the same question is the reference.
 */
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import { iri, literal, type Term } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { Random } from '../../fuzz/random.ts'
import { quad } from '../../store/snapshot/quads.ts'

const typed = (text: string, type: string) => literal(text, iri(`http://www.w3.org/2001/XMLSchema#${type}`))
const numbers = (random: Random): Term => {
  const value = random.int(-5, 5)
  return random.pick([
    typed(String(value), 'integer'),
    typed(`0${Math.abs(value)}`, 'integer'),
    typed(`${value}.0`, 'decimal'),
    typed(`${value}.5`, 'decimal'),
    typed(`${value}e0`, 'double'),
  ])
}
const day = (random: Random) => `2024-01-0${random.int(1, 9)}`
const dates = (random: Random): Term => typed(`${day(random)}${random.pick(['', 'Z', '+14:00'])}`, 'date')
const moments = (random: Random): Term => typed(`${day(random)}T00:00:00${random.pick(['', 'Z'])}`, 'dateTime')
const odd = (random: Random): Term =>
  random.pick([
    literal('3'),
    iri('x:3'),
    typed(String(random.int(-5, 5)), 'float'),
    typed(`${random.int(-5, 5)}.00000000000000000001`, 'decimal'),
    typed('NaN', 'double'),
    typed('-INF', 'double'),
    typed('INF', 'double'),
    typed('three', 'integer'),
    typed('2024-01-03', 'gYear'),
  ])
const anything = (random: Random): Term => random.pick([numbers, numbers, dates, moments, odd, odd])(random)
const kinds = { number: numbers, date: dates, moment: moments, mixed: anything }

function dataset(random: Random): Snapshot {
  const predicates = Object.entries(kinds)
  return buildSnapshot(
    random.list(1, 200, () => {
      const [name, make] = random.pick(predicates)
      const graph = iri(random.pick(['x:g', 'x:h', 'x:i']))
      return quad(iri(`x:s${random.int(1, 20)}`), iri(`x:${name}`), make(random) as never, graph)
    }),
  )
}

const written = (term: Term) =>
  term.termType === 'Literal' ? `"${term.value}"^^<${term.datatype.value}>` : `<${term.value}>`

async function rows(text: string, snapshot: Snapshot): Promise<readonly string[]> {
  let csv = ''
  const limits = { clock: () => 0, deadline: 1, memoryBytes: 1e9 }
  const nobody = () => Promise.reject(new Error('nobody is asked here'))
  const options = { snapshot, defaultGraph: 'union', limits, askEndpoint: nobody, jsonLd: nobody } as const
  await evaluate(parseQuery(text, 'x:'), 'text/tab-separated-values', options, (bytes) => {
    csv += bytes
  })
  return csv.trimEnd().split('\n').slice(1)
}

const froms = ['', 'FROM <x:g>', 'FROM <x:g> FROM <x:h>', 'FROM NAMED <x:g> FROM NAMED <x:i>']
/** Each with all rows of a predicate and something besides. */
const patterns = (predicate: string) => [
  `?s <x:${predicate}> ?o`,
  `?s <x:${predicate}> ?o OPTIONAL { ?s <x:number> ?n }`,
  `?s <x:${predicate}> ?o . ?s ?p ?other`,
  `GRAPH <x:g> { ?s <x:${predicate}> ?o }`,
  `GRAPH ?g { ?s <x:${predicate}> ?o }`,
  `<x:s3> <x:${predicate}> ?o`,
  `?s ?p ?o`,
]

describe('in the order of values', () => {
  test('literals that have one stand behind all other terms', () => {
    for (let seed = 0; seed < 100; seed++) {
      const snapshot = dataset(new Random(seed, 0))
      const { values, firstWithValue, termCount } = snapshot
      const ids = Array.from({ length: termCount }, (_, index) => index + 1)
      expect(ids.filter((id) => !Number.isNaN(values[id]))).toEqual(ids.slice(firstWithValue - 1))
      const places = ids.slice(firstWithValue - 1).map((id) => [snapshot.spaceOf(id), values[id]!] as const)
      expect(places.toSorted(([a, b], [c, d]) => a - c || b - d || 0)).toEqual(places)
      for (const space of new Set(places.map(([space]) => space))) {
        const { from, to } = snapshot.idsOfSpace(space)
        expect(ids.filter((id) => snapshot.spaceOf(id) === space && id >= firstWithValue)).toEqual(
          ids.filter((id) => id >= from && id < to),
        )
      }
    }
  })

  test('a comparison finds what it finds in all rows', async () => {
    let found = 0
    for (let seed = 0; seed < 1500; seed++) {
      const random = new Random(seed, 1)
      const snapshot = dataset(random)
      const comparison = () => {
        const constant = written(anything(random))
        const relation = random.pick(['=', '<', '>', '<=', '>='])
        return random.chance(0.8) ? `?o ${relation} ${constant}` : `${constant} ${relation} ?o`
      }
      const conditions = random.list(1, 2, comparison)
      const pattern = random.pick(patterns(random.pick([...Object.keys(kinds), 'mixed', 'mixed'])))
      const select = `SELECT * ${random.pick(froms)}`
      const given = await rows(`${select} { ${pattern} FILTER(${conditions.join(' && ')}) }`, snapshot)
      const plain = conditions.map((condition) => `FILTER(IF(${condition}, true, false))`).join(' ')
      const expected = await rows(`${select} { ${pattern} ${plain} }`, snapshot)
      expect(given.toSorted(), `seed ${seed}: ${pattern} ${conditions.join(' && ')}`).toEqual(expected.toSorted())
      found += given.length
    }
    expect(found).toBeGreaterThan(1000)
  })

  test('ORDER BY with a LIMIT gives the first of all', async () => {
    for (let seed = 0; seed < 1500; seed++) {
      const random = new Random(seed, 2)
      const snapshot = dataset(random)
      const pattern = random.pick(patterns(random.pick([...Object.keys(kinds), 'mixed', 'mixed'])))
      const filter = random.pick([
        '',
        '',
        'FILTER(?o > 0)',
        'FILTER(?o <= "2024-01-05"^^<http://www.w3.org/2001/XMLSchema#date>)',
      ])
      const select = `SELECT ?o ?s ${random.pick(froms)} { ${pattern} ${filter} }`
      const [way, limit] = [random.pick(['ASC', 'DESC']), random.int(1, 12)]
      const slice = `LIMIT ${limit} OFFSET ${random.int(0, 3)}`
      const given = await rows(`${select} ORDER BY ${way}(?o) ?s ${slice}`, snapshot)
      const expected = await rows(`${select} ORDER BY ${way}(COALESCE(?o)) ?s ${slice}`, snapshot)
      expect(given, `seed ${seed}: ${select} ${way} ${slice}`).toEqual(expected)
    }
  })
})
