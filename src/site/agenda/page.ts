/**
 * `/agenda`: what recurs, by the day of the week, with the next dates; as a calendar and as CSV.
 */
import { daysAfter, weekdays } from '../../dataset/recurrence.ts'
import { csvRecord } from '../../rdf/csv.ts'
import type { Language } from '../../representation/negotiate.ts'
import { inTurns, type Work } from '../../turns.ts'
import { datasetTitle } from '../about-dataset.ts'
import { dayAfter, weekdayName } from '../days.ts'
import { calendar, calendarOf } from '../schedules/calendar.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { agendaOf } from './agenda.ts'
import { agendaHtml } from './view.ts'
import { words } from './words.ts'

/** So many stand on one page. */
const perPage = 100

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
        const all = await inTurns(agendaOf(site, language))
        const last = Math.max(1, Math.ceil(all.length / perPage))
        const number = Math.min(query.page as number, last)
        const shown = all.slice((number - 1) * perPage, number * perPage)
        return {
          title: told.title,
          summary: told.summary,
          body: agendaHtml({ shown, number, last, today }, site, context),
        }
      },
      as: {
        [calendar.extension]: () => inTurns(wholeCalendar(site, language)),
        csv: () => inTurns(csvOf(site, language, today)),
      },
    }
  },
}

function* wholeCalendar(site: Site, language: Language): Work<string> {
  const name = `${words[language].title} · ${datasetTitle(site, language)}`
  return yield* calendarOf(name, yield* agendaOf(site, language), site, language)
}

function* csvOf(site: Site, language: Language, today: string): Work<string> {
  const told = words[language]
  const { names } = site.catalogue
  const { name, weekday, rule, inWords, start, end, place, nextDate, observed, source } = told
  const lines = [csvRecord(['IRI', name, weekday, inWords, rule, start, end, place, nextDate, observed, source])]
  for (const one of yield* agendaOf(site, language)) {
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
