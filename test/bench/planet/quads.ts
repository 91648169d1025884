/**
 * A planet of commons, the same one for the same size, as lines of N-Quads.
 *
 * What describes things stands in the default graph, and what a passage states in the graph of the passage, with
 * predicates that the default graph does not have. So a peer whose default graph is the union of all graphs and one
 * whose is not are asked the same, and none has to be slowed down by a union that it does not store.
 */
import { Random } from '../../fuzz/random.ts'
import {
  evaluationKeys,
  flowers,
  key,
  licence,
  licences,
  passage,
  sorts,
  source,
  thing,
  topic,
  vocabularies,
} from './names.ts'
import {
  commonsPerCity,
  commonsPerFact,
  commonsPerVenue,
  countryOf,
  type Planet,
  regionOf,
  tools,
  topicsBelow,
  venuesPerCity,
} from './size.ts'

const seed = 2016

const term = (name: string) => {
  const [prefix, local] = name.split(':') as [string, string]
  return `<${vocabularies[prefix]}${local}>`
}
const typed = (value: number | string, datatype: string) => `"${value}"^^${term(datatype)}`

const a = term('rdf:type')
const label = term('rdfs:label')
const partOf = term('schema:containedInPlace')
const broader = term('skos:broader')
const lat = term('wgs84:lat')
const long = term('wgs84:long')
const predicates = {
  geometry: term('geo:hasGeometry'),
  wkt: term('geo:asWKT'),
  hostedAt: term('cg:hostedAt'),
  meetsAt: term('cg:meetsAt'),
  licence: term('schema:license'),
  subject: term('dcterms:subject'),
  software: term('cg:usesSoftware'),
  inspiredBy: term('cg:inspiredBy'),
  members: term('dbo:numberOfMembers'),
  founded: term('schema:foundingDate'),
  about: term('cg:about'),
  underKey: term('cg:underKey'),
  text: term('cg:text'),
  statedIn: term('dcterms:isPartOf'),
  observed: term('cg:observedOn'),
  quotation: term('cg:quotation'),
}

/** Lines in pieces of some thousand each. */
export function* planetLines(planet: Planet): Generator<string> {
  yield schemes(planet)
  for (let country = 0; country < planet.countries; country++) {
    yield place('country', country, 'schema:Country', `Pays ${country}`, `Country ${country}`, thing('world', 0))
  }
  for (let region = 0; region < planet.regions; region++) {
    const country = thing('country', countryOf(region))
    yield place('region', region, 'schema:AdministrativeArea', `Région ${region}`, `Region ${region}`, country)
  }
  for (let city = 0; city < planet.cities; city++) yield cityLines(city, planet)
}

const line = (subject: string, predicate: string, object: string, graph = '') =>
  `${subject} ${predicate} ${object}${graph && ` ${graph}`} .\n`

const labels = (subject: string, french: string, english: string) =>
  line(subject, label, `"${french}"@fr`) + line(subject, label, `"${english}"@en`)

function schemes({ topics }: Planet): string {
  let lines = labels(thing('world', 0), 'La Terre', 'The Earth')
  for (const [number, name] of licences.entries()) {
    lines += line(licence(number), a, '<http://creativecommons.org/ns#License>')
    lines += labels(licence(number), `Licence ${name}`, `${name} licence`)
  }
  for (const [number, name] of evaluationKeys.entries()) lines += labels(key(number), name, `the key ${name}`)
  for (let number = 0; number < tools; number++) {
    lines += line(thing('tool', number), a, term('schema:SoftwareApplication'))
    lines += labels(thing('tool', number), `Logiciel ${number}`, `Software ${number}`)
  }
  for (let number = 0; number < topics; number++) {
    lines += line(topic(number), a, term('skos:Concept'))
    lines += labels(topic(number), `Sujet ${number}`, `Topic ${number}`)
    if (number) lines += line(topic(number), broader, topic(Math.floor((number - 1) / topicsBelow)))
  }
  return lines
}

function place(
  kind: 'country' | 'region' | 'city' | 'venue',
  number: number,
  type: string,
  french: string,
  english: string,
  whole: string,
): string {
  const subject = thing(kind, number)
  return line(subject, a, term(type)) + labels(subject, french, english) + line(subject, partOf, whole)
}

