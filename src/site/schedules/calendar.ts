/**
 * What recurs, as a calendar to subscribe to (RFC 5545). Its times are floating (§3.3.5), of the clock where it takes
 * place, as no source states a time zone; they keep their hour when the clocks are changed.
 */
import ical, { type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '../../dataset/recurrence.ts'
import { rdf } from '../../rdf/environment.ts'
import { linkTo } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import { addressesOf } from '../catalogue/spots.ts'
import { passageOf } from '../known/passage.ts'
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
  const description = words[language].localTime
  const made = ical({ name, description, prodId: { company: 'Commons Graph', product: 'Commons Graph', language } })
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
  const places = placesOf(schedule, site.source).map((place) => placeInWords(place, site, language))
  const page = addressOf(of, site)
  const start = Temporal.PlainDate.from(day)
  const saidBy = words[language].saidBy(
    sources.map((source) => sourceInWords(source, site, language)).join(' · '),
    schedule.observedOn === undefined ? undefined : dayInWords(schedule.observedOn, language),
  )
  return {
    id: iri,
    stamp: new Date(site.version.date),
    summary: site.catalogue.names.of(of, language),
    repeating: rule,
    ...(startTime === undefined
      ? { start, allDay: true }
      : { start: start.toPlainDateTime(startTime), end: endOf(start, startTime, endTime), floating: true }),
    ...(places.length && { location: places.join(' · ') }),
    ...(page !== undefined && { url: page }),
    description: [saidBy, page].filter((line) => line !== undefined).join('\n'),
  }
}

/** Its name, and its address as far as it is stated; where sources state several, all. */
function placeInWords(place: string, { catalogue, source }: Site, language: Language): string {
  const addresses = addressesOf(rdf.namedNode(place), source).join(' / ')
  return [catalogue.names.of(place, language), addresses].filter(Boolean).join(', ')
}

/** What the source is called, the passage in it, and the whole address of that: it is read far from our pages. */
function sourceInWords(graph: string, site: Site, language: Language): string {
  const { partOf } = passageOf(graph, site.source)
  const name = site.catalogue.names.of(partOf ?? graph, language)
  const address = addressOf(graph, site)
  return address === undefined ? name : `${name} (${address})`
}

/** In full, as calendars are read elsewhere. */
function addressOf(iri: string, site: Site): string | undefined {
  const link = linkTo(site, iri)
  return link === undefined ? undefined : URL.parse(link, site.publicUrl)!.href
}

/** What ends before it starts ends on the next day. */
function endOf(day: Temporal.PlainDate, startTime: string, endTime: string | undefined) {
  if (endTime === undefined) return null
  return (endTime > startTime ? day : day.add({ days: 1 })).toPlainDateTime(endTime)
}
