/**
 * Where and when: the area that contains most of what has a place, and the days that passages speak of.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcat, dcterms, geo, prefixes, rdfs, schema, wgs84, xsd } from '../../rdf/namespaces.ts'
import type { About } from './about.ts'
import { type Fact, facts, node, typed } from './facts.ts'

export interface Coverage {
  readonly location: NamedNode | undefined
  readonly period: NamedNode | undefined
  readonly facts: readonly Fact[]
}

export function coverage(about: About): Coverage {
  const { dataset } = about
  const where = spatial(about, node(`${dataset.value}#area`))
  const when = temporal(about, node(`${dataset.value}#period`))
  return {
    location: where[0]?.[0],
    period: when[0]?.[0],
    facts: [...where, ...when],
  }
}

function spatial(about: About, location: NamedNode): Fact[] {
  const { source } = about
  const area = areaOf(about)
  const box = boxOf(about)
  if (!area && !box) return []
  const labels = area ? source.triples(area, rdfs.label) : []
  return [
    ...typed(dcterms.Location, location),
    ...facts(location, rdfs.label, ...Array.from(labels, ({ object }) => object as never)),
    ...facts(location, rdfs.seeAlso, area),
    ...(box ? facts(location, dcat.bbox, wkt(`POLYGON((${corners(box)}))`)) : []),
    ...(box ? facts(location, dcat.centroid, wkt(`POINT(${middle(box)})`)) : []),
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
  for (const { subject, object } of source.triples(null, wgs84.long)) {
    const [latitude] = source.triples(subject, wgs84.lat)
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
    if (object.termType !== 'Literal' || object.datatype.value !== `${prefixes.xsd}date`) continue
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
