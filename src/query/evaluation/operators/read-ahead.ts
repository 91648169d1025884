/**
 * Reads in advance what look-ups by the next subjects will read. Look-ups one after the other wait for the memory one
 * after the other; reads that do not depend on each other are under way together, and the look-ups then find what they
 * need in the cache.
 */
import type { TripleIndex } from '../../../store/snapshot/indexes.ts'

/** Rows at a stretch: what they need stays in the cache until it is their turn. */
const stretch = 64
/** In fewer rows there is too little to win. */
const leastRows = 256

export class ReadAhead {
  readonly #index: TripleIndex
  /** Of no meaning: reads whose values went nowhere would be left out. */
  #seen = 0

  /** @param index sorted by subjects */
  constructor(index: TripleIndex) {
    this.#index = index
  }

  /** To be called before each row from `from` to `to`, in their order. */
  at(row: number, from: number, to: number, subjects: Uint32Array): void {
    if (to - from < leastRows || (row - from) % stretch !== 0) return
    const { offsets, second, third } = this.#index
    const end = Math.min(to, row + stretch)
    let seen = 0
    for (let next = row; next < end; next++) seen ^= offsets[subjects[next]!]!
    for (let next = row; next < end; next++) {
      const first = offsets[subjects[next]!]!
      seen ^= second[first]! ^ third[first]!
    }
    this.#seen ^= seen
  }
}
