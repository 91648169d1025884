/**
 * The agenda in HTML: the week, then the next dates.
 */
import { html } from 'ghtml'
import { daysWithin, type Weekday, weekdays } from '../../dataset/recurrence.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { dayAfter, timesInWords, weekdayAndDay, weekdayName } from '../days.ts'
import { sourcesHtml, thingHtml } from '../known/view.ts'
import { words as ofSchedules } from '../schedules/words.ts'
import type { Site } from '../site.ts'
import type { Recurring } from './agenda.ts'
import { words } from './words.ts'

export interface ShownAgenda {
  readonly shown: readonly Recurring[]
  readonly number: number
  readonly last: number
  readonly today: string
}

/** Days from today, in which everything that recurs each month comes once. */
const horizon = 34

export function agendaHtml({ shown, number, last, today }: ShownAgenda, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  if (!shown.length) return html`<p>${told.nothing}</p>`
  const card = (one: Recurring) => recurring(one, site, context)
  const day = (weekday: Weekday, index: number) => {
    const cards = shown.filter((one) => one.weekdays.includes(weekday)).map(card)
    return html`<section id="${weekday}"!${cards.length ? '' : ' class="bare"'}><h3>${weekdayName(index, language)}</h3>!${cards.length ? cards : html`<p>${told.nothingKnown}</p>`}</section>`
  }
  const others = shown.filter((one) => !one.weekdays.length).map(card)
  const file = (suffix: string) => localPath(context, `agenda.${suffix}?lang=${language}`)
  return html`<p>${told.about}</p>
<p class="formats"><a href="${file('ics')}">${told.asCalendar}</a> · <a href="${file('csv')}">${told.asTable}</a></p>
<h2>${told.byWeekday}</h2>
<div class="week">!${weekdays.map(day)}!${others.length ? html`<section id="other"><h3>${told.otherDays}</h3>!${others}</section>` : ''}</div>
<h2>${told.next}</h2>
!${nextDates(shown, today, site, context)}
<p class="unknown">${ofSchedules[language].localTime}</p>
!${last > 1 ? pager(number, last, context) : ''}`
}

function recurring(one: Recurring, site: Site, context: PageContext): string {
  const { language } = context
  const times = timesInWords(one.startTime, one.endTime, language)
  const places = one.places.map((iri) => thingHtml(iri, site, context))
  return html`<article class="recurring"><h4>!${thingHtml(one.of, site, context)}</h4>
!${times && html`<p class="hours">${times}</p>`}
<p>${one.inWords}</p>
!${places.length ? html`<p>!${places.join(', ')}</p>` : ''}
!${sourcesHtml(one.sources, site, context)}</article>`
}

function nextDates(shown: readonly Recurring[], today: string, site: Site, context: PageContext): string {
  const { language } = context
  const until = dayAfter(today, horizon)
  const coming = shown
    .flatMap((one) => daysWithin(one.rule, today, until).map((day) => ({ one, day })))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const days = [...Map.groupBy(coming, ({ day }) => day)].map(([day, those]) => {
    const items = those.map(({ one }) => {
      const times = timesInWords(one.startTime, one.endTime, language)
      return html`<li>!${thingHtml(one.of, site, context)}!${times && html`, ${times}`}</li>`
    })
    return html`<li><time datetime="${day}">${weekdayAndDay(day, language)}</time><ul>!${items}</ul></li>`
  })
  return html`<ol class="dates">!${days}</ol>`
}

function pager(number: number, last: number, context: PageContext): string {
  const told = words[context.language]
  const link = (to: number, text: string, rel: string) =>
    to < 1 || to > last ? '' : html`<a rel="${rel}" href="${pagePath(context, `agenda?page=${to}`)}">${text}</a>`
  return html`<nav class="pager" aria-label="${told.title}">!${link(number - 1, told.previous, 'prev')} <span>${number} / ${last}</span> !${link(number + 1, told.following, 'next')}</nav>`
}
