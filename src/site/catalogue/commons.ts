/**
 * What is known of each commons that pages choose it by.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcterms, rdfNs, schema, wgs84 } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import type { KeysKnown } from './keys.ts'
import type { Names } from './names.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface Commons {
  readonly iri: string
  readonly name: Readonly<Record<Language, string>>
  /** All by IRI. */
  readonly kinds: readonly string[]
  /** Those under which something is known. */
  readonly keys: ReadonlySet<string>
  /** Where it is, meets or takes place, as the sources say: the nearest places. */
  readonly places: readonly string[]
  /** These and all places that they are in. */
  readonly within: ReadonlySet<string>
  readonly licences: readonly string[]
  readonly point?: Point
}

/** Where the commons, or a place where it is, stands on the earth, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
  /** The thing that is stated to be there. */
  readonly of: string
}

/** By IRI. */
export function* commonsOf(
  source: QuadReader,
  keysKnown: KeysKnown,
  names: Names,
  whereabouts: Whereabouts,
): Work<ReadonlyMap<string, Commons>> {
  const all = new Map<string, Commons>()
  for (const { subject } of source.triples(null, rdfNs.type!, cg.Commons!)) {
    all.set(subject.value, thingOf(subject as NamedNode, source, keysKnown, names, whereabouts))
    yield
  }
  return all
}

/** The same of anything, as of a place that is no commons. */
export function thingOf(
  node: NamedNode,
  source: QuadReader,
  keysKnown: KeysKnown,
  names: Names,
  whereabouts: Whereabouts,
): Commons {
  const objects = (property: NamedNode) => Array.from(source.triples(node, property), ({ object }) => object.value)
  const { nearest: places, within } = whereabouts.of(node)
  const point = [node.value, ...places].map((iri) => pointOf(iri, source)).find((found) => found !== undefined)
  return {
    iri: node.value,
    name: { fr: names.of(node.value, 'fr'), en: names.of(node.value, 'en') },
    kinds: objects(dcterms.type!),
    keys: keysKnown.get(node.value) ?? new Set(),
    places,
    within,
    licences: objects(schema.license!),
    ...(point && { point }),
  }
}

/** Latitude and longitude that one graph states together: those of two graphs could make a point that nobody meant. */
export function pointOf(iri: string, source: QuadReader): Point | undefined {
  const node = rdf.namedNode(iri)
  for (const { object: latitude, graph } of source.quads(node, wgs84.lat!)) {
    for (const { object: longitude } of source.quads(node, wgs84.long!, null, graph)) {
      const point = { latitude: Number(latitude.value), longitude: Number(longitude.value), of: iri }
      if (Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180) return point
    }
  }
  return undefined
}
