/**
 * The page of one thing, what was known of it on a day, and what of it or at it recurs as a calendar.
 */
import type { Alternate } from '../../representation/html/layout.ts'
import { readable } from '../../representation/readable.ts'
import { inTurns } from '../../turns.ts'
import { SaidUntil } from '../known/said-until.ts'
import { calendarOf } from '../schedules/calendar.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown } from '../site-page.ts'
import { thingOf } from './thing.ts'
import { thingHtml } from './view.ts'

/** In characters, for those who list pages. */
const longestSummary = 300

export interface ShownThing extends Pick<Shown, 'page'> {
  /** The day until which passages said what it shows; undefined if it shows all. */
  readonly asOf: string | undefined
  /** With the calendar, where there is one. */
  readonly alternates: readonly Alternate[]
  /** Of what recurs; the page is then another one each day. */
  readonly calendar?: () => Promise<string>
}

/** Where its data is, and where its calendar would be. */
export interface Formats {
  readonly alternates: readonly Alternate[]
  readonly calendar?: Alternate
}

/**
 * @param asked with `asOf` in the query only what passages said until that day
 * @param parts what is named by it and a fragment, by IRI
 * @returns undefined where nothing is said of it
 */
export function showThing(
  iri: string,
  { query, language, today }: Pick<Asked, 'query' | 'language' | 'today'>,
  formats: Formats,
  parts: readonly string[],
  site: Site,
): ShownThing | undefined {
  const { asOf } = query as { asOf?: string }
  const source = asOf === undefined ? site.source : new SaidUntil(site.source, asOf)
  const thing = thingOf(iri, language, source, site)
  if (!thing) return undefined
  const name = site.catalogue.names.of(iri, language)
  const schedules = [...thing.schedules, ...thing.hosted]
  const calendar = schedules.length ? formats.calendar : undefined
  const alternates = calendar ? [...formats.alternates, calendar] : formats.alternates
  return {
    asOf,
    alternates,
    page: (context) => ({
      title: name,
      titleLanguage: site.catalogue.names.tagOf(iri, language),
      alternates,
      ...(thing.descriptions[0] && { summary: readable(thing.descriptions[0].value.value, longestSummary) }),
      body: thingHtml({ thing, source, asOf, parts, today, alternates, calendar }, site, context),
    }),
    ...(calendar && { calendar: () => inTurns(calendarOf(name, schedules, site, language)) }),
  }
}
