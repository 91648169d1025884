/**
 * Suggest services (Reconciliation Service API 0.2 §7): things, types and properties for what someone is writing.
 */

import { fold } from '../names/fold.ts'
import { rdf } from '../rdf/environment.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Names } from './names/names.ts'
import type { Properties, Property } from './properties.ts'
import type { Things } from './things.ts'
import type { Type, Types } from './types.ts'

export interface SuggestedThing {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly notable: readonly Type[]
}

/** §7.2: what was written so far, and how many suggestions were had before. */
export interface Beginning {
  readonly prefix: string
  readonly cursor: number
}

/** So many are given at once. */
const page = 10

export class Suggestions {
  readonly #names: Names
  readonly #things: Things
  readonly #types: Types
  readonly #properties: Properties

  constructor(parts: {
    readonly names: Names
    readonly things: Things
    readonly types: Types
    readonly properties: Properties
  }) {
    this.#names = parts.names
    this.#things = parts.things
    this.#types = parts.types
    this.#properties = parts.properties
  }

  things({ prefix, cursor }: Beginning, language: Language): SuggestedThing[] {
    const iris = this.#iris(prefix).drop(cursor).take(page)
    return Array.from(iris, (iri) => {
      const description = this.#things.description(iri, language)
      return {
        id: this.#things.idOf(iri),
        name: this.#things.name(rdf.namedNode(iri), language),
        ...(description !== undefined && { description }),
        notable: this.#types.of(iri).map((type) => this.#types.describe(type, language)),
      }
    })
  }

  types({ prefix, cursor }: Beginning, language: Language): Type[] {
    const named = this.#types.all().filter((iri) => this.#things.label(rdf.namedNode(iri), language) !== undefined)
    const all = named.map((iri) => this.#types.describeWithBroader(iri, language))
    return beginning(prefix, all).slice(cursor, cursor + page)
  }

  properties({ prefix, cursor }: Beginning, language: Language): Property[] {
    const all = this.#properties.all().map((id) => this.#properties.describe(id, language))
    return beginning(prefix, all).slice(cursor, cursor + page)
  }

  /** The thing of which this is the identifier comes before those whose name begins so. */
  *#iris(prefix: string): Generator<string, void> {
    const named = this.#things.find(prefix.trim())
    if (named) yield named
    for (const iri of this.#names.startingWith(prefix)) if (iri !== named) yield iri
  }
}

/** Those whose name or identifier begins so, then those of which another word does; all of them for nothing. */
function beginning<T extends { readonly id: string; readonly name: string }>(prefix: string, all: readonly T[]): T[] {
  const wanted = fold(prefix)
  const texts = ({ id, name }: T) => [fold(name), fold(id)]
  const first = all.filter((one) => one.id.startsWith(prefix) || texts(one).some((text) => text.startsWith(wanted)))
  const rest = all.filter((one) => !first.includes(one) && texts(one).some((text) => ` ${text}`.includes(` ${wanted}`)))
  return [...first, ...rest]
}
