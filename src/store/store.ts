/**
 * The store's face: what pages, dumps and search ask of it, whatever holds the quads.
 */
import type { Version } from '../dataset/version.ts'
import type { NamedNode, Quad } from '../rdf/environment.ts'

export interface SearchOptions {
  /** How many hits at most. */
  readonly limit: number
  /** In which texts are rather quoted, where they are there in many. */
  readonly language?: string | undefined
}

/** A thing found by its name, or by what is said of it. */
export interface SearchHit {
  readonly iri: string
  readonly labels: Labels
  /** The spelling that matched best, or the beginning of the sentence that did. */
  readonly match: string
  /** Where it was found by a text: its language tag, empty for none. */
  readonly text?: { readonly language: string }
  /** Higher is better; comparable within one answer only. */
  readonly score: number
}

/** rdfs:label by language tag. */
export type Labels = Readonly<Record<string, string>>

/** What things are called elsewhere: an item of Wikidata, an element of OpenStreetMap, a website, an SPDX licence. */
export const identifierKinds = ['wikidata', 'osm', 'website', 'spdx'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export interface Identified {
  readonly iri: string
  /** In one form: `Q648`, `way/42`, `example.org/path`, `cc-by-4.0`. */
  readonly identifier: string
}

export interface StoreSize {
  /** Those of the default graph included. */
  readonly quads: number
  /** What they take here; nothing is said of an engine elsewhere. */
  readonly bytes?: number
}

export interface Store {
  /**
   * The description of an entity, with the graph of each statement: what is said of it and of its hash-IRI parts,
   * what points at either, and the labels of all that these statements name. Empty if nothing is said of it.
   */
  describe(entity: NamedNode): Promise<readonly Quad[]>

  /** What is said of an entity itself, with the graph of each statement. Where that is nothing, it has no description. */
  about(entity: NamedNode): Promise<readonly Quad[]>

  /** What is named by a thing and a fragment and has something said of it, by IRI. */
  parts(thing: NamedNode): Promise<readonly string[]>

  /** Everything that a named graph states. Empty if there is no such graph. @throws RequestError `query-too-large` */
  graph(name: NamedNode): Promise<readonly Quad[]>

  /** The union of all graphs, each triple once. @throws RequestError `query-too-large` */
  union(): Promise<readonly Quad[]>

  /** How many triples the union has. */
  tripleCount(): Promise<number>

  /** How many triples each named graph holds: by IRI, and in the order of these. */
  graphs(): Promise<ReadonlyMap<string, number>>

  /** What the passages of a source state (the passages are its hash-IRI parts), in graph order. */
  statedBy(source: NamedNode): Promise<readonly Quad[]>

  /** Everything of which something is said, in an order that is always the same. */
  subjects(): Promise<readonly string[]>

  /** The labels of things and of ontology terms; what has none is absent. */
  labels(iris: Iterable<string>): Promise<ReadonlyMap<string, Labels>>

  /**
   * Things by label or other spelling, then by the names of their kinds, their descriptions and the facts about them, in
   * any language, accents and case ignored, typing errors forgiven.
   */
  search(text: string, options: SearchOptions): Promise<readonly SearchHit[]>

  /**
   * The things that have an identifier, the surest first; or else the identifiers like it, the most similar first, each
   * with the surest of its things. Undefined if the text is no identifier of this kind.
   */
  identified(
    kind: IdentifierKind,
    text: string,
  ): Promise<{ things: readonly Identified[]; near: readonly Identified[] } | undefined>

  version(): Version

  /** What all of it takes in memory. */
  size(): StoreSize
}
