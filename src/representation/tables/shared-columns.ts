/**
 * The columns that commons and venues have in common, in the words of a table's header.
 */
import { cg, dcterms, geo, rdfNs, rdfs, schema, skos } from '../../rdf/namespaces.ts'
import { type Column, iris, ofItself, single, texts, things, values, words } from './column.ts'
import { inOneLine, statedIn, to, toLatitude, toLongitude } from './steps.ts'

export const naming: readonly [Column, ...Column[]] = [
  ofItself('iri', { fr: 'IRI', en: 'IRI' }),
  ...single(...texts('name', { fr: 'nom', en: 'name' }, to(rdfs.label!))),
  ...texts('other_names', { fr: 'autres noms et graphies', en: 'other names and spellings' }, to(skos.altLabel!)),
  ...things('name_status', { fr: 'd’où vient le nom', en: 'where the name comes from' }, to(cg.nameStatus!)),
  iris('types', { fr: 'classes', en: 'classes' }, to(rdfNs.type!)),
  ...things('kinds', { fr: 'genres', en: 'kinds' }, to(dcterms.type!)),
  ...texts('description', { fr: 'description', en: 'description' }, to(schema.description!)),
]

const address = to(schema.address!)
const schedule = to(schema.eventSchedule!)

/** Where and when. What is said of one address stands at the same place in every list; so it is for a schedule. */
export const placeAndTime: readonly Column[] = [
  words('address', { fr: 'adresse', en: 'address' }, address, inOneLine),
  words('street', { fr: 'rue', en: 'street' }, address, to(schema.streetAddress!)),
  words('postal_code', { fr: 'code postal', en: 'postcode' }, address, to(schema.postalCode!)),
  words('town', { fr: 'ville', en: 'town' }, address, to(schema.addressLocality!)),
  words('country', { fr: 'pays', en: 'country' }, address, to(schema.addressCountry!)),
  ...things('contained_in', { fr: 'se trouve dans', en: 'is in' }, to(schema.containedInPlace!)),
  ...single(
    values('latitude', { fr: 'latitude', en: 'latitude' }, 'decimal', toLatitude),
    values('longitude', { fr: 'longitude', en: 'longitude' }, 'decimal', toLongitude),
  ),
  words('geometry', { fr: 'géométrie (WKT)', en: 'geometry (WKT)' }, to(geo.hasGeometry!), to(geo.asWKT!)),
  // The shapes allow no unit but the square metre.
  values(
    'floor_area',
    { fr: 'surface en m²', en: 'floor area in m²' },
    'integer',
    to(schema.floorSize!),
    to(schema.value!),
  ),
  iris('website', { fr: 'site web', en: 'website' }, to(schema.url!)),
  words('opening_hours', { fr: 'heures d’ouverture', en: 'opening hours' }, to(schema.openingHours!)),
  words('recurrence', { fr: 'récurrence (RFC 5545)', en: 'recurrence (RFC 5545)' }, schedule, to(cg.rrule!)),
  values('starts_at', { fr: 'début', en: 'starts at' }, 'time', schedule, to(schema.startTime!)),
  values('ends_at', { fr: 'fin', en: 'ends at' }, 'time', schedule, to(schema.endTime!)),
  ...things('hosted_at', { fr: 'a lieu à', en: 'hosted at' }, to(cg.hostedAt!)),
]

export const references: readonly Column[] = [
  iris(
    'same_as',
    { fr: 'la même chose ailleurs (Wikidata, OpenStreetMap)', en: 'the same elsewhere (Wikidata, OpenStreetMap)' },
    to(skos.exactMatch!),
  ),
  iris('close_to', { fr: 'chose proche ailleurs', en: 'something close elsewhere' }, to(skos.closeMatch!)),
  iris('stated_in', { fr: 'passages qui en parlent', en: 'passages that state it' }, statedIn),
]
