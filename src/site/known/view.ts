/**
 * What is known, in HTML: each value with its sources, of which one click shows the day, the words and the way there.
 */
import { html } from 'ghtml'
import type { Literal } from '../../rdf/environment.ts'
import { dcterms, rdfs } from '../../rdf/namespaces.ts'
import { linkTo } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import { wrapped } from '../../representation/html/facts.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { shortened } from '../../representation/readable.ts'
import { anchorAt } from '../anchor.ts'
import type { Site } from '../site.ts'
import type { Assessment, FiledFact, Known, Statement } from './known.ts'
import { partFactsHtml, partLineHtml } from './part-view.ts'
import { partOf } from './parts.ts'
import { type Passage, passageOf } from './passage.ts'
import { literalHtml, thingHtml, valueHtml } from './value-view.ts'
import { words } from './words.ts'

const longestQuotation = 400

/** So many facts and statements under one key are read by somebody; of more it is said how many there are. */
const most = 60

/** Everything that is known under one key; says so where that is nothing. */
export function knownHtml({ facts, statements, assessments }: Known, site: Site, context: PageContext): string {
  const count = facts.length + statements.length
  if (count + assessments.length === 0) return unknownHtml(context)
  const items = [
    ...facts.slice(0, most).map((fact) => factHtml(fact, site, context)),
    ...statements.slice(0, most).map((statement) => statementHtml(statement, site, context)),
  ].slice(0, most)
  const more = count > most ? html`<li class="unknown">${words[context.language].more(count - most)}</li>` : ''
  const list = items.length ? html`<ul class="known">!${items.map((item) => `<li>${item}</li>`)}!${more}</ul>` : ''
  return list + assessmentsHtml(assessments, site, context)
}

/** Where nothing is known, which is not the same as no. */
export function unknownHtml({ language }: PageContext): string {
  return html`<p class="unknown">${words[language].unknown}</p>`
}

function factHtml({ iri, text, sources }: FiledFact, site: Site, context: PageContext): string {
  const sentence = text ? literalHtml(text, context) : thingHtml(iri, site, context)
  return html`!${sentence} !${sourcesHtml(sources, site, context)}`
}

/** The property, the value, and of which part where that has a name. */
function statementHtml(statement: Statement, site: Site, context: PageContext): string {
  const { subject, property } = statement
  const colon = context.language === 'fr' ? '\u00a0:' : ':'
  const { names } = site.catalogue
  const isNamedPart = subject.includes('#') && names.text(subject, rdfs.label!, context.language) !== undefined
  const part = isNamedPart ? html` (!${thingHtml(subject, site, context)})` : ''
  return html`<span class="property">${names.of(property, context.language)}!${part}${colon}</span> !${saidHtml(statement, site, context)}`
}

/** A value and who says it; of a part of the thing also what they say of it. */
function saidHtml({ subject, value, sources }: Statement, site: Site, context: PageContext): string {
  const from = sourcesHtml(sources, site, context)
  const thing = subject.replace(/#.*/s, '')
  if (!value.value.startsWith(`${thing}#`)) return html`!${valueHtml(value, site, context)} !${from}`
  const { facts, ...part } = partOf(value.value, context.language, site.source)
  const theirs = facts.filter((fact) => fact.sources.some((graph) => sources.includes(graph)))
  return html`!${partLineHtml(part, site, context)} !${from}!${partFactsHtml({ iri: part.iri, facts: theirs }, site.source, site, context)}`
}

/** Side by side, each with who and when. */
function assessmentsHtml(assessments: readonly Assessment[], site: Site, context: PageContext): string {
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

/**
 * Where a value is from: what passages say opens in its place, without a script.
 * @param otherwise markup of what others say instead
 */
export function sourcesHtml(iris: readonly string[], site: Site, context: PageContext, otherwise = ''): string {
  const all = [...new Set(iris)].map((iri) => passageOf(iri, site.source))
  const { passages = [], graphs = [] } = Object.groupBy(all, ({ partOf }) =>
    partOf === undefined ? 'graphs' : 'passages',
  )
  const others = graphs.map(({ iri }) => {
    const name = words[context.language].graphs[iri.slice(`${site.baseIri}graph/`.length)]
    const text = name ?? site.catalogue.names.of(iri, context.language)
    return html` <span class="source">!${anchorAt(linkTo(context, iri), text)}</span>`
  })
  if (!passages.length) return others.join('')
  const said = passages.map((passage) => html`<div>!${passageHtml(passage, site, context)}</div>`)
  const line = summaryOf(passages, site, context)
  return html`<details class="source"><summary dir="auto">${line}</summary><div>!${said}!${otherwise}</div></details>!${others}`
}

/** Source by source, the earliest first: its years, then the lines, or its name where it has none. */
function summaryOf(passages: readonly Passage[], site: Site, { language }: PageContext): string {
  const told = Array.from(
    Map.groupBy(passages, ({ partOf }) => partOf!),
    ([source, those]) => {
      const years = [...new Set(those.flatMap(({ observedOn }) => observedOn?.slice(0, 4) ?? []))].sort()
      const lines = those.flatMap(({ iri }) => lineOf(iri) ?? [])
      const place =
        lines.length === those.length
          ? words[language].lines(lines.toSorted((a, b) => a - b))
          : site.catalogue.names.of(source, language)
      return { year: years[0] ?? '~', text: [...years, place].join(', ') }
    },
  )
  return told
    .sort((one, other) => (one.year < other.year ? -1 : Number(one.year > other.year)))
    .map(({ text }) => text)
    .join(' · ')
}

function passageHtml({ iri, partOf, observedOn, quotation }: Passage, site: Site, context: PageContext): string {
  const { language } = context
  const { names } = site.catalogue
  const line = lineOf(iri)
  const place = line === undefined ? names.text(iri, dcterms.title!, language) : words[language].lines([line])
  const day = observedOn === undefined ? words[language].dateUnknown : dayInWords(observedOn, language)
  const said = quotation ? html`<blockquote>!${quotationHtml(quotation)}</blockquote>` : ''
  return html`!${said}!${anchorAt(linkTo(context, iri), listed(names.of(partOf!, language), place))}, ${day}`
}

/** Quotations are short; the whole of a longer one is read at the source. */
export function quotationHtml({ value, language }: Literal): string {
  return html`<span lang="${language}" dir="auto"!${wrapped(value)}>${shortened(value, longestQuotation)}</span>`
}

function lineOf(passage: string): number | undefined {
  const [, number] = /#L(\d+)$/.exec(passage) ?? []
  return number === undefined ? undefined : Number(number)
}

function listed(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}
