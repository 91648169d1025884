import { describe, expect, test } from 'vitest'
import { defaultGraph, type Quad, type Term } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import type { QuadIndex, TripleIndex } from '../../../src/store/snapshot/indexes.ts'
import { lowerBound } from '../../../src/store/snapshot/lower-bound.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { Random } from '../../fuzz/random.ts'
import { distinctQuads, randomQuads } from './quads.ts'

type Position = 'subject' | 'predicate' | 'object' | 'graph'
const positions: Readonly<Record<string, Position>> = { s: 'subject', p: 'predicate', o: 'object', g: 'graph' }

/** All rows of an index, each as its ids in the order of the columns. */
function rowsOf(index: TripleIndex | QuadIndex): number[][] {
  const columns = 'fourth' in index ? [index.second, index.third, index.fourth] : [index.second, index.third]
  return Array.from({ length: index.offsets.length - 1 }, (_, id) => id).flatMap((id) =>
    Array.from({ length: index.offsets[id + 1]! - index.offsets[id]! }, (_, at) => [
      id,
      ...columns.map((column) => column[index.offsets[id]! + at]!),
    ]),
  )
}

/** What the rows must be, from the quads themselves: sorted, each once. */
function expectedRows(snapshot: Snapshot, quads: readonly Quad[], order: string): number[][] {
  const rows = quads.map((quad) => [...order].map((letter) => snapshot.idOf(quad[positions[letter]!] as Term)))
  const once = new Map(rows.map((row) => [row.join(), row]))
  return [...once.values()].sort((a, b) => a.map((id, at) => id - b[at]!).find((difference) => difference) ?? 0)
}

const datasets = Array.from({ length: 150 }, (_, seed) => {
  const quads = randomQuads(new Random(seed, 2))
  return { quads: distinctQuads(quads), snapshot: buildSnapshot(quads) }
})
const isNamed = ({ graph }: Quad) => graph.termType !== 'DefaultGraph'

describe('the indexes', () => {
  test('hold exactly the quads, in the order of their name', () => {
    for (const { quads, snapshot } of datasets) {
      for (const [name, index] of Object.entries({ ...snapshot.union, ...snapshot.byGraph })) {
        expect(rowsOf(index), name).toEqual(expectedRows(snapshot, quads, name))
      }
      for (const [name, index] of Object.entries(snapshot.acrossGraphs)) {
        expect(rowsOf(index), name).toEqual(expectedRows(snapshot, quads.filter(isNamed), name))
      }
    }
  })

  test('have offsets for every id', () => {
    for (const { snapshot } of datasets) {
      for (const { offsets } of Object.values({ ...snapshot.union, ...snapshot.byGraph, ...snapshot.acrossGraphs })) {
        expect(offsets.length).toBe(snapshot.termCount + 2)
        expect(offsets[0]).toBe(0)
      }
    }
  })

  test('answer a look-up of every pattern as a scan of the quads does', () => {
    for (const { quads, snapshot } of datasets) {
      for (const [name, index] of Object.entries({
        ...snapshot.union,
        ...snapshot.byGraph,
        ...snapshot.acrossGraphs,
      })) {
        const rows = expectedRows(snapshot, name in snapshot.acrossGraphs ? quads.filter(isNamed) : quads, name)
        for (const row of rows) {
          for (let known = 1; known < name.length; known++) {
            const alike = rows.filter((other) => row.slice(0, known).every((id, at) => other[at] === id))
            expect(lookUp(index, row.slice(0, known))).toEqual(alike)
          }
        }
      }
    }
  })

  test('of an empty dataset are empty', () => {
    const snapshot = buildSnapshot([])
    expect(snapshot).toMatchObject({ quadCount: 0, tripleCount: 0 })
    expect(snapshot.graphs.length).toBe(0)
    expect(rowsOf(snapshot.union.spo)).toEqual([])
  })
})

/** The rows that begin with some ids, found as an evaluator finds them. */
function lookUp(index: TripleIndex | QuadIndex, [first, ...others]: number[]): number[][] {
  let [from, to] = [index.offsets[first!]!, index.offsets[first! + 1]!]
  const columns = 'fourth' in index ? [index.second, index.third, index.fourth] : [index.second, index.third]
  for (const [at, id] of others.entries()) {
    const start = lowerBound(columns[at]!, id, from, to)
    to = lowerBound(columns[at]!, id + 1, start, to)
    from = start
  }
  return Array.from({ length: to - from }, (_, at) => [first!, ...columns.map((column) => column[from + at]!)])
}

describe('the counts', () => {
  test('are those of the quads', () => {
    for (const { quads, snapshot } of datasets) {
      expect(snapshot.quadCount).toBe(quads.length)
      expect(snapshot.tripleCount).toBe(expectedRows(snapshot, quads, 'spo').length)
      expect([...snapshot.graphs]).toEqual(expectedRows(snapshot, quads.filter(isNamed), 'g').flat())
      expect(snapshot.defaultGraph).toBe(snapshot.idOf(defaultGraph))
      expect(snapshot.termOf(snapshot.defaultGraph).termType).toBe('DefaultGraph')
    }
  })

  test('of a predicate are those of its triples', () => {
    for (const { quads, snapshot } of datasets) {
      for (let id = 0; id <= snapshot.termCount + 1; id++) {
        const own = quads.filter(({ predicate }) => snapshot.idOf(predicate) === id)
        const count = (order: string) => expectedRows(snapshot, own, order).length
        expect(snapshot.statistics(id)).toEqual({ triples: count('spo'), subjects: count('s'), objects: count('o') })
      }
    }
  })
})
