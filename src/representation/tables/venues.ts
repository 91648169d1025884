/**
 * `venues.csv`: every place.
 */
import { cg, geo, rdfNs, schema, wgs84 } from '../../rdf/namespaces.ts'
import { sortNames } from '../../rdf/order.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { texts, things } from './column.ts'
import { naming, placeAndTime, references } from './shared-columns.ts'
import { to } from './steps.ts'
import { iris, type Table } from './table.ts'

export const venuesTable: Table = {
  file: 'venues.csv',
  title: { fr: 'Les lieux', en: 'The venues' },
  description: {
    fr: 'Une ligne par lieu\u00a0: ce qui est dit être un lieu, ce qui a des coordonnées, ce qui accueille quelque chose.',
    en: 'One row a venue: what is said to be a place, what has coordinates, what hosts something.',
  },
  rows: venues,
  rowTitles: ['name_fr', 'name_en'],
  columns: [
    ...naming,
    ...placeAndTime,
    ...texts('offers', { fr: 'propose', en: 'offers' }, to(cg.offers!)),
    ...things('hosts', { fr: 'accueille', en: 'hosts' }, to(cg.hosts!)),
    ...references,
  ],
}

/**
 * What is said to be a place, what has coordinates or a geometry, and what hosts something, in the order of their IRIs.
 * An address alone makes no venue: an association has one too, that of the place where it can be written to.
 */
export function venues(source: QuadReader): string[] {
  return sortNames(signsOfVenues(source))
}

function* signsOfVenues(source: QuadReader): Generator<string> {
  yield* iris(source.triples(null, rdfNs.type!, schema.Place!), 'subject')
  for (const property of [wgs84.lat!, geo.hasGeometry!, cg.hosts!])
    yield* iris(source.triples(null, property), 'subject')
  for (const property of [cg.hostedAt!, cg.meetsAt!]) yield* iris(source.triples(null, property), 'object')
}
