/**
 * Things by what they are called elsewhere: an item of Wikidata, an element of OpenStreetMap, a website, an SPDX licence.
 */
import { distance } from 'fastest-levenshtein'
import { osmElement, spdxLicence, websitePage, wikidataItem } from '../names/identifiers.ts'
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { schema, skos, spdx } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Identified, IdentifierKind } from './store.ts'

interface Register {
  /** Statements that name a thing so, the surest first. */
  readonly properties: readonly NamedNode[]
  /**
   * One form of the many in which people write an identifier; undefined for what is none of this kind.
   * @param text as a client or the data gives it
   */
  readonly normalize: (text: string) => string | undefined
  /** What is similar enough to be meant. */
  readonly isNear: (one: string, other: string) => boolean
}

const matches = [skos.exactMatch!, skos.closeMatch!]

const registers: Readonly<Record<IdentifierKind, Register>> = {
  wikidata: {
    properties: matches,
    normalize: wikidataItem,
    isNear: (one, other) => distance(one, other) <= 1,
  },
  osm: {
    properties: matches,
    normalize: osmElement,
    // The same number is another element under each type, and easily meant.
    isNear: (one, other) => one.split('/')[1] === other.split('/')[1] || distance(one, other) <= 1,
  },
  website: {
    properties: [schema.url!],
    normalize: websitePage,
    isNear: (one, other) => hostOf(one) === hostOf(other) || distance(one, other) <= one.length / 8,
  },
  spdx: {
    properties: [spdx.licenseId!],
    normalize: spdxLicence,
    isNear: (one, other) => one.startsWith(other) || other.startsWith(one) || distance(one, other) <= 2,
  },
}

/** Other links are made with the same properties. */
const linkTargets: Partial<Record<IdentifierKind, RegExp>> = {
  wikidata: /^https?:\/\/(www\.)?wikidata\.org\//,
  osm: /^https?:\/\/(www\.)?openstreetmap\.org\//,
}

export class IdentifierIndex {
  readonly #source: QuadReader
  readonly #baseIri: string
  readonly #known = new Map<IdentifierKind, ReadonlyMap<string, readonly Identified[]>>()

  /** @param baseIri what the IRIs of the things begin with: vocabularies have links too */
  constructor(source: QuadReader, baseIri: string) {
    this.#source = source
    this.#baseIri = baseIri
  }

  /** The things that have an identifier, the surest first; undefined if the text is no identifier of this kind. */
  find(kind: IdentifierKind, text: string): readonly Identified[] | undefined {
    const identifier = registers[kind].normalize(text.trim())
    return identifier === undefined ? undefined : (this.#register(kind).get(identifier) ?? [])
  }

  /** At most so many identifiers that look like one, the most similar first, each with the thing that it leads to. */
  near(kind: IdentifierKind, text: string, limit: number): readonly Identified[] {
    const { normalize, isNear } = registers[kind]
    const identifier = normalize(text.trim()) ?? ''
    return [...this.#register(kind)]
      .filter(([other]) => isNear(identifier, other))
      .sort(([one], [other]) => distance(identifier, one) - distance(identifier, other) || (one < other ? -1 : 1))
      .slice(0, limit)
      .map(([, things]) => things[0]!)
  }

  /** Made when it is first asked for. */
  #register(kind: IdentifierKind): ReadonlyMap<string, readonly Identified[]> {
    const known = this.#known.get(kind) ?? this.#read(kind)
    this.#known.set(kind, known)
    return known
  }

  #read(kind: IdentifierKind): ReadonlyMap<string, readonly Identified[]> {
    const { properties, normalize } = registers[kind]
    const isOne = ({ subject, object }: Quad) =>
      subject.value.startsWith(this.#baseIri) && (linkTargets[kind]?.test(object.value) ?? true)
    const stated = properties.flatMap((property) =>
      [...this.#source.triples(null, property)].filter(isOne).sort(shorter),
    )
    const things = new Map<string, Identified[]>()
    for (const { subject, object } of stated) {
      const identifier = normalize(object.value)
      if (identifier === undefined) continue
      const known = things.get(identifier) ?? []
      things.set(identifier, known)
      // Exact matches come first, so they stand before close ones.
      known.push({ iri: subject.value, identifier })
    }
    return things
  }
}

/** Of things with the same identifier the one with the shorter IRI comes first: the other may be named after it. */
function shorter({ subject: one }: Quad, { subject: other }: Quad): number {
  return one.value.length - other.value.length || (one.value < other.value ? -1 : 1)
}

function hostOf(website: string): string {
  return website.split(/[/?]/)[0]!
}
