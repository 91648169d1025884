/**
 * What recurs, as a calendar to subscribe to (RFC 5545). Its times are floating (§3.3.5): of the clock where it takes place.
 */
import ical, { type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '../../dataset/recurrence.ts'
import { linkTo } from '../../representation/addresses.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import { dayInWords } from '../known/dates.ts'
import type { Site } from '../site.ts'
import { placesOf, type Schedule } from './schedules.ts'
import { words } from './words.ts'

export const calendar = { extension: 'ics', mediaType: 'text/calendar' } as const

/**
 * A calendar of the schedules whose days follow from their rules. Each begins after the day on which it was last said, as
 * nothing is known of before; where that is not known, with the version of the data.
 */
export function* calendarOf(
  name: string,
  schedules: readonly Schedule[],
  site: Site,
  language: Language,
): Work<string> {
  const made = ical({ name, prodId: { company: 'Commons Graph', product: 'Commons Graph', language } })
  for (const schedule of schedules) {
    const event = eventOf(schedule, site, language)
    if (event) made.createEvent(event)
    yield
  }
  return made.toString()
}

function eventOf(schedule: Schedule, site: Site, language: Language): ICalEventData | undefined {
  const { iri, of, rule, startTime, endTime, observedOn = site.version.date.slice(0, 10), sources } = schedule
  const [day] = daysAfter(rule, observedOn, 1)
  if (day === undefined) return undefined
  const { names } = site.catalogue
  const places = placesOf(schedule, site.source).map((place) => names.of(place, language))
  const page = linkTo(site, of)
  const start = Temporal.PlainDate.from(day)
  return {
    id: iri,
    stamp: new Date(site.version.date),
    summary: names.of(of, language),
    repeating: rule,
    ...(startTime === undefined
      ? { start, allDay: true }
      : { start: start.toPlainDateTime(startTime), end: endOf(start, startTime, endTime), floating: true }),
    ...(places.length && { location: places.join(', ') }),
    ...(page !== undefined && { url: URL.parse(page, site.publicUrl)!.href }),
    description: words[language].saidBy(
      sources.map((source) => source.slice(site.baseIri.length)).join(', '),
      schedule.observedOn === undefined ? undefined : dayInWords(schedule.observedOn, language),
    ),
  }
}

/** What ends before it starts ends on the next day. */
function endOf(day: Temporal.PlainDate, startTime: string, endTime: string | undefined) {
  if (endTime === undefined) return null
  return (endTime > startTime ? day : day.add({ days: 1 })).toPlainDateTime(endTime)
}
