/**
 * The triples of one subject in order: by predicate, then by object as N-Triples writes it.
 */
import { withRoom } from '../snapshot/columns.ts'
import { sortIds } from './sort-ids.ts'
import type { SortKeys } from './sort-keys.ts'

/** Working memory that one subject after the other is set into. */
export class SubjectRows {
  length = 0
  /** Of which the first `length` count. */
  predicates = new Uint32Array(64)
  objects = new Uint32Array(64)
  /** The rows where a predicate begins. */
  #starts = new Uint32Array(64)
  readonly #ranks: Uint32Array
  readonly #objectKeys: SortKeys

  /** @param ranks by the id of a predicate: its place in the order of predicates */
  constructor(ranks: Uint32Array, objectKeys: SortKeys) {
    this.#ranks = ranks
    this.#objectKeys = objectKeys
  }

  /** Takes the rows from `from` to `to`, which are sorted by the ids of predicate and object. */
  set(predicates: Uint32Array, objects: Uint32Array, from: number, to: number): void {
    this.predicates = withRoom(this.predicates, to - from)
    this.objects = withRoom(this.objects, to - from)
    this.length = 0
    const count = this.#findStarts(predicates, from, to)
    this.#sortStarts(predicates, count)
    for (let index = 0; index < count; index++) {
      const start = this.#starts[index]!
      const predicate = predicates[start]!
      const first = this.length
      for (let row = start; row < to && predicates[row] === predicate; row++) {
        this.predicates[this.length] = predicate
        this.objects[this.length++] = objects[row]!
      }
      if (this.length - first > 1) sortIds(this.objects, this.#objectKeys, first, this.length)
    }
  }

  #findStarts(predicates: Uint32Array, from: number, to: number): number {
    let count = 0
    for (let row = from; row < to; row++) {
      if (row > from && predicates[row] === predicates[row - 1]) continue
      this.#starts = withRoom(this.#starts, count + 1)
      this.#starts[count++] = row
    }
    return count
  }

  #sortStarts(predicates: Uint32Array, count: number): void {
    const ranks = this.#ranks
    const starts = this.#starts
    if (count > 32) {
      starts.subarray(0, count).sort((one, other) => ranks[predicates[one]!]! - ranks[predicates[other]!]!)
      return
    }
    for (let index = 1; index < count; index++) {
      const start = starts[index]!
      const rank = ranks[predicates[start]!]!
      let at = index
      for (; at > 0 && ranks[predicates[starts[at - 1]!]!]! > rank; at--) starts[at] = starts[at - 1]!
      starts[at] = start
    }
  }
}