function cityLines(city: number, planet: Planet): string {
  const random = new Random(seed, city)
  const at = { lat: random.int(-60_000, 70_000) / 1000, long: random.int(-180_000, 179_000) / 1000 }
  const region = thing('region', regionOf(city))
  let lines = place('city', city, 'schema:City', `Ville ${city}`, `City ${city}`, region)
  lines += position(thing('city', city), at.lat, at.long)
  lines += line(source(city), a, term('cg:Source')) + labels(source(city), `Visite ${city}`, `Visit ${city}`)
  for (let venue = city * venuesPerCity; venue < (city + 1) * venuesPerCity; venue++) {
    const number = random.int(1, 299)
    const street = random.pick(flowers)
    lines += place(
      'venue',
      venue,
      'schema:Place',
      `${number} rue des ${street}`,
      `${number}, ${street} street`,
      thing('city', city),
    )
    const [y, x] = [at.lat + random.int(-50, 50) / 1000, at.long + random.int(-50, 50) / 1000].map((degrees) =>
      degrees.toFixed(3),
    )
    lines += position(thing('venue', venue), y!, x!)
    const geometry = thing('venue', venue).replace('>', '#geometry>')
    lines += line(thing('venue', venue), predicates.geometry, geometry)
    lines += line(geometry, predicates.wkt, typed(`POINT(${x} ${y})`, 'geo:wktLiteral'))
    for (let number = venue * commonsPerVenue; number < (venue + 1) * commonsPerVenue; number++) {
      lines += commonsLines(number, venue, planet, random)
      if (number % commonsPerFact === 0) lines += factLines(number, city, random)
    }
  }
  return lines
}

const position = (subject: string, y: number | string, x: number | string) =>
  line(subject, lat, typed(y, 'xsd:decimal')) + line(subject, long, typed(x, 'xsd:decimal'))

function commonsLines(number: number, venue: number, planet: Planet, random: Random): string {
  const subject = thing('commons', number)
  const [french, english] = random.pick(sorts)
  const street = random.pick(flowers)
  let lines = line(subject, a, term('cg:Commons'))
  lines += labels(subject, `${french} des ${street} ${number}`, `${english} of ${street} ${number}`)
  lines += line(subject, predicates.hostedAt, thing('venue', venue))
  if (random.chance(0.1)) lines += line(subject, predicates.meetsAt, thing('venue', random.int(0, planet.venues - 1)))
  lines += line(subject, predicates.licence, licence(fewOf(licences.length, random)))
  lines += line(subject, predicates.subject, topic(random.int(0, planet.topics - 1)))
  const first = fewOf(tools, random)
  lines += line(subject, predicates.software, thing('tool', first))
  lines += line(subject, predicates.software, thing('tool', (first + random.int(1, tools - 1)) % tools))
  lines += line(subject, predicates.members, typed(3 + Math.floor(random.int(0, 1000) ** 4 / 1e7), 'xsd:integer'))
  const [month, day] = [random.int(1, 12), random.int(1, 28)].map((part) => String(part).padStart(2, '0'))
  lines += line(subject, predicates.founded, typed(`${random.int(1950, 2025)}-${month}-${day}`, 'xsd:date'))
  if (number && random.chance(0.67))
    lines += line(subject, predicates.inspiredBy, thing('commons', random.int(0, number - 1)))
  return lines
}

/** A fact in one passage, one time in five in two, and what the passages are. */
function factLines(commons: number, city: number, random: Random): string {
  const fact = thing('fact', commons / commonsPerFact)
  const first = ((commons % commonsPerCity) / commonsPerFact) * 2 + 1
  const year = random.int(2012, 2025)
  const text = `est gouverné par ses membres, cas ${commons}`
  let lines = ''
  for (const number of random.chance(0.2) ? [first, first + 1] : [first]) {
    const graph = passage(city, number)
    lines += line(graph, a, term('cg:Passage')) + line(graph, predicates.statedIn, source(city))
    lines += line(graph, predicates.observed, typed(`${year + number - first}-05-26`, 'xsd:date'))
    lines += line(graph, predicates.quotation, `"« ${text} »"@fr`)
    lines += line(fact, a, term('cg:Fact'), graph)
    lines += line(fact, predicates.about, thing('commons', commons), graph)
    lines += line(fact, predicates.underKey, key(fewOf(evaluationKeys.length, random)), graph)
    lines += line(fact, predicates.text, `"Ce commun ${text}."@fr`, graph)
    lines += line(fact, predicates.text, `"Governed by its members, case ${commons}."@en`, graph)
  }
  return lines
}

/** A number below `many`, small ones more often: some licences and tools are in everyone's hands. */
function fewOf(many: number, random: Random): number {
  return Math.floor((random.int(0, 9_999) / 10_000) ** 2 * many)
}
