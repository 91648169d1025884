/**
 * Where and when: the area that contains most of what has a place, and the days that passages speak of.
 */
import { isDay } from '../../dataset/version.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcat, dcterms, geo, prefixes, rdfs, schema, wgs84, xsd } from '../../rdf/namespaces.ts'
import type { About } from './about.ts'
import { bilingual, type Fact, facts, node, typed } from './facts.ts'

export interface Coverage {
  readonly locations: readonly NamedNode[]
  readonly period: NamedNode | undefined
  readonly facts: readonly Fact[]
}

export function coverage(about: About): Coverage {
  const { dataset } = about
  const area = areaFacts(about, node(`${dataset.value}#area`))
  const places = placesFacts(about, node(`${dataset.value}#places`))
  const when = temporal(about, node(`${dataset.value}#period`))
  return {
    locations: [area, places].flatMap((found) => found[0]?.[0] ?? []),
    period: when[0]?.[0],
    facts: [...area, ...places, ...when],
  }
}

function areaFacts(about: About, location: NamedNode): Fact[] {
  const area = areaOf(about)
  if (!area) return []
  const labels = Array.from(about.source.triples(area, rdfs.label), ({ object }) => object as never)
  return [
    ...typed(dcterms.Location, location),
    ...facts(location, rdfs.label, ...labels),
    ...facts(location, rdfs.seeAlso, area),
  ]
}

/** The box around all that has coordinates, which is not that of the area. */
function placesFacts(about: About, location: NamedNode): Fact[] {
  const box = boxOf(about)
  if (!box) return []
  return [
    ...typed(dcterms.Location, location),
    ...facts(
      location,
      rdfs.label,
      ...bilingual(['Les lieux dont les coordonnées sont connues', 'The places whose coordinates are known']),
    ),
    ...facts(location, dcat.bbox, wkt(`POLYGON((${corners(box)}))`)),
    ...facts(location, dcat.centroid, wkt(`POINT(${middle(box)})`)),
  ]
}

/** What contains most and is itself in nothing. */
function areaOf({ source }: About): NamedNode | undefined {
  const within = new Map<string, string>()
  for (const { subject, object } of source.triples(null, schema.containedInPlace))
    within.set(subject.value, object.value)
  const tops = Array.from(within.keys(), (start) => {
    const seen = new Set<string>()
    let place = start
    for (let next = within.get(place); next && !seen.has(next); next = within.get(place)) {
      seen.add(next)
      place = next
    }
    return place
  })
  const counted = [...Map.groupBy(tops, (top) => top)].sort(
    ([one, ofOne], [other, ofOther]) => ofOther.length - ofOne.length || (one < other ? -1 : 1),
  )
  return counted[0] && node(counted[0][0])
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

function boxOf({ source }: About): Box | undefined {
  let box: Box | undefined
  // Two sources may say different things: a longitude goes with the latitude of its own.
  for (const { subject, object, graph } of source.quads(null, wgs84.long)) {
    const [latitude] = source.quads(subject, wgs84.lat, null, graph)
    const [x, y] = [Number(object.value), Number(latitude?.object.value)]
    if (Number.isNaN(x + y)) continue
    box = {
      west: Math.min(box?.west ?? x, x),
      south: Math.min(box?.south ?? y, y),
      east: Math.max(box?.east ?? x, x),
      north: Math.max(box?.north ?? y, y),
    }
  }
  return box
}

function corners({ west, south, east, north }: Box): string {
  return `${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}`
}

function middle({ west, south, east, north }: Box): string {
  const half = (one: number, other: number) => Number(((one + other) / 2).toFixed(6))
  return `${half(west, east)} ${half(south, north)}`
}

function wkt(text: string) {
  return rdf.literal(text, geo.wktLiteral)
}

/** From the oldest to the newest day on which a passage observed something. */
function temporal({ source }: About, period: NamedNode): Fact[] {
  let [first, last]: (string | undefined)[] = []
  for (const { object } of source.triples(null, cg.observedOn)) {
    if (object.termType !== 'Literal' || object.datatype.value !== `${prefixes.xsd}date` || !isDay(object.value))
      continue
    if (first === undefined || object.value < first) first = object.value
    if (last === undefined || object.value > last) last = object.value
  }
  if (first === undefined || last === undefined) return []
  return [
    ...typed(dcterms.PeriodOfTime, period),
    ...facts(period, dcat.startDate, rdf.literal(first, xsd.date)),
    ...facts(period, dcat.endDate, rdf.literal(last, xsd.date)),
  ]
}
