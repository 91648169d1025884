/**
 * One thing in HTML.
 */
import { html } from 'ghtml'
import { daysAfter, ruleInWords, saysWhen } from '../../dataset/recurrence.ts'
import { rdf } from '../../rdf/environment.ts'
import { schema, wgs84 } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { pagePath } from '../../representation/addresses.ts'
import type { Alternate } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { dayAfter, timesInWords, weekdayAndDay } from '../days.ts'
import { dayInWords } from '../known/dates.ts'
import type { Known, Statement } from '../known/known.ts'
import { passageOf } from '../known/passage.ts'
import { knownHtml, thingHtml as nameHtml, sourcesHtml, valueHtml } from '../known/view.ts'
import type { Schedule } from '../schedules/schedules.ts'
import { words as ofSchedules } from '../schedules/words.ts'
import type { Site } from '../site.ts'
import { elsewhereHtml } from './elsewhere.ts'
import { keyFigure } from './key-figure.ts'
import { openingHoursInWords } from './opening-hours.ts'
import { partOf } from './parts.ts'
import type { Relation } from './relations.ts'
import type { Row, Thing } from './thing.ts'
import { words } from './words.ts'

export interface ShownThing {
  readonly thing: Thing
  /** All statements, or those of some passages only. */
  readonly source: QuadReader
  readonly asOf: string | undefined
  readonly today: string
  readonly alternates: readonly Alternate[]
  readonly calendar: Alternate | undefined
}

export function thingHtml(shown: ShownThing, site: Site, context: PageContext): string {
  const { thing, asOf, alternates } = shown
  const { language } = context
  const told = words[language]
  const { descriptions, known, relations, notes } = thing
  const isEmpty = !(descriptions.length + thing.rows.length + relations.length + thing.incoming.length)
  const text = (statement: Statement) =>
    html`<div class="description">!${valueHtml(statement.value, site, context)} !${sourcesHtml(statement.sources, site, context)}</div>`
  return html`!${kindsLine(thing, site, context)}
!${thenAndNow(shown, context)}
!${asOf !== undefined && isEmpty ? html`<p>${told.nothingThen}</p>` : ''}
<div class="thing">!${known.length ? pictureHtml(known, site, context) : ''}
<div class="first">!${descriptions.map(text)}!${whenHtml(shown, site, context)}!${briefHtml(shown, site, context)}</div>
!${known.length ? keysHtml(known, site, context) : ''}
!${relations.length ? html`<section><h2>${told.relations}</h2><div class="relations">!${relations.map((relation) => relationHtml(relation, site, context))}</div></section>` : ''}
</div>
!${asOf === undefined ? elsewhereHtml(thing.iri, site, context) : ''}
!${incomingHtml(thing, site, context)}
!${notes.length ? html`<details class="how"><summary>${told.howKnown}</summary>!${rowsHtml(notes, shown, site, context)}</details>` : ''}
!${formatsHtml(alternates, thing, site, context)}`
}

function kindsLine({ kinds }: Thing, site: Site, context: PageContext): string {
  return kinds.length
    ? html`<p class="types">!${kinds.map((kind) => nameHtml(kind, site, context)).join(' · ')}</p>`
    : ''
}

/** The days on which something was said, to go back to what was known then. */
function thenAndNow({ thing: { days }, asOf }: ShownThing, context: PageContext): string {
  if (!days.length && asOf === undefined) return ''
  const { language } = context
  const told = words[language]
  const [address] = context.path.split('?')
  const link = (day: string | undefined) => {
    const text = day === undefined ? told.everything : told.until(dayInWords(day, language))
    const here = day === asOf ? ' aria-current="true"' : ''
    const path = day === undefined ? address! : `${address}?asOf=${day}`
    return html`<li><a href="${pagePath(context, path)}"!${here}>${text}</a></li>`
  }
  const chosen =
    asOf === undefined ? '' : html`<p class="as-of" role="status">${told.asOf(dayInWords(asOf, language))}</p>`
  return html`<nav class="then" aria-label="${told.thenAndNow}"><span>${told.thenAndNow}</span><ul>!${[undefined, ...days].map(link)}</ul></nav>!${chosen}`
}

