/**
 * `/agenda`: what recurs, by the day of the week, with the next dates; as a calendar and as CSV.
 */
import { daysAfter, weekdays } from '../../dataset/recurrence.ts'
import { csvRecord } from '../../rdf/csv.ts'
import { dayAfter, weekdayName } from '../../representation/days.ts'
import type { Language } from '../../representation/negotiate.ts'
import { inTurns, type Work } from '../../turns.ts'
import { datasetTitle } from '../about-dataset.ts'
import { partOf } from '../pager.ts'
import { calendar, calendarOf } from '../schedules/calendar.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { agendaIn, comingOf, type Recurring } from './agenda.ts'
import { agendaHtml } from './view.ts'
import { words } from './words.ts'

/** So many stand on one page. */
const perPage = 100

/** Days from today whose dates are told: of what recurs each month nearly always one. */
const horizon = 34

export const agendaPage: SitePage = {
  path: '/agenda',
  summary: 'What recurs, by the day of the week, with the next dates',
  query: { page: { type: 'integer', minimum: 1, default: 1 } },
  formats: { [calendar.extension]: calendar.mediaType, csv: 'text/csv' },
  daily: true,
  show({ language, query, today }: Asked, site: Site): Shown {
    const told = words[language]
    return {
      async page(context) {
        const all = await agendaIn[language](site)
        const part = partOf(all, query.page as number, perPage)
        const coming = await inTurns(comingOf(all, today, horizon))
        return { title: told.title, summary: told.summary, body: agendaHtml({ all, part, coming }, site, context) }
      },
      as: {
        [calendar.extension]: async () => {
          const name = `${told.title} · ${datasetTitle(site, language)}`
          return inTurns(calendarOf(name, await agendaIn[language](site), site, language))
        },
        csv: async () => inTurns(csvOf(await agendaIn[language](site), site, language, today)),
      },
    }
  },
}

function* csvOf(all: readonly Recurring[], site: Site, language: Language, today: string): Work<string> {
  const told = words[language]
  const { names } = site.catalogue
  const { name, weekday, rule, inWords, start, end, place, nextDate, observed, source } = told
  const lines = [csvRecord(['IRI', name, weekday, inWords, rule, start, end, place, nextDate, observed, source])]
  for (const one of all) {
    const record = [
      one.of,
      one.name,
      one.weekdays.map((day) => weekdayName(weekdays.indexOf(day), language)).join('; '),
      one.inWords,
      one.rule,
      one.startTime ?? '',
      one.endTime ?? '',
      one.places.map((iri) => names.of(iri, language)).join('; '),
      daysAfter(one.rule, dayAfter(today, -1), 1)[0] ?? '',
      one.observedOn ?? '',
      one.sources.join('; '),
    ]
    lines.push(csvRecord(record))
    yield
  }
  return lines.join('')
}
