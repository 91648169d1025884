/**
 * What the values of a query say of things.
 */

import type { Work } from '../turns.ts'
import { type Places, placing } from './places.ts'
import type { Properties } from './properties.ts'
import type { Comparison, PropertyMatch } from './property-match.ts'
import type { AskedValues } from './query.ts'

/** How well the values go with a thing. */
export interface Evidence {
  /** From 0 to 1, in the mean. */
  readonly value: number
  /** Whether one of them is the thing's alone. */
  readonly identified: boolean
  /** Whether one is another than is stated, or none of those that say where it is can be confirmed. */
  readonly contradicted: boolean
}

/** A property of which nothing is stated of a thing: it is no match, but less of a sign against it than another value. */
const unknownProperty = 0.2

/** A value less alike than this is another one. */
const sameValue = 0.75

/** Properties whose value belongs to one thing. */
const identifying = new Set(['iri', 'same_as'])

export interface ComparedWith {
  readonly properties: Properties
  readonly places: Places
  readonly match: PropertyMatch
}

/** The values of one query. */
export class Inquiry {
  readonly #places: Places
  readonly #asked: readonly { readonly pid: string; readonly comparison: Comparison }[]

  /** Of properties that nobody knows nothing is said. */
  constructor({ properties, places, match }: ComparedWith, asked: readonly AskedValues[]) {
    this.#places = places
    this.#asked = asked
      .filter(({ pid, values }) => values.length && properties.has(pid))
      .map(({ pid, values }) => ({ pid, comparison: match.comparison(pid, values) }))
  }

  /** Undefined where nothing was asked for. */
  *about(iri: string): Work<Evidence | undefined> {
    if (!this.#asked.length) return undefined
    const read = this.#places.reader(iri)
    const compared = []
    for (const { pid, comparison } of this.#asked) {
      const stated = read(pid)
      const value = stated.length ? yield* comparison.with(stated) : unknownProperty
      compared.push({ pid, value, isStated: stated.length > 0 })
    }
    const ofPlace = compared.filter(({ pid }) => placing.has(pid))
    return {
      value: compared.reduce((sum, { value }) => sum + value, 0) / compared.length,
      identified: compared.some(({ pid, value }) => identifying.has(pid) && value === 1),
      contradicted:
        compared.some(({ isStated, value }) => isStated && value < sameValue) ||
        (ofPlace.length > 0 && ofPlace.every(({ value }) => value < sameValue)),
    }
  }
}