function whenHtml({ thing, today, calendar }: ShownThing, site: Site, context: PageContext): string {
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

function briefHtml(shown: ShownThing, site: Site, context: PageContext): string {
  const { rows, point } = shown.thing
  if (!rows.length && !point) return ''
  const told = words[context.language]
  return html`<section><h2>${told.inBrief}</h2>!${rowsHtml(rows, shown, site, context)}!${point ? pointHtml(shown, site, context) : ''}</section>`
}

function pointHtml({ thing, source }: ShownThing, site: Site, context: PageContext): string {
  const { latitude, longitude, of } = thing.point!
  const told = words[context.language]
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
  const graphs = Array.from(source.quads(rdf.namedNode(of), wgs84.lat!), ({ graph }) => graph.value)
  return html`<dl class="rows"><div><dt>${told.coordinates}</dt><dd>${latitude}, ${longitude} · <a href="${map}">${told.onOpenStreetMap}</a> !${sourcesHtml(graphs, site, context)}</dd></div></dl>`
}

function rowsHtml(rows: readonly Row[], shown: ShownThing, site: Site, context: PageContext): string {
  const { names } = site.catalogue
  const row = ({ property, values, hasMore }: Row) => {
    const items = values.map((value) => html`<li>!${valueWithSources(value, values, shown, site, context)}</li>`)
    const more = hasMore ? html`<p class="unknown">${words[context.language].more}</p>` : ''
    return html`<div><dt>${names.of(property, context.language)}</dt><dd><ul>!${items}</ul>!${more}</dd></div>`
  }
  return html`<dl class="rows">!${rows.map(row)}</dl>`
}

/** A value, who says so, and what others say instead. */
function valueWithSources(
  statement: Statement,
  all: readonly Statement[],
  shown: ShownThing,
  site: Site,
  context: PageContext,
): string {
  const { source } = shown
  const { language } = context
  const isPart = statement.value.value.startsWith(`${shown.thing.iri}#`)
  const part = isPart ? partOf(statement.value.value, language, source) : undefined
  const sources = [...new Set([...statement.sources, ...(part?.sources ?? [])])]
  const own = documentsOf(statement, site)
  const others = all.filter((other) => documentsOf(other, site).isDisjointFrom(own))
  const instead = others
    .slice(0, 5)
    .map((other) => html`<li>${lineOf(other, shown, context)}!${saidOn(other, site, context)}</li>`)
  const otherwise = instead.length ? html`<p>${words[language].otherwise}</p><ul>!${instead}</ul>` : ''
  const facts = part?.facts.map(
    (fact) =>
      html`<div class="of-part"><span class="property">${site.catalogue.names.of(fact.property, language)}</span> !${
        fact.value.value.startsWith(`${shown.thing.iri}#`)
          ? html`${lineOf(fact, shown, context)}`
          : valueHtml(fact.value, site, context)
      }</div>`,
  )
  const value = part ? html`${part.line}` : plainValue(statement, site, context)
  return html`!${value} !${sourcesHtml(sources, site, context, otherwise)}!${facts ?? ''}`
}

function plainValue({ property, value }: Statement, site: Site, context: PageContext): string {
  if (property === schema.openingHours!.value && value.termType === 'Literal') {
    return html`<span dir="auto">${openingHoursInWords(value.value, context.language)}</span>`
  }
  return valueHtml(value, site, context)
}

/** A value as plain text. */
function lineOf({ property, value }: Statement, { thing, source }: ShownThing, { language }: PageContext): string {
  if (value.value.startsWith(`${thing.iri}#`)) return partOf(value.value, language, source).line
  return property === schema.openingHours!.value ? openingHoursInWords(value.value, language) : value.value
}

/** When that was said, or where no day is known, by whom. */
function saidOn(statement: Statement, site: Site, { language }: PageContext): string {
  const days = new Set(statement.sources.flatMap((graph) => passageOf(graph, site.source).observedOn ?? []))
  const told = days.size
    ? Array.from(days, (day) => dayInWords(day, language))
    : Array.from(documentsOf(statement, site), (document) => site.catalogue.names.of(document, language))
  return html` (${told.join(', ')})`
}

/** The sources whose passages say something, or the graphs that are none. */
function documentsOf({ sources }: Statement, { source }: Site): ReadonlySet<string> {
  return new Set(sources.map((graph) => passageOf(graph, source).partOf ?? graph))
}

function pictureHtml(known: readonly Known[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const rows = known.map(({ key, facts, statements, assessments }) => {
    const name = site.catalogue.names.of(key.iri, language)
    const count = told.knownCount(facts.length + statements.length, assessments.length) || told.nothingKnown
    return { key, name, count, total: facts.length + statements.length + assessments.length }
  })
  const description = rows.map(({ name, count }) => `${name}, ${count}`).join('; ')
  const lines = rows.map(
    ({ key, name, count, total }) =>
      html`<tr><th scope="row"><a href="#${key.slug}">${name}</a></th><td!${total ? '' : ' class="unknown"'}>${count}</td></tr>`,
  )
  return html`<aside class="picture" aria-label="${told.keys}">
!${keyFigure(
    rows.map(({ name, total }) => ({ name, count: total })),
    description,
  )}
<table><thead><tr><th scope="col">${told.key}</th><th scope="col">${told.knownThings}</th></tr></thead><tbody>!${lines}</tbody></table>
<p class="unknown">${told.keysAbout}</p></aside>`
}

function keysHtml(known: readonly Known[], site: Site, context: PageContext): string {
  const { language } = context
  const { something = [], nothing = [] } = Object.groupBy(known, ({ facts, statements, assessments }) =>
    facts.length + statements.length + assessments.length > 0 ? 'something' : 'nothing',
  )
  const sections = something.map(
    (one) =>
      html`<section id="${one.key.slug}"><h3>!${nameHtml(one.key.iri, site, context)}</h3>!${knownHtml(one, site, context)}</section>`,
  )
  const bare = nothing.map(({ key }) => html`<span id="${key.slug}">!${nameHtml(key.iri, site, context)}</span>`)
  const { keys, nothingUnder } = words[language]
  return html`<section><h2>${keys}</h2><div class="by-key">!${sections}</div>!${bare.length ? html`<p class="unknown">${nothingUnder} !${bare.join(', ')}</p>` : ''}</section>`
}

function relationHtml({ kind, others, hasMore }: Relation, site: Site, context: PageContext): string {
  const told = words[context.language]
  const items = others.map(
    ({ iri, sources }) => html`<li>!${nameHtml(iri, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
  )
  return html`<section><h3>${told.relation[kind]}</h3><ul>!${items}</ul>!${hasMore ? html`<p class="unknown">${told.more}</p>` : ''}</section>`
}

function incomingHtml({ incoming, hasMoreIncoming }: Thing, site: Site, context: PageContext): string {
  if (!incoming.length) return ''
  const { language } = context
  const told = words[language]
  const nameOf = ({ property }: Statement) => site.catalogue.names.of(property, language)
  const byProperty = [...Map.groupBy(incoming, nameOf)].map(([name, those]) => {
    const items = those.map(
      ({ subject, sources }) =>
        html`<li>!${nameHtml(subject, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
    )
    return html`<section><h3>${name}</h3><ul>!${items}</ul></section>`
  })
  return html`<section><h2>${told.incoming}</h2><div class="relations">!${byProperty}</div>!${hasMoreIncoming ? html`<p class="unknown">${told.more}</p>` : ''}</section>`
}

function formatsHtml(alternates: readonly Alternate[], { iri }: Thing, site: Site, context: PageContext): string {
  const told = words[context.language]
  const links = alternates.map(({ href, title, type }) => html`<a href="${href}" type="${type}">${title}</a>`)
  const path = `change?thing=${encodeURIComponent(iri.slice(site.baseIri.length))}`
  return html`<section class="after"><p><a href="${pagePath(context, path)}">${told.wrong}</a></p>
<p class="formats">${told.formats} !${links.join(' · ')}</p></section>`
}
