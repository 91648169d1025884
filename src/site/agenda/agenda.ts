/**
 * What recurs, by the day of the week and by the hour.
 */
import { ruleInWords, type Weekday, weekdaysOf } from '../../dataset/recurrence.ts'
import type { NamedNode } from '../../rdf/environment.ts'
import { schema } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import { placesOf, type Schedule, schedulesOf } from '../schedules/schedules.ts'
import type { Site } from '../site.ts'

export interface Recurring extends Schedule {
  readonly name: string
  /** By IRI. */
  readonly places: readonly string[]
  /** None where it goes by other days than those of the week. */
  readonly weekdays: readonly Weekday[]
  readonly inWords: string
}

/** By hour, then by name; what has no hour comes last. */
export function* agendaOf({ source, catalogue: { names } }: Site, language: Language): Work<readonly Recurring[]> {
  const things = new Map<string, NamedNode>()
  for (const { subject } of source.triples(null, schema.eventSchedule!)) {
    // A part of a thing is no thing that recurs: the first occurrence that was derived has a schedule too.
    if (subject.termType === 'NamedNode' && !subject.value.includes('#')) things.set(subject.value, subject)
  }
  const all: Recurring[] = []
  for (const thing of things.values()) {
    for (const schedule of schedulesOf(thing, source)) {
      const { rule } = schedule
      all.push({
        ...schedule,
        name: names.of(thing.value, language),
        places: placesOf(schedule, source),
        weekdays: weekdaysOf(rule),
        inWords: ruleInWords(rule, language),
      })
    }
    yield
  }
  const { compare } = new Intl.Collator(language, { numeric: true })
  const hour = ({ startTime = '~' }: Recurring) => startTime
  return all.sort(
    (one, other) =>
      (hour(one) < hour(other) ? -1 : hour(one) > hour(other) ? 1 : compare(one.name, other.name)) ||
      (one.iri < other.iri ? -1 : 1),
  )
}
