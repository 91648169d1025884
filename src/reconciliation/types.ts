/**
 * Types: the classes and the kinds that things are of. A class is known by its prefixed name (`schema:Place`), a kind by
 * the path of its concept (`scheme/kinds/third-place`).
 */
import { type NamedNode, rdf } from '../rdf/environment.ts'
import { cg, compactIri, dcterms, rdfNs, rdfs, schema, skos } from '../rdf/namespaces.ts'
import type { Language } from '../representation/negotiate.ts'
import type { QuadReader } from '../representation/tables/row.ts'
import type { Things } from './things.ts'
import type { Work } from './turns.ts'

/** §3.2. */
export interface Type {
  readonly id: string
  readonly name: string
  readonly broader?: readonly Type[]
}

const defaults = [cg.Commons, schema.Place] as NamedNode[]
const typing = [rdfNs.type, dcterms.type] as NamedNode[]
const broadening = [skos.broader, rdfs.subClassOf] as NamedNode[]

/** How many things are of each type, by IRI. */
export function* typeCountsOf(source: QuadReader, things: Things): Work<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const property of typing) {
    for (const { subject, object } of source.triples(null, property)) {
      if (things.has(subject.value)) counts.set(object.value, (counts.get(object.value) ?? 0) + 1)
      yield
    }
  }
  return counts
}

export class Types {
  readonly #source: QuadReader
  readonly #things: Things
  readonly #baseIri: string
  /** How many things are of each, by IRI. */
  readonly #counts: ReadonlyMap<string, number>

  constructor(source: QuadReader, things: Things, baseIri: string, counts: ReadonlyMap<string, number>) {
    this.#source = source
    this.#things = things
    this.#baseIri = baseIri
    this.#counts = counts
  }

  /** Those that some thing is of, by IRI, what most are of first. */
  all(): string[] {
    return [...this.#counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([iri]) => iri)
  }

  /** How many things are of a type. */
  count(iri: string): number {
    return this.#counts.get(iri) ?? 0
  }

  /** Those that suit most tables. */
  defaults(language: Language): Type[] {
    return defaults.map((type) => this.describe(type.value, language))
  }

  find(id: string): string | undefined {
    return this.all().find((iri) => this.idOf(iri) === id)
  }

  idOf(iri: string): string {
    return iri.startsWith(this.#baseIri) ? iri.slice(this.#baseIri.length) : compactIri(iri)
  }

  describe(iri: string, language: Language): Type {
    return { id: this.idOf(iri), name: this.#things.name(rdf.namedNode(iri), language) }
  }

  /** With the types that are directly broader, where things are of them. */
  describeWithBroader(iri: string, language: Language): Type {
    const broader = this.#broader(iri).filter((wider) => this.#counts.has(wider))
    const type = this.describe(iri, language)
    return broader.length ? { ...type, broader: broader.map((wider) => this.describe(wider, language)) } : type
  }

  /** The things of a type or of one that it is broader than, by IRI. */
  *things(id: string): Generator<string, void> {
    for (const iri of this.#things.all()) if (this.idsOf(iri).has(id)) yield iri
  }

  /** The types of a thing by IRI, in the order of their identifiers: ours first. */
  of(iri: string): string[] {
    const types = typing.flatMap((property) => [...this.#source.triples(rdf.namedNode(iri), property)])
    return types.map(({ object }) => object.value).sort((a, b) => (this.idOf(a) < this.idOf(b) ? -1 : 1))
  }

  /** The identifiers of the types of a thing and of all that are broader. */
  idsOf(iri: string): Set<string> {
    const all = new Set(this.of(iri))
    for (const type of all) for (const wider of this.#broader(type)) all.add(wider)
    return new Set([...all].map((type) => this.idOf(type)))
  }

  #broader(iri: string): string[] {
    const node = rdf.namedNode(iri)
    return broadening.flatMap((property) =>
      Array.from(this.#source.triples(node, property), ({ object }) => object.value),
    )
  }
}
