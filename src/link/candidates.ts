/**
 * Candidates for links: what a register has that may be a thing of ours, with a score and its reasons, in a file that is
 * never loaded. Nothing becomes a link here.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { skos, sssom } from '../rdf/namespaces.ts'
import type { LinksFile, Notice } from './links-file.ts'
import { type Mapping, mappingQuads, readMappings, tool } from './mapping.ts'
import type { Progress } from './progress.ts'
import { osmRegister, type Register, recordIri, registered } from './registers.ts'
import { type Found, score } from './score.ts'
import { ServiceFailure } from './service-failure.ts'
import type { Thing } from './things.ts'

/** How many for a thing, and how sure at least, so that a person is not asked about nonsense. */
const mostEach = 5
const leastScore = 0.1

/** No comparison is certain. */
const surest = 0.999

/** Unreadable answers one after the other, after which the service is not asked more. */
const patience = 3

export interface Search {
  readonly register: Register
  readonly find: (thing: Thing) => Promise<readonly Found[]>
  readonly things: readonly Thing[]
  readonly file: LinksFile
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly progress: Progress
}

/**
 * Looks for one thing after the other, and writes what was found after each.
 * @returns how many candidates there are for how many of the things, and what could not be asked
 * @throws ServiceFailure when the service is away; what was found by then is written
 */
export async function findCandidates(
  search: Search,
): Promise<{ candidates: number; things: number; failed: string[] }> {
  const { register, find, things, file, today, progress } = search
  const found = { candidates: 0, things: 0, failed: [] as string[] }
  let unreadable = 0
  for (const thing of things) {
    progress.step(thing.names[0]!.text)
    try {
      const candidates = rank(thing, await find(thing), register, today)
      unreadable = 0
      if (!candidates.length) continue
      await file.change((quads) => merge(quads, candidates))
      found.candidates += candidates.length
      found.things += 1
    } catch (error) {
      if (!(error instanceof ServiceFailure) || error.kind === 'away' || ++unreadable === patience) throw error
      found.failed.push(`${thing.names[0]!.text}: ${error.message}`)
    }
  }
  return found
}

/** The best of what was found for a thing, the surest first, as records. */
export function rank(thing: Thing, found: readonly Found[], register: Register, today: string): readonly Mapping[] {
  const distinct = [...new Map(found.map((one) => [one.iri, one])).values()]
  return distinct
    .map((one) => ({ one, ...score(thing, one) }))
    .filter((candidate) => candidate.score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.one.iri < b.one.iri ? -1 : 1))
    .slice(0, mostEach)
    .map(({ one, score: confidence, reasons }) => ({
      record: recordIri(thing.iri, one.iri),
      subject: thing.iri,
      predicate: skos.exactMatch!.value,
      object: one.iri,
      confidence: Math.min(confidence, surest),
      date: today,
      justification: 'CompositeMatching',
      label: one.label,
      seen: seenInWords(one, register, today),
      reasons: reasons.join('; '),
      tool,
      isRejected: false,
    }))
}

/** What the file has to say to people about what stands in it: OpenStreetMap's contents are not ours. */
export const attribution: Notice = {
  text: '#\n# What is said here of OpenStreetMap is © OpenStreetMap contributors, ODbL 1.0: https://www.openstreetmap.org/copyright\n',
  isDue: (quads) =>
    readMappings(quads).some(({ object, tool: finder }) => finder === tool && osmRegister.iris.test(object)),
}

/** What stands in the file with new candidates; one that was rejected stays so. */
export function merge(quads: readonly Quad[], candidates: readonly Mapping[]): readonly Quad[] {
  const isNegated = ({ predicate }: Quad) => predicate.equals(sssom.predicate_modifier)
  const rejected = new Set(quads.filter(isNegated).map(({ subject }) => subject.value))
  return withRecords(
    quads,
    candidates.filter(({ record }) => !rejected.has(record)),
  )
}

/** Quads with these records instead of those of the same names; the notes of people stay. */
export function withRecords(quads: readonly Quad[], mappings: readonly Mapping[], graph?: NamedNode): readonly Quad[] {
  const records = new Set(mappings.map(({ record }) => record))
  const isNote = ({ predicate }: Quad) => predicate.equals(skos.note)
  const staying = quads.filter((quad) => !records.has(quad.subject.value) || isNote(quad))
  return [...staying, ...mappings.flatMap((mapping) => mappingQuads(mapping, graph))]
}

function seenInWords(
  { iri, label, description, kindInWords, position, websites }: Found,
  register: Register,
  today: string,
) {
  const { id } = registered(iri)!
  const parts = [
    description ? `${label}, ${description}` : label,
    kindInWords,
    position && `${position.lat}, ${position.long}`,
    ...websites,
  ]
  return `${register.title}, ${register.page(id)}, read on ${today}: ${parts.filter(Boolean).join('; ')}.`
}
