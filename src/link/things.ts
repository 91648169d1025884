/**
 * Our things as they are compared with what others have: names, kind, place, websites, links.
 */
import type { Quad, Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, dcterms, rdfs, schema, skos, wgs84 } from '../rdf/namespaces.ts'
import { type Kind, kindOf, tagsOf } from './kinds.ts'
import { distinctNames } from './names.ts'

export interface Position {
  readonly lat: number
  readonly long: number
}

/** Where a thing is, as far as we know: within so many metres of a point. */
export interface Area extends Position {
  readonly metres: number
}

export interface Name {
  readonly text: string
  /** A language tag of BCP 47; empty if none is said. */
  readonly language: string
}

export interface Link {
  readonly predicate: string
  readonly object: string
}

export interface Thing {
  readonly iri: string
  /** Labels first, then other spellings, French before others, each once; it has at least one. */
  readonly names: readonly Name[]
  readonly description?: string | undefined
  readonly kind?: Kind | undefined
  /** Tags of OpenStreetMap that say more than the kind does. */
  readonly tags: readonly string[]
  readonly area?: Area | undefined
  /** Name of the town around it. */
  readonly town?: string | undefined
  readonly websites: readonly string[]
  readonly links: readonly Link[]
}

/** How far from the point that we have for a thing its point may be elsewhere. */
const radii: Readonly<Record<string, number>> = { settlement: 10_000, station: 500 }
const radiusOf = (kind: Kind | undefined) => radii[kind?.name ?? ''] ?? 300
const districtRadius = 1500

const around = [cg.hostedAt!, cg.meetsAt!, schema.location!, schema.containedInPlace!]

export class Things {
  readonly #facts: Lookup
  readonly #baseIri: string

  constructor(quads: readonly Quad[], baseIri: string) {
    this.#facts = new Lookup(quads)
    this.#baseIri = baseIri
  }

  /**
   * Those that somebody else may describe too: things of their own under `id/` whose kind is in the table, and whose
   * name is not only a stand-in.
   */
  linkable(): readonly Thing[] {
    const lost = `${this.#baseIri}scheme/name-statuses/lost`
    const labelled = this.#facts.using(rdfs.label!).map(({ subject }) => subject.value)
    return [...new Set(labelled)]
      .filter((iri) => iri.startsWith(`${this.#baseIri}id/`) && !iri.includes('#'))
      .filter((iri) => !this.#facts.objects(term(iri), cg.nameStatus!).some(({ value }) => value === lost))
      .sort()
      .map((iri) => this.thing(iri))
      .filter(({ kind }) => kind !== undefined)
  }

  /** Any thing that has a label, concepts and licences included. */
  thing(iri: string): Thing {
    const subject = term(iri)
    const kind = this.#kind(subject)
    const concepts = this.#facts.objects(subject, dcterms.type!).map(({ value }) => value)
    return {
      iri,
      names: this.#names(subject),
      description: this.#facts.text(subject, schema.description!, 'fr'),
      kind,
      tags: tagsOf(concepts),
      area: this.#ownArea(subject) ?? this.#areaAround(subject) ?? this.#areaInside(subject),
      town: this.#town(subject),
      websites: this.#facts.objects(subject, schema.url!).map(({ value }) => value),
      links: [skos.exactMatch!, skos.closeMatch!].flatMap((predicate) =>
        this.#facts.objects(subject, predicate).map(({ value }) => ({ predicate: predicate.value, object: value })),
      ),
    }
  }

  #kind(subject: Term): Kind | undefined {
    return kindOf(this.#facts.types(subject).map(({ value }) => value))
  }

  #names(subject: Term): Name[] {
    const french = (object: Term) => object.termType === 'Literal' && object.language === 'fr'
    const literals = [rdfs.label!, skos.altLabel!]
      .flatMap((property) =>
        this.#facts.objects(subject, property).sort((a, b) => Number(french(b)) - Number(french(a))),
      )
      .filter((object) => object.termType === 'Literal')
    // What stands in brackets after a name tells readers what it is of: MediaWiki (logiciel).
    const names = literals.map(({ value, language }) => ({ text: value.replace(/(?<=.)\s\([^)]*\)$/, ''), language }))
    const distinct = new Set(distinctNames(names.map(({ text }) => text)))
    return names.filter(({ text }) => distinct.delete(text))
  }

  #ownArea(subject: Term): Area | undefined {
    const lat = Number(this.#facts.object(subject, wgs84.lat!)?.value)
    const long = Number(this.#facts.object(subject, wgs84.long!)?.value)
    if (Number.isNaN(lat) || Number.isNaN(long)) return undefined
    const isDistrict = this.#facts.objects(subject, dcterms.type!).some(({ value }) => value.endsWith('/district'))
    return { lat, long, metres: isDistrict ? districtRadius : radiusOf(this.#kind(subject)) }
  }

  /** The area of what it is in. */
  #areaAround(subject: Term): Area | undefined {
    const places = around.flatMap((property) => this.#facts.objects(subject, property))
    return places.map((place) => this.#ownArea(place) ?? this.#areaInside(place)).find(Boolean)
  }

  /** The middle of what is in it. */
  #areaInside(place: Term): Area | undefined {
    const inside = this.#facts.subjects(schema.containedInPlace!, place).flatMap((part) => this.#ownArea(part) ?? [])
    if (!inside.length) return undefined
    const mean = (of: (area: Area) => number) => inside.reduce((sum, area) => sum + of(area), 0) / inside.length
    return { lat: mean(({ lat }) => lat), long: mean(({ long }) => long), metres: radiusOf(this.#kind(place)) }
  }

  #town(subject: Term): string | undefined {
    const towns = this.#facts
      .objects(subject, schema.address!)
      .flatMap((address) => this.#facts.text(address, schema.addressLocality!, 'fr') ?? [])
    const places = around.flatMap((property) => this.#facts.objects(subject, property))
    return towns[0] ?? places.flatMap((place) => this.#town(place) ?? [])[0]
  }
}

function term(iri: string): Term {
  return { termType: 'NamedNode', value: iri } as Term
}
