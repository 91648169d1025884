/**
 * Candidates for links: what a register has that may be a thing of ours, with a score and its reasons, in a file that is
 * never loaded. Nothing becomes a link here.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { skos, sssom } from '../rdf/namespaces.ts'
import type { Notice } from './links-file.ts'
import { type Mapping, mappingQuads, readMappings, tool } from './mapping.ts'
import { osmRegister, type Register, recordIri, registered } from './registers.ts'
import { type Found, score } from './score.ts'
import type { Thing } from './things.ts'

/** How many for a thing, and how sure at least, so that a person is not asked about nonsense. */
const mostEach = 5
const leastScore = 0.1

/** No comparison is certain. */
const surest = 0.999

/** The best of what was found for a thing and not rejected, the surest first, as records. */
export function rank(
  thing: Thing,
  found: readonly Found[],
  register: Register,
  rejected: ReadonlySet<string> = new Set(),
): readonly Mapping[] {
  const distinct = [...new Map(found.map((one) => [one.iri, one])).values()]
  return distinct
    .filter(({ iri }) => !rejected.has(recordIri(thing.iri, iri)))
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
      date: one.readOn,
      justification: 'CompositeMatching',
      label: one.label,
      seen: seenInWords(one, register),
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

/** The records of what a person has rejected. */
export function rejectedIn(quads: readonly Quad[]): ReadonlySet<string> {
  const isNegated = ({ predicate }: Quad) => predicate.equals(sssom.predicate_modifier)
  return new Set(quads.filter(isNegated).map(({ subject }) => subject.value))
}

/**
 * What stands in the file with these candidates instead of those that were found for a thing before. What was rejected
 * stays so, and what a person wrote down stays.
 */
export function replaced(
  quads: readonly Quad[],
  { iri }: Thing,
  register: Register,
  candidates: readonly Mapping[],
): readonly Quad[] {
  const isOld = ({ subject, object, tool: finder, isRejected }: Mapping) =>
    finder === tool && !isRejected && subject === iri && register.iris.test(object)
  const old = new Set(
    readMappings(quads)
      .filter(isOld)
      .map(({ record }) => record),
  )
  return withRecords(without(quads, old), candidates)
}

/** Quads with these records instead of those of the same names. */
export function withRecords(quads: readonly Quad[], mappings: readonly Mapping[], graph?: NamedNode): readonly Quad[] {
  const records = new Set(mappings.map(({ record }) => record))
  return [...without(quads, records), ...mappings.flatMap((mapping) => mappingQuads(mapping, graph))]
}

/** The notes of people stay. */
function without(quads: readonly Quad[], records: ReadonlySet<string>): readonly Quad[] {
  return quads.filter(({ subject, predicate }) => !records.has(subject.value) || predicate.equals(skos.note))
}

function seenInWords(
  { iri, label, description, kindInWords, position, websites, readOn }: Found,
  { title, page }: Register,
): string {
  const parts = [
    description ? `${label}, ${description}` : label,
    kindInWords,
    position && `${position.lat}, ${position.long}`,
    ...websites,
  ]
  return `${title}, ${page(registered(iri)!.id)}, read on ${readOn}: ${parts.filter(Boolean).join('; ')}.`
}
