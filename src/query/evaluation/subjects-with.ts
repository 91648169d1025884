/**
 * Which subjects have a property, asked for one after the other. Each is looked up by itself at first; when that has been
 * done often enough, all that have it are noted in a bit set, which takes less time than the look-ups so far.
 */
import type { GraphView } from './graph-view.ts'
import type { Meter } from './meter.ts'

/** How many rows can be noted in the time of one look-up. */
const rowsPerLookUp = 16

/** How many words of a new bit set are made in the time of noting one row. */
const wordsPerRow = 16

/** Of one predicate, with any object or a given one, in one graph after the other. */
export class SubjectsWith {
  readonly #predicate: number
  readonly #object: number
  readonly #words: number
  readonly #meter: Meter
  #view: GraphView | undefined
  /** What the bit set would take, in rows. */
  #cost = 0
  #lookUps = 0
  #bits: Uint32Array | undefined

  /** @param object 0 for any */
  constructor(predicate: number, object: number, termCount: number, meter: Meter) {
    this.#predicate = predicate
    this.#object = object
    this.#words = (termCount >>> 5) + 1
    this.#meter = meter
  }

  /** Undefined where the graph has no single range of rows. @param subject an id of the snapshot */
  has(subject: number, view: GraphView): boolean | undefined {
    if (view !== this.#view) this.#enter(view)
    if (this.#bits) return ((this.#bits[subject >>> 5]! >>> (subject & 31)) & 1) === 1
    if (++this.#lookUps * rowsPerLookUp > this.#cost) this.#note(view)
    return view.has(subject, this.#predicate, this.#object)
  }

  #enter(view: GraphView): void {
    const range = view.rangeOf(0, this.#predicate, this.#object)
    this.#view = view
    this.#forget()
    this.#lookUps = 0
    this.#cost = range ? range.to - range.from + this.#words / wordsPerRow : Number.POSITIVE_INFINITY
  }

  #forget(): void {
    if (this.#bits) this.#meter.release(this.#bits.byteLength)
    this.#bits = undefined
  }

  #note(view: GraphView): void {
    const { from, to, subjects } = view.rangeOf(0, this.#predicate, this.#object)!
    const bits = new Uint32Array(this.#words)
    this.#meter.keep(bits.byteLength)
    for (let row = from; row < to; row++) {
      this.#meter.step()
      const subject = subjects![row]!
      bits[subject >>> 5]! |= 1 << (subject & 31)
    }
    this.#bits = bits
  }
}
