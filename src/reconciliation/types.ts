/**
 * Types: the classes and the kinds that things are of. A class is known by its prefixed name (`schema:Place`), a kind by
 * the path of its concept (`scheme/kinds/third-place`).
 */
import { type NamedNode, rdf } from '../rdf/environment.ts'
import { cg, compactIri, dcterms, prefixes, rdfNs, rdfs, schema, skos } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Work } from '../turns.ts'
import type { Things } from './things.ts'

/** §3.2. */
export interface Type {
  readonly id: string
  readonly name: string
  readonly broader?: readonly Type[]
}

const defaults = [cg.Commons, schema.Place] as NamedNode[]
const typing = [rdfNs.type, dcterms.type] as NamedNode[]
const broadening = [skos.broader, rdfs.subClassOf] as NamedNode[]

/** So many things of a type tell which properties it has. */
const sample = 200

interface Use {
  /** How many things are of the type. */
  readonly count: number
  /** The first of them. */
  readonly first: readonly string[]
}

/** What is of each type that some thing is stated to be of, by IRI. */
export function* typeUsesOf(source: QuadReader, things: Things): Work<ReadonlyMap<string, Use>> {
  const uses = new Map<string, { count: number; first: string[] }>()
  for (const property of typing) {
    for (const { subject, object } of source.triples(null, property)) {
      yield
      if (!things.has(subject.value)) continue
      const use = uses.get(object.value) ?? { count: 0, first: [] }
      uses.set(object.value, use)
      if (++use.count <= sample) use.first.push(subject.value)
    }
  }
  return uses
}

export class Types {
  readonly #source: QuadReader
  readonly #things: Things
  readonly #baseIri: string
  readonly #uses: ReadonlyMap<string, Use>
  /** Each type that things are of, directly or by a narrower one, by its identifier: its IRI, and those narrower types. */
  readonly #known = new Map<string, { readonly iri: string; readonly narrower: string[] }>()

  constructor(source: QuadReader, things: Things, baseIri: string, uses: ReadonlyMap<string, Use>) {
    this.#source = source
    this.#things = things
    this.#baseIri = baseIri
    this.#uses = uses
    for (const used of this.all()) {
      for (const iri of this.#widening(used)) {
        const id = this.idOf(iri)
        const known = this.#known.get(id) ?? { iri, narrower: [] }
        this.#known.set(id, known)
        known.narrower.push(used)
      }
    }
  }

  /** Those that some thing is of, by IRI, what most are of first. */
  all(): string[] {
    return [...this.#uses]
      .sort(([a, { count }], [b, other]) => other.count - count || (a < b ? -1 : 1))
      .map(([iri]) => iri)
  }

  /** How many things are of a type. */
  count(iri: string): number {
    return this.#uses.get(iri)?.count ?? 0
  }

  /** Those that suit most tables. */
  defaults(language: Language): Type[] {
    return defaults.map((type) => this.describe(type.value, language))
  }

  /** The IRI of a type that things are of, directly or by a narrower one. @param id its identifier, or the IRI itself */
  find(id: string): string | undefined {
    return this.#find(id)?.iri
  }

  idOf(iri: string): string {
    return iri.startsWith(this.#baseIri) ? iri.slice(this.#baseIri.length) : compactIri(iri)
  }

  describe(iri: string, language: Language): Type {
    return { id: this.idOf(iri), name: this.#things.name(rdf.namedNode(iri), language) }
  }

  /** With the types that are directly broader, where things are of them. */
  describeWithBroader(iri: string, language: Language): Type {
    const broader = this.#broader(iri).filter((wider) => this.#uses.has(wider))
    const type = this.describe(iri, language)
    return broader.length ? { ...type, broader: broader.map((wider) => this.describe(wider, language)) } : type
  }

  /** Some things of a type (as for `find`) or of one that it is broader than; without a type, some of each. */
  some(type: string | undefined): Set<string> {
    const types = type === undefined ? this.all() : (this.#find(type)?.narrower ?? [])
    const each = Math.ceil(sample / Math.max(1, types.length))
    return new Set(types.flatMap((iri) => this.#uses.get(iri)!.first.slice(0, each)))
  }

  /** The types of a thing that people know by a name: our kinds and classes first, then by identifier. */
  of(iri: string): string[] {
    return this.#stated(iri)
      .filter((type) => this.#things.label(rdf.namedNode(type), 'en') !== undefined)
      .sort((a, b) => this.#rank(a) - this.#rank(b) || (this.idOf(a) < this.idOf(b) ? -1 : 1))
  }

  /** The identifiers of the types of a thing and of all that are broader. */
  idsOf(iri: string): Set<string> {
    return new Set(this.#stated(iri).flatMap((type) => Array.from(this.#widening(type), (wider) => this.idOf(wider))))
  }

  #stated(iri: string): string[] {
    const types = typing.flatMap((property) => [...this.#source.triples(rdf.namedNode(iri), property)])
    return [...new Set(types.map(({ object }) => object.value))]
  }

  /** What a thing is to people comes before what it is to maps. */
  #rank(type: string): number {
    if (type.startsWith(prefixes.cg) || type.startsWith(this.#baseIri)) return 0
    return type.startsWith(prefixes.geo) ? 2 : 1
  }

  #find(id: string) {
    return this.#known.get(id) ?? this.#known.get(this.idOf(id))
  }

  /** A type and all that are broader. */
  #widening(type: string): Set<string> {
    const all = new Set([type])
    for (const one of all) for (const wider of this.#broader(one)) all.add(wider)
    return all
  }

  #broader(iri: string): string[] {
    const node = rdf.namedNode(iri)
    return broadening.flatMap((property) =>
      Array.from(this.#source.triples(node, property), ({ object }) => object.value),
    )
  }
}
