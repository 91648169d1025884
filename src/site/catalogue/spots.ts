/**
 * Places, and the commons that are there: what is said to be a place, and any commons of which an address or coordinates are
 * stated.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { schema } from '../../rdf/namespaces.ts'
import { sortQuads } from '../../rdf/order.ts'
import { hasAny, type QuadReader } from '../../rdf/quad-reader.ts'
import { Row } from '../../representation/tables/row.ts'
import { inOneLine } from '../../representation/tables/steps.ts'
import { venues } from '../../representation/tables/venues.ts'
import type { Work } from '../../turns.ts'
import { type Commons, type Point, thingOf } from './commons.ts'
import type { KeysKnown } from './keys.ts'
import type { Names } from './names.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface Spot {
  /** A place has all that a commons is chosen by. */
  readonly place: Commons
  /** Where exactly it is stated to be: the point of another place is that one's. */
  readonly point?: Point
  /** Each in one line; sources may differ. */
  readonly addresses: readonly string[]
  /** The commons that are, meet or take place there, by their IRIs; not those that have a place of their own in it. */
  readonly guests: readonly string[]
}

export function* spotsOf(
  source: QuadReader,
  commons: ReadonlyMap<string, Commons>,
  keysKnown: KeysKnown,
  names: Names,
  whereabouts: Whereabouts,
): Work<readonly Spot[]> {
  const stays = [...commons.values()].flatMap(({ iri, places, point }) =>
    places
      .filter((place) => !(standsForItself(iri, point, source) && isPartOf(iri, place, source)))
      .map((place) => ({ iri, place })),
  )
  const guests = Map.groupBy(stays, ({ place }) => place)
  yield
  const spots: Spot[] = []
  const isPlace = new Set([...venues(source), ...guests.keys()])
  for (const iri of new Set([...isPlace, ...commons.keys()])) {
    const place = commons.get(iri) ?? thingOf(rdf.namedNode(iri), source, keysKnown, names, whereabouts)
    const point = place.point?.of === iri ? place.point : undefined
    const addresses = addressesOf(rdf.namedNode(iri), source)
    if (isPlace.has(iri) || point || addresses.length) {
      spots.push({ place, ...(point && { point }), addresses, guests: (guests.get(iri) ?? []).map((stay) => stay.iri) })
    }
    yield
  }
  return spots
}

/** Whether it is known where a thing itself is. */
function standsForItself(iri: string, point: Point | undefined, source: QuadReader): boolean {
  return point?.of === iri || hasAny(source.triples(rdf.namedNode(iri), schema.address!))
}

function isPartOf(iri: string, place: string, source: QuadReader): boolean {
  return hasAny(source.triples(rdf.namedNode(iri), schema.containedInPlace!, rdf.namedNode(place)))
}

/** Its postal addresses, each in one line. */
export function addressesOf(node: NamedNode, source: QuadReader): readonly string[] {
  const stated = sortQuads(source.quads(node, schema.address!))
  if (!stated.length) return []
  const row = new Row(node.value, source)
  const lines = stated.flatMap(({ object: address }) => inOneLine.follow(address, row))
  return [...new Set(lines.map(({ value }) => value))]
}
