/**
 * Finding things by what they are called, here and elsewhere, and by what is said of them: the same over every graph.
 */
import { graphNames } from '../dataset/graphs.ts'
import { rdfs, skos } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import { IdentifierIndex } from './identifiers.ts'
import { LabelIndex } from './search.ts'
import type { Identified, IdentifierKind, Labels, SearchHit, SearchOptions } from './store.ts'
import { TextIndex } from './text-index.ts'

/** As many as somebody reads. */
const mostNear = 5

export class Names {
  readonly #labels: LabelIndex
  readonly #texts: TextIndex
  readonly #identifiers: IdentifierIndex

  constructor(source: QuadReader, baseIri: string) {
    const { dataset } = graphNames(baseIri)
    const naming = [rdfs.label!, skos.altLabel!].flatMap((property) => [...source.quads(null, property)])
    this.#labels = new LabelIndex(
      naming.filter(({ graph }) => !graph.equals(dataset)),
      `${baseIri}id/`,
    )
    this.#texts = new TextIndex(source, (iri) => this.#labels.labels(iri), `${baseIri}id/`)
    this.#identifiers = new IdentifierIndex(source, baseIri)
  }

  labels(iris: Iterable<string>): ReadonlyMap<string, Labels> {
    const labelled = Array.from(iris, (iri) => [iri, this.#labels.labels(iri)] as const)
    return new Map(labelled.filter(([, labels]) => Object.keys(labels).length))
  }

  search(text: string, options: SearchOptions): readonly SearchHit[] {
    const named = this.#labels.search(text, options)
    const limit = options.limit - named.length
    if (!limit) return named
    return [...named, ...this.#texts.search(text, { ...options, limit }, new Set(named.map(({ iri }) => iri)))]
  }

  identified(
    kind: IdentifierKind,
    text: string,
  ): { things: readonly Identified[]; near: readonly Identified[] } | undefined {
    const things = this.#identifiers.find(kind, text)
    return things && { things, near: things.length ? [] : this.#identifiers.near(kind, text, mostNear) }
  }
}
