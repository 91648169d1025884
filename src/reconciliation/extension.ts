/**
 * Data extension (Reconciliation Service API 0.2 §8): the values of properties of things.
 */
import type { Literal, Term } from '../rdf/environment.ts'
import { xsd } from '../rdf/namespaces.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Work } from '../turns.ts'
import { distinctAddresses } from './distinct-addresses.ts'
import type { Properties, Property } from './properties.ts'
import type { Things } from './things.ts'
import type { Types } from './types.ts'

/** §8.4. */
export interface ExtensionQuery {
  readonly ids: readonly string[]
  readonly properties: readonly AskedProperty[]
}

export interface AskedProperty {
  readonly id: string
  /** How many values at most; 0 for all. */
  readonly limit: number
  /** What is told of a thing or a concept: its name, or its IRI. */
  readonly content: 'literal' | 'id'
}

/** §8.5. */
export interface Extension {
  readonly meta: readonly Property[]
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly Cell[]>>>>
}

export type Cell =
  | { readonly id: string; readonly name: string }
  | { readonly str: string }
  | { readonly int: number }
  | { readonly float: number }
  | { readonly date: string }

export class DataExtension {
  readonly #things: Things
  readonly #types: Types
  readonly #properties: Properties

  constructor(parts: { readonly things: Things; readonly types: Types; readonly properties: Properties }) {
    this.#things = parts.things
    this.#types = parts.types
    this.#properties = parts.properties
  }

  /** Nothing is stated of what is not known: such cells are empty. */
  *extend({ ids, properties }: ExtensionQuery, language: Language): Work<Extension> {
    const rows: [string, Record<string, readonly Cell[]>][] = []
    for (const id of ids) {
      const iri = this.#things.find(id)
      const read = iri ? this.#properties.reader(iri) : () => []
      const cells = properties.map(({ id, limit, content }) => {
        const terms = id === 'address' ? distinctAddresses(read(id)) : read(id)
        const told = limit ? terms.slice(0, limit) : terms
        return [id, told.map((term) => this.#cell(term, content, language))] as const
      })
      rows.push([id, Object.fromEntries(cells)])
      yield
    }
    return { meta: properties.map(({ id }) => this.#properties.describe(id, language)), rows: Object.fromEntries(rows) }
  }

  /** §8.2: the properties that things of a type have, or any things, those that most have first. */
  *propose(type: string | undefined, language: Language): Work<Property[]> {
    const ids = yield* this.#properties.usedBy(this.#types.some(type))
    return ids.map((id) => this.#properties.describe(id, language))
  }

  #cell(term: Term, content: AskedProperty['content'], language: Language): Cell {
    if (term.termType === 'Literal') return literalCell(term)
    if (content === 'id') return { str: term.value }
    const name = this.#things.label(term, language) ?? term.value
    return this.#things.has(term.value) ? { id: this.#things.idOf(term.value), name } : { str: name }
  }
}

/** Numbers that a double holds, and moments, as such; the format has no other datatypes. */
function literalCell({ value, datatype }: Literal): Cell {
  const number = Number(value)
  if (datatype.equals(xsd.integer) && Number.isSafeInteger(number)) return { int: number }
  if ((datatype.equals(xsd.decimal) || datatype.equals(xsd.double)) && Number.isFinite(number)) return { float: number }
  if (datatype.equals(xsd.dateTime)) return { date: value }
  return { str: value }
}
