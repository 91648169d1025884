/**
 * What people ask of a planet of commons: one query of each shape, with parameters that are drawn anew for every
 * repetition, so that no answer can come from a cache. Where a shape is about everything, what is drawn excludes or
 * skips little, so that the work is the same.
 */
import type { QueryForm } from '../../src/query/algebra.ts'
import { Random } from '../fuzz/random.ts'
import { flowers, licence, licences, sorts, thing, topic, vocabularies } from './planet/names.ts'
import { type Planet, tools, topicsBelow } from './planet/size.ts'

export interface Query {
  readonly name: string
  readonly form: QueryForm
  /** Its text without prefixes and, where there is a `limit`, without that. */
  readonly text: (random: Random, planet: Planet) => string
  /** A LIMIT without ORDER BY: any so many solutions are right. */
  readonly limit?: number
}

export interface Question {
  readonly query: Query
  readonly text: string
  /** Without the query's limit. */
  readonly whole: string
  /** Whether it says in which order all of its solutions come. */
  readonly isOrdered: boolean
}

const any = (kind: 'commons' | 'venue' | 'city' | 'region' | 'fact', random: Random, planet: Planet) => {
  const counts = {
    commons: planet.commons,
    venue: planet.venues,
    city: planet.cities,
    region: planet.regions,
    fact: planet.facts,
  }
  return thing(kind, random.int(0, counts[kind] - 1))
}
const anyLicence = (random: Random) => licence(random.int(0, licences.length - 1))
const anyTool = (random: Random) => thing('tool', random.int(0, tools - 1))

