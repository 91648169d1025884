/**
 * Ranges of a sorted index: all rows that begin with some ids.
 */

import type { QuadIndex, TripleIndex } from '../../store/snapshot/indexes.ts'
import { lowerBound } from '../../store/snapshot/lower-bound.ts'
import type { Meter } from './meter.ts'

/** Gets the columns of a row in the order of the index; true stops the scan. */
export type VisitTriple = (first: number, second: number, third: number) => boolean
export type VisitQuad = (first: number, second: number, third: number, fourth: number) => boolean

/**
 * Visits the rows of an index whose columns are these, 0 standing for any; a column may only be given if those before
 * it are.
 * @returns whether a visit stopped it
 */
export function scanTriples(
  index: TripleIndex,
  first: number,
  second: number,
  third: number,
  meter: Meter,
  visit: VisitTriple,
): boolean {
  if (!first) return scanAll(index, meter, (id) => scanTriples(index, id, 0, 0, meter, visit))
  const { offsets, second: seconds, third: thirds } = index
  let from = offsets[first]!
  let to = offsets[first + 1]!
  if (second) {
    from = lowerBound(seconds, second, from, to)
    to = lowerBound(seconds, second + 1, from, to)
    if (third) {
      const row = lowerBound(thirds, third, from, to)
      meter.step()
      return row < to && thirds[row] === third && visit(first, second, third)
    }
  }
  for (let row = from; row < to; row++) {
    meter.step()
    if (visit(first, seconds[row]!, thirds[row]!)) return true
  }
  return false
}

/** Like `scanTriples`, with one column more. */
export function scanQuads(
  index: QuadIndex,
  first: number,
  second: number,
  third: number,
  fourth: number,
  meter: Meter,
  visit: VisitQuad,
): boolean {
  if (!first) return scanAll(index, meter, (id) => scanQuads(index, id, 0, 0, 0, meter, visit))
  const { offsets, second: seconds, third: thirds, fourth: fourths } = index
  let from = offsets[first]!
  let to = offsets[first + 1]!
  if (second) {
    from = lowerBound(seconds, second, from, to)
    to = lowerBound(seconds, second + 1, from, to)
    if (third) {
      from = lowerBound(thirds, third, from, to)
      to = lowerBound(thirds, third + 1, from, to)
      if (fourth) {
        from = lowerBound(fourths, fourth, from, to)
        to = lowerBound(fourths, fourth + 1, from, to)
      }
    }
  }
  meter.step()
  for (let row = from; row < to; row++) {
    meter.step()
    if (visit(first, seconds[row]!, thirds[row]!, fourths[row]!)) return true
  }
  return false
}

/** How many rows of an index begin with these ids. */
export function countTriples(index: TripleIndex, first: number, second: number): number {
  if (!first) return index.second.length
  const from = index.offsets[first]!
  const to = index.offsets[first + 1]!
  if (!second) return to - from
  const start = lowerBound(index.second, second, from, to)
  return lowerBound(index.second, second + 1, start, to) - start
}

function scanAll({ offsets }: { readonly offsets: Uint32Array }, meter: Meter, visit: (first: number) => boolean) {
  for (let id = 1; id + 1 < offsets.length; id++) {
    meter.step()
    if (offsets[id]! < offsets[id + 1]! && visit(id)) return true
  }
  return false
}
