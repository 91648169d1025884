/**
 * What recurs: by which rule, at which hours of the clock on the wall, and who says so. No schedule of ours states a time
 * zone, so none is made up: the hours are those of the place.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, rdfNs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { passageOf } from '../known/passage.ts'

export interface Schedule {
  readonly iri: string
  /** What recurs. */
  readonly of: string
  /** RFC 5545 §3.3.10, without `RRULE:`. */
  readonly rule: string
  /** `HH:MM:SS`, also of a time that is stated with more. */
  readonly startTime?: string
  readonly endTime?: string
  /** The graphs that say so. */
  readonly sources: readonly string[]
  /** The last day on which one of them said so; where none has a day, nothing. */
  readonly observedOn?: string
}

/** The schedules of a thing. */
export function schedulesOf(thing: NamedNode, source: QuadReader): readonly Schedule[] {
  const bySchedule = Map.groupBy(source.quads(thing, schema.eventSchedule!), ({ object }) => object.value)
  return [...bySchedule].flatMap(([iri, quads]) => {
    const node = rdf.namedNode(iri)
    const text = (property: NamedNode) => {
      for (const { object } of source.triples(node, property)) return object.value
      return undefined
    }
    const rule = text(cg.rrule!)
    if (rule === undefined) return []
    const [startTime, endTime] = [schema.startTime!, schema.endTime!].map((property) => timeOf(text(property)))
    const sources = quads.map(({ graph }) => graph.value)
    const days = sources.flatMap((graph) => passageOf(graph, source).observedOn ?? [])
    const observedOn = days.sort().at(-1)
    return [
      {
        ...{ iri, of: thing.value, rule, sources },
        ...(startTime !== undefined && { startTime }),
        ...(endTime !== undefined && { endTime }),
        ...(observedOn !== undefined && { observedOn }),
      },
    ]
  })
}

/**
 * Where what recurs takes place, as the sources say: by IRI. Where a group is or meets at other times is no word on where it
 * meets then, so a location counts only of an event or of the schedule itself.
 */
export function placesOf({ iri, of }: Pick<Schedule, 'iri' | 'of'>, source: QuadReader): readonly string[] {
  const [schedule, thing] = [iri, of].map((node) => rdf.namedNode(node))
  const objects = (subject: NamedNode, property: NamedNode) =>
    Array.from(source.triples(subject, property), ({ object }) => object.value)
  const isEvent = objects(thing!, rdfNs.type!).includes(schema.Event!.value)
  return [
    ...new Set([
      ...objects(schedule!, schema.location!),
      ...objects(thing!, cg.hostedAt!),
      ...(isEvent ? objects(thing!, schema.location!) : []),
    ]),
  ]
}

/** @param time xsd:time (XML Schema 1.1 part 2 §3.3.8), in which 24 h is midnight */
function timeOf(time: string | undefined): string | undefined {
  return /^(([01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)/.exec(time ?? '')?.[0].replace(/^24/, '00')
}
