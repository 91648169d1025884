/**
 * What things, concepts, classes and properties are called.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { compactIri, rdfs } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { termName } from '../../representation/messages/terms.ts'
import type { Language } from '../../representation/negotiate.ts'
import { textsIn } from './texts.ts'

export class Names {
  readonly #source: QuadReader
  readonly #baseIri: string

  constructor(source: QuadReader, baseIri: string) {
    this.#source = source
    this.#baseIri = baseIri
  }

  /** In the language if it can be, else in any, else the IRI made short. */
  of(iri: string, language: Language): string {
    const short = iri.startsWith(this.#baseIri) ? iri.slice(this.#baseIri.length) : compactIri(iri)
    return this.text(iri, rdfs.label!, language) ?? termName(compactIri(iri), language) ?? short
  }

  /** The text of a property: in the language, else in none, else in any. */
  text(iri: string, property: NamedNode, language: Language): string | undefined {
    const values = Array.from(this.#source.triples(rdf.namedNode(iri), property), ({ object }) => object)
    return textsIn(values, language)[0]?.value
  }

  /** By name, in the order of the language's alphabet. */
  sorted(iris: Iterable<string>, language: Language): string[] {
    const collator = new Intl.Collator(language, { numeric: true })
    return Array.from(new Set(iris), (iri) => [iri, this.of(iri, language)] as const)
      .sort(([a, one], [b, other]) => collator.compare(one, other) || (a < b ? -1 : 1))
      .map(([iri]) => iri)
  }
}
