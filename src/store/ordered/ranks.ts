/** Places in an order. */
import type { Snapshot } from '../snapshot/snapshot.ts'
import { sortIds } from './sort-ids.ts'
import type { SortKeys } from './sort-keys.ts'

/** By id: the place of each of some terms in the order of their keys, from 1. */
export function ranksOf(ids: Uint32Array, keys: SortKeys, { termCount }: Snapshot): Uint32Array {
  const sorted = ids.slice()
  sortIds(sorted, keys)
  const ranks = new Uint32Array(termCount + 1)
  for (let place = 0; place < sorted.length; place++) ranks[sorted[place]!] = place + 1
  return ranks
}
