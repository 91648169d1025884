/**
 * What recurs, by the day of the week and by the hour.
 */
import { daysAfter, daysWithin, ruleInWords, type Weekday, weekdaysOf } from '../../dataset/recurrence.ts'
import type { NamedNode } from '../../rdf/environment.ts'
import { schema } from '../../rdf/namespaces.ts'
import { dayAfter } from '../../representation/days.ts'
import type { Language } from '../../representation/negotiate.ts'
import { inTurns, sorted, type Work } from '../../turns.ts'
import { once } from '../once.ts'
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

/** All of it, for readers of each language. */
export const agendaIn: Readonly<Record<Language, (site: Site) => Promise<readonly Recurring[]>>> = {
  fr: once((site) => inTurns(agendaOf(site, 'fr'))),
  en: once((site) => inTurns(agendaOf(site, 'en'))),
}

/** What takes place on a day. */
export interface Coming {
  readonly day: string
  readonly one: Recurring
}

/**
 * What takes place within so many days from today, that day included, by day; what does not, as the 31st of each month in
 * February, on the first day after.
 */
export function* comingOf(all: readonly Recurring[], today: string, horizon: number): Work<readonly Coming[]> {
  const until = dayAfter(today, horizon)
  const coming: Coming[] = []
  for (const one of all) {
    const within = daysWithin(one.rule, today, until)
    for (const day of within.length ? within : daysAfter(one.rule, until, 1)) coming.push({ one, day })
    yield
  }
  return yield* sorted(coming, (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** By hour, then by name; what has no hour comes last. */
function* agendaOf({ source, catalogue: { names } }: Site, language: Language): Work<readonly Recurring[]> {
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
