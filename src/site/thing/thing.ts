/**
 * What there is to tell of one thing: who says what of it, what happens there, and what is elsewhere.
 */
import { graphNames } from '../../dataset/graphs.ts'
import { type NamedNode, type Quad, rdf } from '../../rdf/environment.ts'
import { cg, dcterms, geo, prefixes, prov, rdfNs, rdfs, schema, skos, wgs84 } from '../../rdf/namespaces.ts'
import { hasAny, type QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import { type Point, pointOf } from '../catalogue/commons.ts'
import { type Known, knownOf, type Statement, statementsOf, withParts } from '../known/known.ts'
import { passageOf } from '../known/passage.ts'
import { type Schedule, schedulesOf } from '../schedules/schedules.ts'
import type { Site } from '../site.ts'
import { hostedSchedulesOf } from './hosted.ts'
import { type Image, imagesOf, toldAsImage } from './images.ts'
import { most } from './most.ts'
import { pointingTold, type Relation, relationsOf, toldAsRelation } from './relations.ts'

export interface Thing {
  readonly iri: string
  /** What kinds of things it is, by IRI: concepts where there are any, else classes. */
  readonly kinds: readonly string[]
  /** The days on which passages that say something of it were observed, the first first. */
  readonly days: readonly string[]
  readonly descriptions: readonly Statement[]
  readonly images: readonly Image[]
  /** Whether somebody may miss a picture of it: of a commons or a place. */
  readonly canBeSeen: boolean
  readonly point: Point | undefined
  readonly schedules: readonly Schedule[]
  /** Those of what it hosts. */
  readonly hosted: readonly Schedule[]
  readonly rows: readonly Row[]
  /** How it is known rather than what. */
  readonly notes: readonly Row[]
  /** Under each key, also those with nothing; none where the keys are not for such a thing. */
  readonly known: readonly Known[]
  readonly relations: readonly Relation[]
  /** What else points at it, and whether there is more. */
  readonly incoming: readonly Statement[]
  readonly hasMoreIncoming: boolean
}

/** The values of a property, each with who says so: those of the earliest passages come first. */
export interface Row {
  readonly property: string
  readonly values: readonly Statement[]
  readonly hasMore: boolean
}

/** Those that a reader looks for first, in this order; the others follow by name. */
const first = [
  rdfs.label,
  skos.altLabel,
  schema.address,
  cg.hostedAt,
  cg.meetsAt,
  schema.location,
  schema.containedInPlace,
  schema.openingHours,
  schema.floorSize,
  schema.url,
].map((term) => term!.value)

const notes = new Set(
  [rdfs.comment, skos.note, skos.editorialNote, prov.wasDerivedFrom, dcterms.source].map((term) => term!.value),
)

/** They tell nothing where they are what the page is called. */
const naming = new Set([rdfs.label, skos.altLabel].map((term) => term!.value))

const toldElsewhere = new Set(
  [rdfNs.type, dcterms.type, schema.description, schema.eventSchedule, geo.hasGeometry, wgs84.lat, wgs84.long].map(
    (term) => term!.value,
  ),
)

/**
 * @param source all statements, or those of some passages only
 * @returns undefined where nothing is said of it at all
 */
export function thingOf(iri: string, language: Language, source: QuadReader, site: Site): Thing | undefined {
  const node = rdf.namedNode(iri)
  if (!hasAny(site.source.quads(node))) return undefined
  const { keys, names } = site.catalogue
  const said = [...source.quads(node)]
  const about = (property: NamedNode) => said.filter(({ predicate }) => predicate.equals(property))
  const known = knownOf(iri, keys, language, source)
  const isFor =
    about(rdfNs.type!).some(({ object }) => object.equals(cg.Commons)) ||
    known.some(({ facts, assessments }) => facts.length + assessments.length > 0)
  const filed = new Set(isFor ? keys.flatMap(({ properties }) => [...properties]) : [])
  const name = names.of(iri, language)
  const rows = rowsOf(
    said.filter(
      ({ predicate: { value }, object }) =>
        !(
          filed.has(value) ||
          toldElsewhere.has(value) ||
          toldAsImage.has(value) ||
          isLink(value) ||
          (naming.has(value) && object.value === name)
        ),
    ),
    language,
    site,
  )
  const { incoming, hasMore } = incomingOf(node, source, site)
  const kinds = about(dcterms.type!).length ? about(dcterms.type!) : about(rdfNs.type!)
  const place = (property: string) => (first.includes(property) ? first.indexOf(property) : first.length)
  return {
    iri,
    kinds: names.sorted(
      kinds.map(({ object }) => object.value),
      language,
    ),
    days: daysOf(node, site.source),
    descriptions: byDay(statementsOf(about(schema.description!), language), site),
    images: imagesOf(said, language, source),
    canBeSeen: about(rdfNs.type!).some(({ object }) => object.equals(cg.Commons) || object.equals(schema.Place)),
    point: pointOf(iri, source),
    schedules: schedulesOf(node, source),
    hosted: hostedSchedulesOf(node, source),
    rows: rows
      .filter(({ property }) => !notes.has(property) && !toldAsRelation.has(property))
      .sort((one, other) => place(one.property) - place(other.property)),
    notes: rows.filter(({ property }) => notes.has(property)),
    known: isFor ? known : [],
    relations: relationsOf(node, source),
    incoming,
    hasMoreIncoming: hasMore,
  }
}

/** By the name of the property. */
function rowsOf(quads: readonly Quad[], language: Language, site: Site): readonly Row[] {
  const byProperty = Map.groupBy(statementsOf(quads, language), ({ property }) => property)
  return site.catalogue.names.sorted(byProperty.keys(), language).map((property) => {
    const values = byProperty.get(property)!
    return { property, values: byDay(values, site).slice(0, most), hasMore: values.length > most }
  })
}

/** The day is that of the first passage that says so; what has none comes last. */
function byDay(statements: readonly Statement[], { source }: Site): readonly Statement[] {
  if (statements.length < 2) return statements
  const dayOf = ({ sources }: Statement) =>
    sources.map((graph) => passageOf(graph, source).observedOn ?? '~').sort()[0] ?? '~'
  return statements
    .map((statement) => ({ statement, day: dayOf(statement) }))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ statement }) => statement)
}

