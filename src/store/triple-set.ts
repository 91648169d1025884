/**
 * A set of triples that a snapshot has: one bit for each triple of its union graph.
 */
import type { Quad } from '../rdf/environment.ts'
import { lowerBound } from './snapshot/lower-bound.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

export class TripleSet {
  size = 0
  readonly #snapshot: Snapshot
  readonly #bits: Uint8Array

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    this.#bits = new Uint8Array(Math.ceil(snapshot.tripleCount / 8))
  }

  /** Takes a triple of the snapshot, whatever graph it comes with. */
  add({ subject, predicate, object }: Quad): void {
    const { idOf, union } = this.#snapshot
    const { offsets, second, third } = union.spo
    const ids = { subject: idOf(subject), predicate: idOf(predicate), object: idOf(object) }
    const to = offsets[ids.subject + 1]!
    const from = lowerBound(second, ids.predicate, offsets[ids.subject]!, to)
    const row = lowerBound(third, ids.object, from, lowerBound(second, ids.predicate + 1, from, to))
    const bit = 1 << (row & 7)
    if (this.#bits[row >>> 3]! & bit) return
    this.#bits[row >>> 3]! |= bit
    this.size++
  }
}
