/**
 * When something recurs, itself or what it hosts: in words, and on which days next.
 */
import { html } from 'ghtml'
import { daysAfter, ruleInWords, saysWhen } from '../../dataset/recurrence.ts'
import { dayAfter, timesInWords, weekdayAndDay } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { thingHtml as nameHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Schedule } from '../schedules/schedules.ts'
import { words as ofSchedules } from '../schedules/words.ts'
import type { Site } from '../site.ts'
import type { Showing } from './showing.ts'
import { words } from './words.ts'

export function whenHtml({ thing, today, calendar }: Showing, site: Site, context: PageContext): string {
  const { schedules, hosted } = thing
  if (!(schedules.length + hosted.length)) return ''
  const { language } = context
  const told = ofSchedules[language]
  const subscribe = calendar
    ? html`<p><a href="${calendar.href}" type="${calendar.type}">${told.subscribe}</a></p>`
    : ''
  return html`<section class="when"><h2>${words[language].when}</h2>!${schedules.map((one) => scheduleHtml(one, today, site, context))}!${soonestFirst(hosted, today).map((one) => hostedHtml(one, today, site, context))}
<p class="unknown">${told.localTime}</p>!${subscribe}</section>`
}

/** Those of which no day is known come last. */
function soonestFirst(schedules: readonly Schedule[], today: string): readonly Schedule[] {
  return schedules
    .map((schedule) => ({ schedule, day: daysAfter(schedule.rule, dayAfter(today, -1), 1)[0] ?? '~' }))
    .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
    .map(({ schedule }) => schedule)
}

/** With the name of whose it is. */
function hostedHtml(schedule: Schedule, today: string, site: Site, context: PageContext): string {
  return html`<h3>!${nameHtml(schedule.of, site, context)}</h3>!${scheduleHtml(schedule, today, site, context)}`
}

function scheduleHtml(schedule: Schedule, today: string, site: Site, context: PageContext): string {
  const { rule, startTime, endTime, sources } = schedule
  const { language } = context
  const told = ofSchedules[language]
  const times = timesInWords(startTime, endTime, language)
  const days = daysAfter(rule, dayAfter(today, -1), 3).map(
    (day) => html`<li><time datetime="${day}">${weekdayAndDay(day, language)}</time></li>`,
  )
  const next = days.length
    ? html`<p>${told.nextDates}</p><ol>!${days}</ol>`
    : saysWhen(rule)
      ? ''
      : html`<p>${told.datesUnknown}</p>`
  return html`<div><strong>${ruleInWords(rule, language)}!${times && html`, ${times}`}</strong> !${sourcesHtml(sources, site, context)}!${next}</div>`
}
