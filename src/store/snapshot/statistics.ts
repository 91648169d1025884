/**
 * What a planner wants to know of a predicate, counted when the snapshot is built.
 */
import { toShared } from './columns.ts'
import type { Indexes, TripleIndex } from './indexes.ts'
import { idsWithRows } from './sorted-rows.ts'

/** One row for each predicate of the union graph, sorted by id: how many subjects and objects its triples have. */
export interface PredicateColumns {
  readonly ids: Uint32Array
  readonly subjects: Uint32Array
  readonly objects: Uint32Array
}

export function countPredicates({ spo, pos }: Indexes['union']): PredicateColumns {
  const ids = idsWithRows(pos.offsets)
  const subjects = new Uint32Array(spo.offsets.length)
  const objects = new Uint32Array(pos.offsets.length)
  forEachPair(spo, (_subject, predicate) => subjects[predicate]!++)
  forEachPair(pos, (predicate) => objects[predicate]!++)
  return {
    ids: toShared(ids),
    subjects: toShared(ids.map((id) => subjects[id]!)),
    objects: toShared(ids.map((id) => objects[id]!)),
  }
}

/** Calls back once for each pair of first and second id, however many thirds it has. */
function forEachPair({ offsets, second }: TripleIndex, callback: (first: number, second: number) => void): void {
  for (let id = 0; id < offsets.length - 1; id++) {
    const start = offsets[id]!
    for (let row = start; row < offsets[id + 1]!; row++) {
      if (row === start || second[row] !== second[row - 1]) callback(id, second[row]!)
    }
  }
}
