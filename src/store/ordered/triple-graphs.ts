/**
 * The graphs that state a triple, in order: the default graph, then those with names.
 */
import { withRoom } from '../snapshot/columns.ts'
import { lowerBound } from '../snapshot/lower-bound.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { sortIds } from './sort-ids.ts'
import type { SortKeys } from './sort-keys.ts'

interface Range {
  readonly from: number
  readonly to: number
}

const none: Range = { from: 0, to: 0 }

export class TripleGraphs {
  length = 0
  /** Of which the first `length` count. */
  ids = new Uint32Array(64)
  readonly #snapshot: Snapshot
  readonly #keys: SortKeys
  /** The rows of the subject in `acrossGraphs.spog`, and those in the default graph of `byGraph.gspo`. */
  #named = none
  #unnamed = none

  constructor(snapshot: Snapshot, keys: SortKeys) {
    this.#snapshot = snapshot
    this.#keys = keys
  }

  setSubject(subject: number): void {
    const { acrossGraphs, byGraph, defaultGraph } = this.#snapshot
    const { offsets } = acrossGraphs.spog
    this.#named = { from: offsets[subject]!, to: offsets[subject + 1]! }
    // What no named graph states stands in the default graph; else it has to be looked for there.
    if (isEmpty(this.#named)) return
    const { gspo } = byGraph
    const graph = { from: gspo.offsets[defaultGraph]!, to: gspo.offsets[defaultGraph + 1]! }
    this.#unnamed = within(gspo.second, subject, graph)
  }

  /** Looks up a triple of the subject. */
  setTriple(predicate: number, object: number): void {
    const { acrossGraphs, byGraph, defaultGraph } = this.#snapshot
    this.length = 0
    const { second, third, fourth } = acrossGraphs.spog
    const named = isEmpty(this.#named) ? none : within(third, object, within(second, predicate, this.#named))
    if (isEmpty(named) || this.#isUnnamed(byGraph.gspo, predicate, object)) this.ids[this.length++] = defaultGraph
    const first = this.length
    this.ids = withRoom(this.ids, first + named.to - named.from)
    for (let row = named.from; row < named.to; row++) this.ids[this.length++] = fourth[row]!
    if (this.length - first > 1) sortIds(this.ids, this.#keys, first, this.length)
  }

  #isUnnamed(
    { third, fourth }: { readonly third: Uint32Array; readonly fourth: Uint32Array },
    predicate: number,
    object: number,
  ): boolean {
    return !isEmpty(this.#unnamed) && !isEmpty(within(fourth, object, within(third, predicate, this.#unnamed)))
  }
}

/** The rows of a range in which a column has a value; it is sorted there. */
function within(column: Uint32Array, value: number, { from, to }: Range): Range {
  const start = lowerBound(column, value, from, to)
  return { from: start, to: lowerBound(column, value + 1, start, to) }
}

function isEmpty({ from, to }: Range): boolean {
  return from === to
}
