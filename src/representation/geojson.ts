/**
 * A thing as a GeoJSON Feature (RFC 7946). Without coordinates its geometry is null (§3.2), never an invented point.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { wgs84 } from '../rdf/namespaces.ts'
import { languages } from './negotiate.ts'

export const geoJson = { extension: 'geojson', mediaType: 'application/geo+json', name: 'GeoJSON' } as const

export function toFeature(entity: NamedNode, quads: readonly Quad[]): string {
  const facts = new Lookup(quads)
  const coordinate = (property: NamedNode | undefined) => Number(facts.object(entity, property!)?.value ?? Number.NaN)
  const position = [coordinate(wgs84.long), coordinate(wgs84.lat)]
  const feature = {
    type: 'Feature',
    id: entity.value,
    geometry: position.some(Number.isNaN) ? null : { type: 'Point', coordinates: position },
    properties: Object.fromEntries(languages.map((language) => [`name_${language}`, facts.label(entity, language)])),
  }
  return `${JSON.stringify(feature, null, 2)}\n`
}
