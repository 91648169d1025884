/**
 * A visit: an event whose parts follow each other in time, each as its passages state it.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { dcterms, prov, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import { type Statement, statementsOf } from '../known/known.ts'
import { type Moment, momentOf } from '../moments.ts'

export interface Visit {
  readonly iri: string
  /** The day on which it begins. */
  readonly day: string
  /** By what is asked of a visit, in the order of the page. */
  readonly about: Readonly<Record<Heading, readonly Statement[]>>
  /** In the order of time. */
  readonly slots: readonly Slot[]
}

export type Heading = keyof typeof headings

/** What a page tells of a visit before its timetable. */
const headings = {
  description: [schema.description],
  kind: [dcterms.type],
  subject: [schema.about, dcterms.subject],
  place: [schema.location],
  framework: [prov.wasAssociatedWith],
  attendee: [schema.attendee],
} as const satisfies Record<string, readonly (NamedNode | undefined)[]>

export interface Slot {
  readonly iri: string
  readonly start: Moment
  /** Stated, or the start of the next. */
  readonly end?: Moment
  readonly kinds: readonly string[]
  /** Where it takes place, all by IRI. */
  readonly places: readonly string[]
  /** Where it leads. */
  readonly towards: readonly string[]
  /** What was presented or dealt with. */
  readonly about: readonly string[]
  readonly descriptions: readonly Statement[]
  /** The graphs that say when it begins and what it is. */
  readonly sources: readonly string[]
}

/** @returns undefined if no part of it is known by time */
export function visitOf(iri: string, language: Language, source: QuadReader): Visit | undefined {
  const node = rdf.namedNode(iri)
  const slots = Array.from(source.triples(null, schema.superEvent!, node), ({ subject }) => subject as NamedNode)
    .flatMap((slot) => slotOf(slot, language, source))
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
  if (!slots.length) return undefined
  const stated = (properties: readonly (NamedNode | undefined)[]) =>
    byPassage(
      statementsOf(
        properties.flatMap((property) => [...source.quads(node, property!)]),
        language,
      ),
    )
  const about = Object.fromEntries(
    Object.entries(headings).map(([heading, properties]) => [heading, stated(properties)]),
  ) as Visit['about']
  const [begins] = momentsOf(node, schema.startDate!, source)
  return { iri, day: begins?.day ?? slots[0]!.start.day, about, slots }
}

function slotOf(slot: NamedNode, language: Language, source: QuadReader): Slot[] {
  const [start] = momentsOf(slot, schema.startDate!, source)
  if (!start) return []
  const [end] = momentsOf(slot, schema.endDate!, source)
  const said = [...source.quads(slot)]
  const objects = (property: NamedNode) => distinct(said.filter(({ predicate }) => predicate.equals(property)))
  const starts = said.filter(({ predicate }) => predicate.equals(schema.startDate))
  return [
    {
      iri: slot.value,
      start,
      ...(end && { end }),
      kinds: objects(dcterms.type!),
      places: objects(schema.location!),
      towards: objects(schema.toLocation!),
      about: objects(schema.about!),
      descriptions: statementsOf(
        said.filter(({ predicate }) => predicate.equals(schema.description)),
        language,
      ),
      sources: [...new Set(starts.map(({ graph }) => graph.value))].sort(),
    },
  ]
}

/** Every event that has parts with a start, by IRI. */
export function* visitsIn(source: QuadReader): Work<readonly string[]> {
  const events = new Set<string>()
  for (const { subject, object } of source.triples(null, schema.superEvent!)) {
    if (!events.has(object.value) && momentsOf(subject as NamedNode, schema.startDate!, source).length) {
      events.add(object.value)
    }
    yield
  }
  return [...events]
}

function momentsOf(node: NamedNode, property: NamedNode, source: QuadReader): Moment[] {
  return Array.from(source.triples(node, property), ({ object }) => momentOf(object.value)).filter(
    (moment) => moment !== undefined,
  )
}

/** As their sources tell it: line 2 before line 10. */
function byPassage(statements: readonly Statement[]): readonly Statement[] {
  const { compare } = new Intl.Collator('en', { numeric: true })
  return statements.toSorted((one, other) => compare(one.sources[0] ?? '', other.sources[0] ?? ''))
}

function startOf({ start, iri }: Slot): string {
  return `${start.day} ${start.time ?? ''} ${iri}`
}

/** IRIs only: a text is no place. */
function distinct(quads: readonly Quad[]): readonly string[] {
  const named = ({ termType }: Term) => termType === 'NamedNode'
  return [...new Set(quads.filter(({ object }) => named(object)).map(({ object }) => object.value))]
}
