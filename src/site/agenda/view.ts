/**
 * The agenda in HTML: the week, then the next dates.
 */
import { html } from 'ghtml'
import { type Weekday, weekdays } from '../../dataset/recurrence.ts'
import { localPath } from '../../representation/addresses.ts'
import { timesInWords, weekdayAndDay, weekdayName } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { thingHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import { type Part, pager } from '../pager.ts'
import { words as ofSchedules } from '../schedules/words.ts'
import type { Site } from '../site.ts'
import type { Coming, Recurring } from './agenda.ts'
import { words } from './words.ts'

export interface ShownAgenda {
  readonly all: readonly Recurring[]
  /** Those whose cards are on this page. */
  readonly part: Part<Recurring>
  readonly coming: readonly Coming[]
}

/** So many dates are told; the calendar has all. */
const mostDates = 300

export function agendaHtml({ all, part, coming }: ShownAgenda, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  if (!all.length) return html`<p>${told.nothing}</p>`
  const card = (one: Recurring) => recurring(one, site, context)
  const day = (weekday: Weekday, index: number) => {
    const isOn = (one: Recurring) => one.weekdays.includes(weekday)
    const cards = part.items.filter(isOn).map(card)
    // A day whose cards are all on other pages is left out of this one.
    if (!cards.length && all.some(isOn)) return ''
    return html`<section id="${weekday}"!${cards.length ? '' : ' class="bare"'}><h3>${weekdayName(index, language)}</h3>!${cards.length ? cards : html`<p>${told.nothingKnown}</p>`}</section>`
  }
  const others = part.items.filter((one) => !one.weekdays.length).map(card)
  const file = (suffix: string) => localPath(context, `agenda.${suffix}?lang=${language}`)
  return html`<p>${told.about}</p>
<p class="formats"><a href="${file('ics')}">${told.asCalendar}</a> · <a href="${file('csv')}">${told.asTable}</a></p>
<h2>${told.byWeekday}</h2>
<div class="week">!${weekdays.map(day)}!${others.length ? html`<section id="other"><h3>${told.otherDays}</h3>!${others}</section>` : ''}</div>
<h2>${told.next}</h2>
!${nextDates(coming, site, context)}
<p class="unknown">${ofSchedules[language].localTime}</p>
!${pager(part, told.title, context)}`
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

function nextDates(coming: readonly Coming[], site: Site, context: PageContext): string {
  const { language } = context
  const days = [...Map.groupBy(coming.slice(0, mostDates), ({ day }) => day)].map(([day, those]) => {
    const items = those.map(({ one }) => {
      const times = timesInWords(one.startTime, one.endTime, language)
      return html`<li>!${thingHtml(one.of, site, context)}!${times && html`, ${times}`}</li>`
    })
    return html`<li><time datetime="${day}">${weekdayAndDay(day, language)}</time><ul>!${items}</ul></li>`
  })
  return html`<ol class="dates">!${days}</ol>`
}
