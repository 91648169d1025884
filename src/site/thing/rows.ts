/**
 * What is said of a thing, property by property: each value with who says so, and what others say instead.
 */
import { html } from 'ghtml'
import { schema } from '../../rdf/namespaces.ts'
import { dayInWords } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { partFactsHtml, partLineHtml } from '../known/part-view.ts'
import { partOf } from '../known/parts.ts'
import { passageOf } from '../known/passage.ts'
import { timeLiteralInWords } from '../known/time-literals.ts'
import { valueHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import { words as ofKnown } from '../known/words.ts'
import type { Site } from '../site.ts'
import { openingHoursInWords } from './opening-hours.ts'
import type { Showing } from './showing.ts'
import type { Row } from './thing.ts'
import { words } from './words.ts'

export function rowsHtml(rows: readonly Row[], shown: Showing, site: Site, context: PageContext): string {
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
  shown: Showing,
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
  const facts = part ? partFactsHtml(part, source, site, context) : ''
  const value = part ? partLineHtml(part, site, context) : plainValue(statement, site, context)
  return html`!${value} !${sourcesHtml(sources, site, context, otherwise)}!${facts}`
}

function plainValue({ property, value }: Statement, site: Site, context: PageContext): string {
  if (property === schema.openingHours!.value && value.termType === 'Literal') {
    return html`<span dir="auto">${openingHoursInWords(value.value, context.language)}</span>`
  }
  return valueHtml(value, site, context)
}

/** A value as plain text. */
function lineOf({ property, value }: Statement, { thing, source }: Showing, { language }: PageContext): string {
  if (value.value.startsWith(`${thing.iri}#`)) {
    return partOf(value.value, language, source).line || ofKnown[language].unnamed
  }
  if (property === schema.openingHours!.value) return openingHoursInWords(value.value, language)
  return (value.termType === 'Literal' ? timeLiteralInWords(value, language) : undefined) ?? value.value
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