export const queries: readonly Query[] = [
  {
    name: 'entity',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?p ?o { ${any('commons', random, planet)} ?p ?o }`,
  },
  {
    name: 'venue',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?commons ?label {
      ?commons cg:hostedAt ${any('venue', random, planet)} ; rdfs:label ?label }`,
  },
  {
    name: 'star',
    form: 'SELECT',
    limit: 500,
    text: (random) => `SELECT * {
      ?commons schema:license ${anyLicence(random)} ; rdfs:label ?label ; cg:hostedAt ?venue ;
        dbo:numberOfMembers ?members }`,
  },
  {
    name: 'chain',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?commons ?name {
      ?venue schema:containedInPlace ${any('city', random, planet)} . ?commons cg:hostedAt ?venue ;
        schema:license ?licence . ?licence rdfs:label ?name FILTER(LANG(?name) = "fr") }`,
  },
  {
    name: 'optional',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?commons ?model ?founded {
      ?venue schema:containedInPlace ${any('city', random, planet)} . ?commons cg:hostedAt ?venue
      OPTIONAL { ?commons cg:inspiredBy ?model . ?model schema:foundingDate ?founded } }`,
  },
  {
    name: 'union',
    form: 'SELECT',
    text: (random, planet) => {
      const city = any('city', random, planet)
      return `SELECT ?commons ?venue {
        { ?venue schema:containedInPlace ${city} . ?commons cg:hostedAt ?venue }
        UNION { ?venue schema:containedInPlace ${city} . ?commons cg:meetsAt ?venue } }`
    },
  },
  {
    name: 'minus',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?commons {
      ?venue schema:containedInPlace ${any('city', random, planet)} . ?commons cg:hostedAt ?venue
      MINUS { ?commons cg:usesSoftware ${anyTool(random)} } }`,
  },
  {
    name: 'exists',
    form: 'SELECT',
    text: (random) => `SELECT ?commons {
      ?commons cg:usesSoftware ${anyTool(random)} ; dcterms:subject ?topic
      FILTER EXISTS { ?other cg:inspiredBy ?commons ; schema:license ${anyLicence(random)} } }
      ORDER BY ?commons LIMIT 50 OFFSET ${random.int(0, 9)}`,
  },
  {
    name: 'not exists',
    form: 'SELECT',
    text: (random, planet) => `SELECT (COUNT(*) AS ?n) {
      ?commons a cg:Commons FILTER NOT EXISTS { ?commons cg:inspiredBy ?model }
      FILTER(?commons != ${any('commons', random, planet)}) }`,
  },
  {
    name: 'not exists one',
    form: 'SELECT',
    text: (random) => `SELECT (COUNT(*) AS ?n) {
      ?commons a cg:Commons FILTER NOT EXISTS { ?commons cg:usesSoftware ${anyTool(random)} } }`,
  },
  {
    name: 'count by licence',
    form: 'SELECT',
    text: (random) => `SELECT ?licence (COUNT(?commons) AS ?n) { ?commons schema:license ?licence }
      GROUP BY ?licence HAVING (COUNT(?commons) > ${random.int(0, 99)}) ORDER BY DESC(?n) ?licence`,
  },
  {
    name: 'average by city',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?city (AVG(?members) AS ?mean) {
      ?commons dbo:numberOfMembers ?members ; cg:hostedAt ?venue . ?venue schema:containedInPlace ?city }
      GROUP BY ?city ORDER BY DESC(?mean) ?city LIMIT 5 OFFSET ${random.int(0, Math.min(planet.cities - 2, 50))}`,
  },
  {
    name: 'distinct',
    form: 'SELECT',
    text: (random) => `SELECT DISTINCT ?tool {
      ?commons schema:license ${anyLicence(random)} ; cg:usesSoftware ?tool ; dcterms:subject ?topic }`,
  },
  {
    name: 'order',
    form: 'SELECT',
    text: (random) => `SELECT ?commons ?members { ?commons dbo:numberOfMembers ?members }
      ORDER BY DESC(?members) ?commons LIMIT 10 OFFSET ${random.int(0, 200)}`,
  },
  {
    name: 'order number',
    form: 'SELECT',
    text: (random) => `SELECT ?members { ?commons dbo:numberOfMembers ?members }
      ORDER BY DESC(?members) LIMIT 10 OFFSET ${random.int(0, 20)}`,
  },
  {
    name: 'dates',
    form: 'SELECT',
    text: (random) => {
      const [year, month] = [random.int(1950, 2024), random.int(1, 9)]
      return `SELECT ?commons ?founded { ?commons schema:foundingDate ?founded
        FILTER(?founded >= "${year}-0${month}-01"^^xsd:date && ?founded < "${year}-0${month}-08"^^xsd:date) }`
    },
  },
  {
    name: 'text',
    form: 'SELECT',
    limit: 20,
    text: (random) => `SELECT ?thing ?label {
      ?thing rdfs:label ?label FILTER(CONTAINS(?label, "${random.pick(sorts)[1]} of ${random.pick(flowers)}")) }`,
  },
  {
    name: 'text rare',
    form: 'SELECT',
    text: (random) => `SELECT ?thing ?label {
      ?thing rdfs:label ?label
      FILTER(CONTAINS(LCASE(?label), "${random.pick(flowers).toLowerCase()} ${random.int(100, 999)}")) }`,
  },
  {
    name: 'path',
    form: 'SELECT',
    limit: 200,
    text: (random, planet) => {
      // A third of the way down the tree.
      const above = Math.max(1, Math.floor(planet.topics / topicsBelow ** 3))
      return `SELECT ?topic { ?topic skos:broader+ ${topic(random.int(0, above))} }`
    },
  },
  {
    name: 'part of',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?place ?label {
      ${any('commons', random, planet)} cg:hostedAt/schema:containedInPlace* ?place . ?place rdfs:label ?label }`,
  },
  {
    name: 'triangle',
    form: 'SELECT',
    text: (random) => `SELECT (COUNT(*) AS ?n) {
      ?commons cg:inspiredBy ?model ; cg:usesSoftware ?tool . ?model cg:usesSoftware ?tool
      FILTER(?tool != ${anyTool(random)}) }`,
  },
  {
    name: 'box',
    form: 'SELECT',
    text: (random) => {
      const [south, west] = [random.int(-60, 50), random.int(-180, 150)]
      return `SELECT ?venue ?lat ?long {
        ?venue a schema:Place ; wgs84:lat ?lat ; wgs84:long ?long
        FILTER(?lat >= ${south} && ?lat <= ${south + 10} && ?long >= ${west} && ?long <= ${west + 10}) }`
    },
  },
  {
    name: 'passages',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?passage ?text ?date {
      GRAPH ?passage { ${any('fact', random, planet)} cg:text ?text }
      ?passage cg:observedOn ?date FILTER(LANG(?text) = "fr") }`,
  },
  {
    name: 'sub-query',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?label ?n {
      { SELECT ?tool (COUNT(?commons) AS ?n) {
          ?venue schema:containedInPlace ${any('city', random, planet)} . ?commons cg:hostedAt ?venue ; cg:usesSoftware ?tool }
        GROUP BY ?tool ORDER BY DESC(?n) ?tool LIMIT 5 }
      ?tool rdfs:label ?label }`,
  },
  {
    name: 'values',
    form: 'SELECT',
    text: (random, planet) => `SELECT ?commons ?label {
      VALUES ?commons { ${random.list(20, 20, () => any('commons', random, planet)).join(' ')} } ?commons rdfs:label ?label }`,
  },
  {
    name: 'ask',
    form: 'ASK',
    text: (random, planet) =>
      `ASK { ?commons cg:hostedAt ${any('venue', random, planet)} ; cg:usesSoftware ${anyTool(random)} }`,
  },
  {
    name: 'construct',
    form: 'CONSTRUCT',
    text: (random, planet) => `CONSTRUCT { ?commons rdfs:label ?label ; schema:location ?city } {
      BIND(${any('city', random, planet)} AS ?city)
      ?venue schema:containedInPlace ?city . ?commons cg:hostedAt ?venue ; rdfs:label ?label }`,
  },
  {
    name: 'describe',
    form: 'DESCRIBE',
    text: (random, planet) => `DESCRIBE ${any('commons', random, planet)}`,
  },
]

/**
 * The question of one repetition. Its first line makes its text one that nobody has seen.
 * @param seed of the run
 */
export function questionOf(query: Query, seed: number, repetition: number, planet: Planet): Question {
  const pattern = query.text(new Random(seed * queries.length + queries.indexOf(query), repetition), planet)
  const prologue = Object.entries(vocabularies)
    .filter(([prefix]) => pattern.includes(`${prefix}:`))
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
    .join('')
  const whole = `# ${query.name} ${repetition}\n${prologue}${pattern.replaceAll(/\n\s+/g, '\n  ')}`
  return {
    query,
    whole,
    isOrdered: /ORDER BY[^{}]*$/.test(pattern),
    text: query.limit ? `${whole}\nLIMIT ${query.limit}` : whole,
  }
}
