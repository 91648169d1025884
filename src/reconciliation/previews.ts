/**
 * What previews and flyouts show (Reconciliation Service API 0.2 §6, §7.5): enough to tell a thing from its namesakes.
 */
import { rdf, type Term } from '../rdf/environment.ts'
import { type Bases, linkTo } from '../representation/addresses.ts'
import type { Link } from '../representation/fact.ts'
import type { Preview } from '../representation/html/preview.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Properties } from './properties.ts'
import type { Things } from './things.ts'
import type { Types } from './types.ts'

/** Those that tell most about which thing it is, in the order in which they are shown. */
const shown = ['address', 'contained_in', 'hosted_at', 'meets_at', 'website', 'floor_area', 'licence', 'same_as']

export class Previews {
  readonly #things: Things
  readonly #types: Types
  readonly #properties: Properties
  readonly #bases: Bases

  constructor(parts: {
    readonly things: Things
    readonly types: Types
    readonly properties: Properties
    readonly bases: Bases
  }) {
    this.#things = parts.things
    this.#types = parts.types
    this.#properties = parts.properties
    this.#bases = parts.bases
  }

  /** Undefined where there is no such thing. */
  thing(id: string, language: Language): Preview | undefined {
    const iri = this.#things.find(id)
    if (iri === undefined) return undefined
    const read = this.#properties.reader(iri)
    const facts = shown.map((property) => ({
      name: this.#properties.describe(property, language).name,
      values: read(property).map((term) => this.#link(term, language)),
    }))
    return {
      title: this.#link(rdf.namedNode(iri), language),
      subtitle: this.#types.of(iri).map((type) => this.#types.describe(type, language).name),
      description: this.#things.description(iri, language),
      facts: facts.filter(({ values }) => values.length),
    }
  }

  /** Undefined where nothing is of such a type. */
  type(id: string, language: Language): Preview | undefined {
    const iri = this.#types.find(id)
    if (iri === undefined) return undefined
    const description = this.#things.definition(iri, language)
    return { title: this.#link(rdf.namedNode(iri), language), subtitle: [id], description, facts: [] }
  }

  /** Undefined where there is no such property. */
  property(id: string, language: Language): Preview | undefined {
    if (!this.#properties.has(id)) return undefined
    const { name } = this.#properties.describe(id, language)
    return { title: { text: name }, subtitle: [id], description: undefined, facts: [] }
  }

  /** With an address that is the same wherever it is shown. */
  #link(term: Term, language: Language): Link {
    if (term.termType === 'Literal') return { text: term.value }
    const href = linkTo(this.#bases, term.value)
    const text = this.#things.label(term, language) ?? term.value
    return href === undefined ? { text } : { text, href: new URL(href, this.#bases.publicUrl).href }
  }
}
