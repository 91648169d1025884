/**
 * Things as a GeoJSON FeatureCollection (RFC 7946 §3.3), a line each.
 */

import type { QuadReader } from '../rdf/quad-reader.ts'
import { type Feature, featureOf, type Position } from './geojson.ts'
import { Row } from './tables/row.ts'
import { venues } from './tables/venues.ts'

/** All venues, from a source that is read venue by venue. */
export function* toFeatureCollection(source: QuadReader): Generator<string, void> {
  yield* collectionOf(
    venues(source)
      .values()
      .map((iri) => featureOf(new Row(iri, source))),
  )
}

/** The document in pieces. It ends with the box around all points (§5), where there are any, which is only known then. */
export function* collectionOf(features: Iterable<Feature>): Generator<string, void> {
  let box: Box | undefined
  yield '{"type":"FeatureCollection","features":['
  let before = '\n'
  for (const feature of features) {
    if (feature.geometry) box = around(feature.geometry.coordinates, box)
    yield before + JSON.stringify(feature)
    before = ',\n'
  }
  yield `\n]${box ? `,"bbox":${JSON.stringify(box)}` : ''}}\n`
}

type Box = readonly [west: number, south: number, east: number, north: number]

function around([x, y]: Position, [west, south, east, north]: Box = [x, y, x, y]): Box {
  return [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
}
