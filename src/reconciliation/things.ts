/**
 * What is told of things: their identifiers and what they are called, in a language.
 */
import { type NamedNode, rdf, type Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { compactIri, rdfs, schema, skos } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import { termName } from '../representation/messages/terms.ts'
import type { Language } from '../representation/negotiate.ts'

export class Things {
  readonly #source: QuadReader
  readonly #iris: ReadonlySet<string>
  readonly #baseIri: string

  /** @param iris those of all things that have names */
  constructor(source: QuadReader, iris: ReadonlySet<string>, baseIri: string) {
    this.#source = source
    this.#iris = iris
    this.#baseIri = baseIri
  }

  /** By IRI. */
  all(): IteratorObject<string> {
    return this.#iris.values()
  }

  has(iri: string): boolean {
    return this.#iris.has(iri)
  }

  /** The identifier of a thing in the identifier space of the service. */
  idOf(iri: string): string {
    return iri.slice(this.#prefix.length)
  }

  /** The thing of an identifier, an IRI, or nothing. */
  find(text: string): string | undefined {
    return [text, this.#prefix + text].find((iri) => this.#iris.has(iri))
  }

  /** What a thing, a concept, a class or a property is called, or else its IRI made short. */
  name(term: Term, language: Language): string {
    const { value } = term
    const short = value.startsWith(this.#baseIri) ? value.slice(this.#baseIri.length) : compactIri(value)
    return this.label(term, language) ?? short
  }

  /** The same, if it is called anything. */
  label({ value }: Term, language: Language): string | undefined {
    return this.#text(value, rdfs.label!, language) ?? termName(compactIri(value), language)
  }

  /** All that it is called in any language. */
  labels({ value }: Term): string[] {
    return Array.from(this.#source.triples(rdf.namedNode(value), rdfs.label!), ({ object }) => object.value)
  }

  description(iri: string, language: Language): string | undefined {
    return this.#text(iri, schema.description!, language)
  }

  /** What a concept, a class or a property is. */
  definition(iri: string, language: Language): string | undefined {
    return this.#text(iri, skos.definition!, language) ?? this.#text(iri, rdfs.comment!, language)
  }

  #text(iri: string, property: NamedNode, language: Language): string | undefined {
    const node = rdf.namedNode(iri)
    return new Lookup([...this.#source.triples(node, property)]).text(node, property, language)
  }

  get #prefix(): string {
    return `${this.#baseIri}id/`
  }
}
