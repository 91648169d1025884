/**
 * A visit in HTML.
 */
import { html } from 'ghtml'
import { linkTo, pagePath } from '../../representation/addresses.ts'
import { timeInWords, weekdayAndDay } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { thingHtml, valueHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import { durationInWords, type Moment } from '../moments.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import { dayStrip, walkDrawing } from './drawing.ts'
import type { Heading, Slot, Visit } from './visit.ts'
import { type Journey, type Stop, walkOf } from './walk.ts'
import { words } from './words.ts'

export function visitHtml(visit: Visit, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { slots, about } = visit
  const stops = walkOf(slots, site.source)
  const lead = about.description.map((one) => html`<div>!${valueWithSources(one, site, context)}</div>`)
  return html`<div class="lead">!${lead}</div>
!${summary(visit, site, context)}
<h2>${told.timetable}</h2>
<p class="note">${told.aboutTimetable}</p>
!${strip(slots, context)}
<ol class="timeline">!${slots.map((slot) => slotItem(slot, visit.day, site, context))}</ol>
<h2>${told.walk}</h2>
<p class="note">${told.stops(stops.length)}. ${told.aboutWalk}</p>
!${plan(stops, site, context)}
<ol class="stops">!${stops.map((stop, index) => stopItem(stop, stops[index + 1], visit.day, site, context))}</ol>
<p><a href="${pagePath(context, 'workshop')}">${told.workshop}</a> · <a href="${pagePath(context, 'sources')}">${told.sources}</a></p>`
}

export interface Named {
  readonly iri: string
  readonly day: string
  readonly name: string
}

/** @param visits with the addresses of their pages */
export function visitsHtml(visits: readonly Named[], site: Site, context: PageContext): string {
  const told = words[context.language]
  if (!visits.length) return html`<p>${told.none}</p>`
  const items = visits.map(({ iri, day, name }) => {
    const slug = slugOf(iri, site)
    const href = slug === undefined ? linkTo(context, iri) : pagePath(context, `visit/${encodeURIComponent(slug)}`)
    const named =
      href === undefined ? html`<span dir="auto">${name}</span>` : html`<a href="${href}" dir="auto">${name}</a>`
    return html`<li>!${named}, <time datetime="${day}">${weekdayAndDay(day, context.language)}</time></li>`
  })
  return html`<p>${told.several}</p><ul>!${items}</ul>`
}

function summary({ day, about }: Visit, site: Site, context: PageContext): string {
  const told = words[context.language]
  const rows = Object.entries(told.headings).flatMap(([heading, name]) => {
    const statements = about[heading as Heading]
    return statements.length
      ? [
          html`<dt>${name}</dt><dd>!${statements.map((one) => html`<div>!${valueWithSources(one, site, context)}</div>`)}</dd>`,
        ]
      : []
  })
  return html`<dl class="summary"><dt>${told.day}</dt><dd><time datetime="${day}">${weekdayAndDay(day, context.language)}</time></dd>!${rows}</dl>`
}

function valueWithSources({ value, sources }: Statement, site: Site, context: PageContext): string {
  return html`!${valueHtml(value, site, context)} !${sourcesHtml(sources, site, context)}`
}

function strip(slots: readonly Slot[], { language }: PageContext): string {
  const told = words[language]
  const last = slots.at(-1)!
  const [from, to] = [slots[0]!.start, last.end ?? last.start].map(({ time = '' }) => timeInWords(time, language))
  const drawn = dayStrip(slots, told.strip(slots.length, from!, to!), (hour) =>
    timeInWords(`${String(hour).padStart(2, '0')}:00`, language),
  )
  return drawn === ''
    ? ''
    : html`<figure class="day">!${drawn}<figcaption><span class="key staying">${told.staying}</span> <span class="key moving">${told.moving}</span></figcaption></figure>`
}

function slotItem(slot: Slot, day: string, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { names } = site.catalogue
  const { start, end, towards, places, about, descriptions, sources } = slot
  const kinds = slot.kinds.map((kind) => names.of(kind, language)).join(', ')
  const what = [
    ...(kinds === '' ? [] : [html`<span dir="auto">${kinds}</span>`]),
    ...places.map((place) => thingHtml(place, site, context)),
    ...towards.map((place) => html`${told.towards} !${thingHtml(place, site, context)}`),
  ]
  const presented = names.sorted(about, language).map((one) => html`<li>!${thingHtml(one, site, context)}</li>`)
  return html`<li class="${towards.length ? 'moving' : 'staying'}">
<p class="time">!${time(start, day, context)}!${end ? html`<span class="end"> – !${time(end, start.day, context)}</span>` : ''}</p>
<div><h3>!${thingHtml(slot.iri, site, context)}</h3>
<div class="note">!${what.join(' · ')} !${sourcesHtml(sources, site, context)}</div>
!${descriptions.map((one) => html`<div>!${valueWithSources(one, site, context)}</div>`)}
!${presented.length ? html`<p class="presented">${told.presented}</p><ul class="things">!${presented}</ul>` : ''}</div></li>`
}

/** The day too, where it is another than the one that the reader thinks of. */
function time({ day, time }: Moment, known: string, { language }: PageContext): string {
  const shown = [
    ...(day === known && time ? [] : [weekdayAndDay(day, language)]),
    ...(time ? [timeInWords(time, language)] : []),
  ]
  return html`<time datetime="${time ? `${day}T${time}` : day}">${shown.join(', ')}</time>`
}

function plan(stops: readonly Stop[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const numbers = (some: readonly Stop[]) => some.map(({ number }) => String(number))
  const drawing = walkDrawing(stops, told.drawing(numbers(stops.filter(({ point }) => point))), told.north)
  if (drawing === '') return ''
  const absent = stops
    .filter(({ point }) => !point)
    .map(({ number, place }) => `${number} ${site.catalogue.names.of(place, language)}`)
  return html`<figure class="plan">!${drawing}<figcaption>${told.drawn}${absent.length ? ` ${told.notDrawn(absent.join(', '))}` : ''}</figcaption></figure>`
}

function stopItem(stop: Stop, next: Stop | undefined, day: string, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { place, from, setOut, point, addresses, journeys } = stop
  const times = [
    from ? time(from, day, context) : html`${told.noTime}`,
    ...(setOut
      ? [html`<span>${told.setOut(setOut.time ? timeInWords(setOut.time, context.language) : setOut.day)}</span>`]
      : []),
  ]
  const located = addresses.map(
    ({ lines, day: since, sources }) =>
      html`<li><span dir="auto">${lines.join(', ')}</span>${since ? ` (${since.slice(0, 4)})` : ''} !${sourcesHtml(sources, site, context)}</li>`,
  )
  const known = [...(located.length ? located : [html`<li class="unknown">${told.noAddress}</li>`])]
  if (!point) known.push(html`<li class="unknown">${told.noPoint}</li>`)
  return html`<li><h3>!${thingHtml(place, site, context)}</h3> <p class="time">!${times.join(', ')}</p>
<ul>!${known}!${next ? journeys.map((journey) => journeyItem(journey, next, site, context)) : ''}</ul></li>`
}

function journeyItem({ duration, means, accordingTo, sources }: Journey, next: Stop, site: Site, context: PageContext) {
  const { language } = context
  const told = words[language]
  const named = (iris: readonly string[]) => iris.map((iri) => site.catalogue.names.of(iri, language)).join(', ')
  const parts = [
    durationInWords(duration) ?? duration,
    ...(means.length ? [named(means)] : []),
    ...(accordingTo.length ? [told.accordingTo(named(accordingTo))] : []),
  ]
  return html`<li><span dir="auto">${told.onward(named([next.place]))} ${parts.join(', ')}</span> !${sourcesHtml(sources, site, context)}</li>`
}
