/**
 * When something recurs: in words, and on which days next.
 */
import { html } from 'ghtml'
import { daysAfter, ruleInWords, saysWhen } from '../../dataset/recurrence.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { dayAfter, timesInWords, weekdayAndDay } from '../days.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Schedule } from '../schedules/schedules.ts'
import { words as ofSchedules } from '../schedules/words.ts'
import type { Site } from '../site.ts'
import type { Showing } from './showing.ts'
import { words } from './words.ts'

export function whenHtml({ thing, today, calendar }: Showing, site: Site, context: PageContext): string {
  const { schedules } = thing
  if (!schedules.length) return ''
  const { language } = context
  const told = ofSchedules[language]
  const subscribe = calendar
    ? html`<p><a href="${calendar.href}" type="${calendar.type}">${told.subscribe}</a></p>`
    : ''
  return html`<section class="when"><h2>${words[language].when}</h2>!${schedules.map((one) => scheduleHtml(one, today, site, context))}
<p class="unknown">${told.localTime}</p>!${subscribe}</section>`
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
