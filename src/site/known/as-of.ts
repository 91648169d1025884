/**
 * What was known by a day.
 */
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Known } from './known.ts'
import { passageOf } from './passage.ts'

/** What had been said or judged by the day. */
export function knownBy(day: string, { key, facts, statements, assessments }: Known, source: QuadReader): Known {
  return {
    key,
    facts: saidBy(day, facts, source),
    statements: saidBy(day, statements, source),
    assessments: assessments.filter(({ date }) => date !== undefined && date.slice(0, day.length) <= day),
  }
}

/**
 * With the sources that had said it by the day: passages whose day is known and not after it, and graphs that are no
 * passage, which do not observe anything. What has no such source is left out.
 */
export function saidBy<T extends { readonly sources: readonly string[] }>(
  day: string,
  items: readonly T[],
  source: QuadReader,
): readonly T[] {
  const hadSaid = (iri: string) => {
    const { partOf, observedOn } = passageOf(iri, source)
    return partOf === undefined || (observedOn !== undefined && observedOn.slice(0, day.length) <= day)
  }
  return items
    .map((item) => ({ ...item, sources: item.sources.filter(hadSaid) }))
    .filter(({ sources }) => sources.length > 0)
}
