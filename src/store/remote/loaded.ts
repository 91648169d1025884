/**
 * The quads of an extent, once they are here.
 */
import type { Quad } from '../../rdf/environment.ts'
import type { Pattern } from '../../rdf/quad-reader.ts'

/** So few are looked through as fast as an index is asked. */
const few = 16

export class Loaded {
  /** In the order of their terms. */
  readonly #quads: readonly Quad[]
  /** False where there are more than the limit. */
  readonly whole: boolean
  readonly limit: number
  #bySubject: ReadonlyMap<string, readonly Quad[]> | undefined
  #byObject: ReadonlyMap<string, readonly Quad[]> | undefined

  constructor(quads: readonly Quad[], whole: boolean, limit: number) {
    this.#quads = quads
    this.whole = whole
    this.limit = limit
  }

  /** All with this subject or, where none is wanted, this object, in their order; maybe others too. */
  candidates(subject: Pattern | undefined, object: Pattern | undefined): readonly Quad[] {
    if (this.#quads.length <= few) return this.#quads
    if (subject) {
      this.#bySubject ??= Map.groupBy(this.#quads, (quad) => quad.subject.value)
      return this.#bySubject.get(subject.value) ?? []
    }
    if (object) {
      this.#byObject ??= Map.groupBy(this.#quads, (quad) => quad.object.value)
      return this.#byObject.get(object.value) ?? []
    }
    return this.#quads
  }
}
