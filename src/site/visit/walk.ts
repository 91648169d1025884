/**
 * The walk of a visit: its stops in order, each with what is stated of the way to the next.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { dcterms, prov, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { type Point, pointOf } from '../catalogue/commons.ts'
import { passageOf } from '../known/passage.ts'
import type { Moment } from '../moments.ts'
import type { Slot } from './visit.ts'

export interface Stop {
  /** From 1. */
  readonly number: number
  readonly place: string
  /** The start of what first took place there. */
  readonly from?: Moment
  /** When those who visited set out for the next stop, if a slot says so. */
  readonly setOut?: Moment
  readonly point?: Point
  readonly addresses: readonly Address[]
  /** How long the way to the next stop takes, as a source says. */
  readonly journeys: readonly Journey[]
}

export interface Address {
  readonly lines: readonly string[]
  /** The first day of which a passage says it. */
  readonly day?: string
  readonly sources: readonly string[]
}

export interface Journey {
  /** As XML Schema writes it. */
  readonly duration: string
  readonly means: readonly string[]
  /** Whom the source names for it. */
  readonly accordingTo: readonly string[]
  readonly sources: readonly string[]
}

/** A place that is only led to is a stop too, of which no time is known. */
export function walkOf(slots: readonly Slot[], reader: QuadReader): readonly Stop[] {
  const legs: { place: string; from?: Moment; setOut?: Moment }[] = []
  for (const { start, places, towards } of slots) {
    const last = legs.at(-1)
    if (last && towards.length && last.place !== towards[0]) last.setOut ??= start
    const [place = towards[0]] = places
    if (place === undefined) continue
    const isThere = last?.place === place && !last.setOut
    const stop = isThere ? last : { place }
    if (!isThere) legs.push(stop)
    if (places.length) stop.from ??= start
  }
  return legs.map((leg, index): Stop => {
    const point = pointOf(leg.place, reader)
    const next = legs[index + 1]?.place
    return {
      ...leg,
      number: index + 1,
      ...(point && { point }),
      addresses: addressesOf(rdf.namedNode(leg.place), reader),
      journeys: next === undefined ? [] : journeysBetween(rdf.namedNode(leg.place), rdf.namedNode(next), reader),
    }
  })
}

const parts = [schema.streetAddress, schema.postalCode, schema.addressLocality] as NamedNode[]

/** One a node of the data: two sources may give two. The oldest stands first, those of no day last. */
function addressesOf(place: NamedNode, reader: QuadReader): Address[] {
  return Array.from(reader.triples(place, schema.address!), ({ object }): Address => {
    const quads = parts.flatMap((part) => [...reader.quads(object, part)])
    const sources = [...new Set(quads.map(({ graph }) => graph.value))].sort()
    const [day] = sources.flatMap((graph) => passageOf(graph, reader).observedOn ?? []).sort()
    return { lines: [...new Set(quads.map(({ object: text }) => text.value))], sources, ...(day && { day }) }
  })
    .filter(({ lines }) => lines.length)
    .sort((one, other) => ((one.day ?? '9') < (other.day ?? '9') ? -1 : 1))
}

function journeysBetween(from: NamedNode, to: NamedNode, reader: QuadReader): Journey[] {
  return Array.from(reader.triples(null, schema.fromLocation!, from), ({ subject }) => subject as NamedNode)
    .filter((journey) => [...reader.triples(journey, schema.toLocation!, to)].length > 0)
    .flatMap((journey) => {
      const objects = (property: NamedNode) =>
        Array.from(reader.triples(journey, property), ({ object }) => object.value)
      return objects(schema.duration!).map(
        (duration): Journey => ({
          duration,
          means: objects(dcterms.type!),
          accordingTo: objects(prov.hadPrimarySource!),
          sources: [...new Set(Array.from(reader.quads(journey, schema.duration!), ({ graph }) => graph.value))].sort(),
        }),
      )
    })
}
