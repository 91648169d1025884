/**
 * How well the values that a query gives for a property go with those of a thing.
 */

import { foldName } from '../names/fold.ts'
import { likeness } from '../names/likeness.ts'
import type { Term } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'
import type { Things } from './things.ts'
import type { Types } from './types.ts'

/** §3.4: a string, a number, a boolean, or an entity. */
export type QueryValue = string | number | boolean | { readonly id: string; readonly name?: string }

/** Degrees within which two places are one, and beyond which they are two. */
const [near, far] = [0.001, 0.01]
const coordinates = new Set(['latitude', 'longitude'])

/** Texts less alike than this say nothing in favour. */
const leastAlike = 0.6

export class PropertyMatch {
  readonly #things: Things
  readonly #types: Types

  constructor(things: Things, types: Types) {
    this.#things = things
    this.#types = types
  }

  /** From 0 to 1: for each value asked for the best of those stated, in the mean. */
  compare(property: string, asked: readonly QueryValue[], stated: readonly Term[]): number {
    const best = asked.map((value) => Math.max(...stated.map((term) => this.#one(property, value, term))))
    return best.reduce((sum, value) => sum + value, 0) / asked.length
  }

  /** Under which keys a value of a thing is looked for when only that is known. */
  keysOf(term: Term): string[] {
    if (term.termType === 'NamedNode') return [...this.#identifiers(term), ...this.#things.labels(term)].map(keyOf)
    return [keyOf(term.value)]
  }

  #one(property: string, asked: QueryValue, term: Term): number {
    const text = textOf(asked)
    if (coordinates.has(property)) return closeness(Math.abs(Number(text) - Number(term.value)))
    const key = keyOf(text)
    if (key && this.keysOf(term).includes(key)) return 1
    if (typeof asked === 'object' && asked.name === undefined) return 0
    const name = foldName(typeof asked === 'object' ? asked.name! : text)
    const alike = (term.termType === 'NamedNode' ? this.#things.labels(term) : [term.value]).map(
      (other) => likeness(name, foldName(other)).value,
    )
    const value = Math.max(0, ...alike)
    return value >= leastAlike ? value : 0
  }

  /** All by which a table may name a node. */
  #identifiers({ value }: Term): string[] {
    return [value, this.#things.has(value) ? this.#things.idOf(value) : this.#types.idOf(value)]
  }
}

export function textOf(value: QueryValue): string {
  return typeof value === 'object' ? value.id : String(value)
}

/** The same for what means the same: addresses of the web without scheme and `www.`, items of Wikidata by their number. */
export function keyOf(text: string): string {
  const item = /^(?:https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\/)?(Q\d+)$/.exec(text)?.[1]
  if (item) return prefixes.wd + item
  if (/^https?:\/\//i.test(text)) return text.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '')
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(number) ? foldName(text).text : String(number)
}

function closeness(degrees: number): number {
  if (Number.isNaN(degrees) || degrees >= far) return 0
  return degrees <= near ? 1 : (far - degrees) / (far - near)
}
