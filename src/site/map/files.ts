/**
 * What a map shows as GeoJSON and as CSV.
 */
import { csvRecord } from '../../rdf/csv.ts'
import { collectionOf } from '../../representation/feature-collection.ts'
import { type Feature, featureOf } from '../../representation/geojson.ts'
import type { Language } from '../../representation/negotiate.ts'
import { Row } from '../../representation/tables/row.ts'
import type { Commons } from '../catalogue/commons.ts'
import type { Site } from '../site.ts'
import type { Entry } from './charted.ts'
import { words } from './words.ts'

/** Each thing once. A commons without coordinates of its own is at the point of its place, which `point_of` names. */
export function geoJsonOf(entries: readonly Entry[], site: Site): string {
  const { source } = site
  const things = new Map(entries.flatMap((entry) => thingsOf(entry, site)).map((thing) => [thing.iri, thing]))
  const features = things.values().map(({ iri, places, point }): Feature => {
    const feature = featureOf(new Row(iri, source))
    return {
      ...feature,
      geometry: point ? { type: 'Point', coordinates: [point.longitude, point.latitude] } : null,
      properties: {
        ...feature.properties,
        at: places.length ? places : undefined,
        point_of: point && point.of !== iri ? point.of : undefined,
      },
    }
  })
  return [...collectionOf(features)].join('')
}

/** A row for each place, and for each commons at it. */
export function csvOf(entries: readonly Entry[], site: Site, language: Language): string {
  const { names } = site.catalogue
  const told = words[language].columns
  const head = [told.iri, told.name, told.kind, told.place, told.address, told.latitude, told.longitude]
  const rows = entries.flatMap((entry) =>
    thingsOf(entry, site).map(({ iri, name, kinds }) => [
      iri,
      name[language],
      names
        .sorted(kinds, language)
        .map((kind) => names.of(kind, language))
        .join('; '),
      iri === entry.place.iri ? '' : entry.place.iri,
      entry.addresses.join('; '),
      entry.point ? String(entry.point.latitude) : '',
      entry.point ? String(entry.point.longitude) : '',
    ]),
  )
  return [head, ...rows].map(csvRecord).join('')
}

/** The place and its guests. */
function thingsOf({ place, guests }: Entry, { catalogue }: Site): readonly Commons[] {
  return [place, ...guests.map((iri) => catalogue.commons.get(iri)!)]
}
