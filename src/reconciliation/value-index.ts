/**
 * Which things have a value. An index of a property is made when a query first looks for things by it.
 */

import type { Work } from '../turns.ts'
import type { Properties } from './properties.ts'
import { type PropertyMatch, type QueryValue, textOf } from './property-match.ts'
import type { Things } from './things.ts'
import { keysOf } from './value-keys.ts'

/** A value that more things have tells none of them: it gets no list. */
const mostThings = 100

/** By key: the things that have such a value, none where they are too many. */
type Index = ReadonlyMap<string, readonly string[]>

export class ValueIndex {
  readonly #things: Things
  readonly #properties: Properties
  readonly #match: PropertyMatch
  readonly #indexes = new Map<string, Index>()

  constructor(parts: { readonly things: Things; readonly properties: Properties; readonly match: PropertyMatch }) {
    this.#things = parts.things
    this.#properties = parts.properties
    this.#match = parts.match
  }

  /** The IRIs of the things that have exactly one of these values, each once; none for what more than a few have. */
  *things(property: string, values: readonly QueryValue[]): Work<ReadonlySet<string>> {
    if (!this.#properties.has(property)) return new Set()
    if (property === 'iri') return new Set(values.flatMap((value) => this.#things.find(textOf(value).trim()) ?? []))
    const index = this.#indexes.get(property) ?? (yield* this.#made(property))
    this.#indexes.set(property, index)
    const keys = values.flatMap((value) => keysOf(property, textOf(value)))
    return new Set(keys.flatMap((key) => index.get(key) ?? []))
  }

  *#made(property: string): Work<Index> {
    const index = new Map<string, string[]>()
    for (const { iri, terms } of this.#properties.statements(property, this.#things)) {
      for (const term of terms) for (const key of this.#match.keysOf(property, term)) add(index, key, iri)
      yield
    }
    return index
  }
}

const tooMany: string[] = []

function add(index: Map<string, string[]>, key: string, iri: string): void {
  const known = index.get(key)
  if (!known) index.set(key, [iri])
  else if (known === tooMany || known.includes(iri)) return
  else if (known.length < mostThings) known.push(iri)
  else index.set(key, tooMany)
}
