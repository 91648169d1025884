/**
 * A thing as a GeoJSON Feature (RFC 7946). Without coordinates its geometry is null (§3.2), never an invented point. The
 * data has points and nothing else.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { dcterms, rdfNs, rdfs, schema } from '../rdf/namespaces.ts'
import { languages } from './negotiate.ts'
import { Row } from './tables/row.ts'
import { inOneLine } from './tables/steps.ts'

export const geoJson = { extension: 'geojson', mediaType: 'application/geo+json', name: 'GeoJSON' } as const

/** Longitude first (§3.1.1). */
export type Position = readonly [longitude: number, latitude: number]

export interface Feature {
  readonly type: 'Feature'
  /** The IRI of the thing. */
  readonly id: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: Position } | null
  /** A name in a language is one text; all else may be stated more than once, and is absent where nothing is. */
  readonly properties: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** The document of one thing, from its description. */
export function toFeature(entity: NamedNode, quads: readonly Quad[]): string {
  const described = rdf.dataset([...quads])
  const match = (subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null) =>
    [...described.match(subject, predicate, object, graph)] as Quad[]
  return `${JSON.stringify(featureOf(new Row(entity.value, { quads: match, triples: match })), null, 2)}\n`
}

export function featureOf(row: Row): Feature {
  const { subject } = row
  const facts = new Lookup(row.statements)
  const kinds = row.objects(subject, dcterms.type!)
  const position = positionOf(row)
  return {
    type: 'Feature',
    id: subject.value,
    geometry: position ? { type: 'Point', coordinates: position } : null,
    properties: {
      ...inLanguages('name', (language) => facts.label(subject, language)),
      types: valuesOf(row.objects(subject, rdfNs.type!)),
      kinds: valuesOf(kinds),
      ...inLanguages('kinds', (language) =>
        valuesOf(
          kinds.flatMap((kind) => row.objects(kind, rdfs.label!)),
          language,
        ),
      ),
      ...inLanguages('description', (language) => valuesOf(row.objects(subject, schema.description!), language)),
      address: valuesOf(row.objects(subject, schema.address!).flatMap((address) => inOneLine.follow(address, row))),
      website: valuesOf(row.objects(subject, schema.url!)),
    },
  }
}

function positionOf(row: Row): Position | undefined {
  const stated = row.position()
  if (!stated) return undefined
  const position: Position = [Number(stated.longitude.value), Number(stated.latitude.value)]
  return position.every(Number.isFinite) ? position : undefined
}

function inLanguages<Value>(name: string, value: (language: string) => Value): Record<string, Value> {
  return Object.fromEntries(languages.map((language) => [`${name}_${language}`, value(language)]))
}

/** What the terms say, or those of them that are in a language; absent if that is nothing. */
function valuesOf(terms: readonly Term[], language?: string): string[] | undefined {
  const said = terms.filter(
    (term) => language === undefined || (term.termType === 'Literal' && term.language === language),
  )
  return said.length ? said.map(({ value }) => value) : undefined
}
