/**
 * A snapshot in the orders that documents have, for documents larger than memory: every walk keeps the order of the
 * subjects' ids, and what it is at.
 */
import type { Quad } from '../../rdf/environment.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { canonicalNQuads } from './canonical-n-quads.ts'
import { quadsInOrder, triplesInOrder } from './reading-order.ts'
import { type Thing, thingsIn } from './things.ts'

export type { Thing }

export class OrderedSnapshot {
  readonly #snapshot: Snapshot

  /** @param snapshot all graphs of a dataset, without blank nodes */
  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /** The bytes of the canonical N-Quads document, whose SHA-256 is the hash of RDFC-1.0. */
  canonicalNQuads(): Generator<Uint8Array, void> {
    return canonicalNQuads(this.#snapshot)
  }

  /** Every quad, in the order of `sortQuads`. */
  quads(): Generator<Quad, void> {
    return quadsInOrder(this.#snapshot)
  }

  /** The union of all graphs, each triple once, in the order of `sortTriples`. */
  triples(): Generator<Quad, void> {
    return triplesInOrder(this.#snapshot)
  }

  /** The things whose IRIs begin with a prefix, with the nodes that describe them. */
  things(prefix: string): Generator<Thing, void> {
    return thingsIn(this.#snapshot, prefix)
  }
}
