/**
 * What is known, in HTML: each value with its sources, of which one click shows the day, the words and the way there.
 */
import { html } from 'ghtml'
import type { Literal, Term } from '../../rdf/environment.ts'
import { dcterms, rdfs, xsd } from '../../rdf/namespaces.ts'
import { linkTo } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchor, anchorAt } from '../anchor.ts'
import type { Site } from '../site.ts'
import { dayInWords } from './dates.ts'
import type { Assessment, FiledFact, Known, Statement } from './known.ts'
import { passageOf } from './passage.ts'
import { quantityOf } from './quantity.ts'
import { words } from './words.ts'

/** Everything that is known under one key; says so where that is nothing. */
export function knownHtml({ facts, statements, assessments }: Known, site: Site, context: PageContext): string {
  if (facts.length + statements.length + assessments.length === 0) {
    return unknownHtml(context)
  }
  const sentences = facts.map((fact) => html`<li>!${factHtml(fact, site, context)}</li>`)
  const values = statements.map((statement) => html`<li>!${statementHtml(statement, site, context)}</li>`)
  return html`!${sentences.length + values.length ? html`<ul class="known">!${sentences}!${values}</ul>` : ''}!${assessmentsHtml(assessments, site, context)}`
}

/** Where nothing is known, which is not the same as no. */
export function unknownHtml({ language }: PageContext): string {
  return html`<p class="unknown">${words[language].unknown}</p>`
}

export function factHtml({ iri, text, sources }: FiledFact, site: Site, context: PageContext): string {
  const sentence = text ? literalHtml(text, context) : thingHtml(iri, site, context)
  return html`!${sentence} !${sourcesHtml(sources, site, context)}`
}

/** The property, the value, and of which part where that has a name. */
export function statementHtml(statement: Statement, site: Site, context: PageContext): string {
  const { subject, property, value, sources } = statement
  const colon = context.language === 'fr' ? '\u00a0:' : ':'
  const { names } = site.catalogue
  const isNamedPart = subject.includes('#') && names.text(subject, rdfs.label!, context.language) !== undefined
  const part = isNamedPart ? html` (!${thingHtml(subject, site, context)})` : ''
  return html`<span class="property">${names.of(property, context.language)}!${part}${colon}</span> !${valueHtml(value, site, context)} !${sourcesHtml(sources, site, context)}`
}

/** Side by side, each with who and when. */
export function assessmentsHtml(assessments: readonly Assessment[], site: Site, context: PageContext): string {
  if (!assessments.length) return ''
  return html`<div class="assessments">!${assessments.map((assessment) => assessmentHtml(assessment, site, context))}</div>`
}

function assessmentHtml(assessment: Assessment, site: Site, context: PageContext): string {
  const { strengths, limits, stakes, authors, date, sources } = assessment
  const told = words[context.language]
  const part = (title: string, texts: readonly Literal[]) =>
    texts.length
      ? html`<dt>${title}</dt><dd>!${texts.map((text) => html`<p>!${literalHtml(text, context)}</p>`)}</dd>`
      : ''
  const who = authors.length
    ? authors.map((author) => valueHtml(author, site, context)).join(', ')
    : html`${told.authorUnknown}`
  return html`<div class="assessment">
<div class="by"><strong>${told.assessment}</strong> · !${who} · ${date === undefined ? told.dateUnknown : dayInWords(date, context.language)} !${sourcesHtml(sources, site, context)}</div>
<dl>!${part(told.strengths, strengths)}!${part(told.limits, limits)}!${part(told.stakes, stakes)}</dl>
</div>`
}

/** Where a value is from: what a passage says opens in its place, without a script. */
export function sourcesHtml(iris: readonly string[], site: Site, context: PageContext): string {
  return iris.map((iri) => sourceHtml(iri, site, context)).join(' ')
}

function sourceHtml(iri: string, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { names } = site.catalogue
  const href = linkTo(context, iri)
  const { partOf, observedOn, quotation } = passageOf(iri, site.source)
  if (partOf === undefined) {
    const name = told.graphs[iri.slice(`${site.baseIri}graph/`.length)] ?? names.of(iri, language)
    return html`<span class="source">!${anchorAt(href, name)}</span>`
  }
  const [, number] = /#L(\d+)$/.exec(iri) ?? []
  const line = number === undefined ? undefined : told.line(number)
  const of = names.of(partOf, language)
  const day = observedOn === undefined ? undefined : dayInWords(observedOn, language)
  const place = line ?? names.text(iri, dcterms.title!, language)
  const said = quotation ? html`<blockquote>!${literalHtml(quotation, context)}</blockquote>` : ''
  return html`<details class="source"><summary dir="auto">${listed(line ?? of, day)}</summary><div>!${said}!${anchorAt(href, listed(of, place))}</div></details>`
}

/** A value in words; amounts with their unit, things by their names, with the way to them. */
export function valueHtml(value: Term, site: Site, context: PageContext): string {
  if (value.termType === 'Literal') return literalHtml(value, context)
  const quantity = quantityOf(value.value, context.language, site.source)
  return quantity === undefined ? thingHtml(value.value, site, context) : html`<span dir="auto">${quantity}</span>`
}

export function thingHtml(iri: string, site: Site, context: PageContext): string {
  return anchor(iri, site.catalogue.names.of(iri, context.language), context)
}

function literalHtml({ value, language, datatype }: Literal, context: PageContext): string {
  if (language) return html`<span lang="${language}" dir="auto">${value}</span>`
  const { yes, no } = words[context.language]
  if (datatype.equals(xsd.boolean)) return html`${{ true: yes, 1: yes, false: no, 0: no }[value] ?? value}`
  const isDay = datatype.equals(xsd.date) || datatype.equals(xsd.dateTime)
  return html`<span dir="auto">${isDay ? dayInWords(value, context.language) : value}</span>`
}

function listed(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}
