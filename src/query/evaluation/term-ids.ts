/**
 * Ids of terms during one query: those of the snapshot, and behind them those of terms that the query brought along or
 * made up. Two ids are equal exactly if their terms are the same.
 */
import { type Term, termKey } from '../../rdf/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Meter } from './meter.ts'

/** Bytes of a term object and its place in two tables, beside its text. */
const overhead = 160

/** How much of a text is read in the time of a step, in UTF-16 units. */
const unitsPerStep = 1024

export class TermIds {
  readonly snapshot: Snapshot
  readonly #meter: Meter
  readonly #made: Term[] = []
  readonly #ids = new Map<string, number>()

  constructor(snapshot: Snapshot, meter: Meter) {
    this.snapshot = snapshot
    this.#meter = meter
  }

  idOf(term: Term): number {
    const known = this.snapshot.idOf(term)
    if (known) return known
    const key = termKey(term)
    const made = this.#ids.get(key)
    if (made) return made
    this.#meter.keep(overhead + 4 * key.length)
    this.#made.push(term)
    const id = this.snapshot.termCount + this.#made.length
    this.#ids.set(key, id)
    return id
  }

  termOf(id: number): Term {
    const { termCount } = this.snapshot
    if (id > termCount) return this.#made[id - termCount - 1]!
    const term = this.snapshot.termOf(id)
    // A text of half a megabyte is read in the time of hundreds of rows.
    if (term.value.length > unitsPerStep) this.#meter.step(Math.floor(term.value.length / unitsPerStep))
    return term
  }
}