function daysOf(node: NamedNode, source: QuadReader): readonly string[] {
  const graphs = new Set<string>()
  for (const part of withParts(node, source)) for (const { graph } of source.quads(part)) graphs.add(graph.value)
  const days = Array.from(graphs, (graph) => passageOf(graph, source).observedOn)
  return [...new Set(days.filter((day) => day !== undefined))].sort()
}

/** So many statements that point at a thing are looked at: at some things hundreds of thousands do. */
const mostRead = 2000

/** What points at a thing from elsewhere and is told nowhere else. */
function incomingOf(node: NamedNode, source: QuadReader, { baseIri }: Site) {
  // What the dataset's description counts and lists is told on its own page.
  const { dataset } = graphNames(baseIri)
  const byStatement = new Map<string, Statement>()
  const named = partsNamed(node, source)
  let read = 0
  for (const { subject, predicate, graph } of source.quads(null, null, node)) {
    if (++read > mostRead) return { incoming: [...byStatement.values()], hasMore: true }
    if (graph.equals(dataset) || named.has(subject.value)) continue
    if (pointingTold.has(predicate.value) || isLink(predicate.value)) continue
    const key = `${subject.value} ${predicate.value}`
    const known = byStatement.get(key)
    if (!known && byStatement.size === most) return { incoming: [...byStatement.values()], hasMore: true }
    const sources = [...(known?.sources ?? []), graph.value]
    byStatement.set(key, { subject: subject.value, property: predicate.value, value: node, sources })
  }
  return { incoming: [...byStatement.values()], hasMore: false }
}

/** The parts that a thing names, and those that these name: they are told there. By IRI. */
function partsNamed(node: NamedNode, source: QuadReader): ReadonlySet<string> {
  const parts = new Set([node.value])
  for (const part of parts) {
    for (const { object } of source.triples(rdf.namedNode(part))) {
      if (parts.size > most) return parts
      if (object.value.startsWith(`${node.value}#`)) parts.add(object.value)
    }
  }
  return parts
}

/** Links to other registers, and their records. */
function isLink(predicate: string): boolean {
  return (predicate.startsWith(prefixes.skos) && predicate.endsWith('Match')) || predicate.startsWith(prefixes.sssom)
}
