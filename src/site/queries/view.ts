/**
 * The list of saved queries, and the page of each with its answer.
 */
import { html } from 'ghtml'
import type { SavedQuery } from '../../query/saved.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import type { Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { type Answer, countOf, most } from '../answer/answer.ts'
import { barsOf } from '../answer/bars.ts'
import { chartSvg } from '../answer/chart.ts'
import { type Column, namedColumns } from '../answer/columns.ts'
import { type Position, positionOf } from '../answer/features.ts'
import { answerTable } from '../answer/table.ts'
import { words as answerWords, columnName } from '../answer/words.ts'
import { editorPath } from '../editor/address.ts'
import { mapFiles, mapFrame } from '../map/frame.ts'
import type { Site } from '../site.ts'
import { answerFiles } from './files.ts'
import { grouped, type Question, questionOf } from './question.ts'
import { words } from './words.ts'

export function questionsPage(questions: readonly Question[], context: PageContext): Page {
  const told = words[context.language]
  const groups = grouped(questions)
  const contents = groups.map(
    ([group, { length }]) => html`<a href="#${group}">${told.groups[group]} <span class="count">${length}</span></a>`,
  )
  const sections = groups.map(
    ([group, found]) => html`<section aria-labelledby="${group}">
<h2 id="${group}">${told.groups[group]}</h2>
<ul class="question-list">!${found.map((question) => item(question, context))}</ul>
</section>`,
  )
  const body = html`<p>${told.introduction}</p>
<nav class="subjects" aria-label="${told.contents}">!${contents}</nav>
!${sections}`
  return { title: told.title, body, summary: told.introduction }
}

function item({ name, title, description, endpoints }: Question, context: PageContext): string {
  const told = words[context.language]
  const elsewhere = endpoints.length
    ? html` <span class="asks-elsewhere">${told.asksElsewhere} ${endpoints.map(hostOf).join(', ')}</span>`
    : ''
  return html`<li><a href="${pagePath(context, `queries/${name}`)}">${title}</a>!${elsewhere}<p>${description}</p></li>`
}

function hostOf(endpoint: string): string {
  return URL.parse(endpoint)?.host ?? endpoint
}

/** Why there is no answer: endpoints that this server may not ask, or that it is too long for a page. */
export type NoAnswer = { readonly refused: readonly string[] } | 'too-long'

export interface Asked {
  readonly saved: SavedQuery
  readonly answer: Answer | NoAnswer
  /** All that there are, in the language of the page. */
  readonly questions: readonly Question[]
}

export function questionPage({ saved, answer, questions }: Asked, site: Site, context: PageContext): Page {
  const told = words[context.language]
  const { title, description, name, group } = questionOf(saved, context.language)
  const isRefused = typeof answer === 'object' && 'refused' in answer
  const links = [...(isRefused ? [] : answerFiles(saved)), { suffix: 'rq', name: 'SPARQL' }].map(
    (file) => html`<a href="${localPath(context, `queries/${name}.${file.suffix}`)}">${file.name}</a>`,
  )
  const others = questions.filter((other) => other.group === group && other.name !== name)
  const body = html`<p class="lead">${description}</p>
!${answerHtml(saved, answer, site, context)}
<p class="formats">${told.take} !${links.join(' ')}</p>
!${isRefused ? '' : html`<p><a class="action" href="${pagePath(context, editorPath(saved.text))}">${told.change}</a></p>`}
<details><summary>${told.text}</summary>
<pre class="query" tabindex="0"><code>${saved.text}</code></pre></details>
!${
    others.length
      ? html`<h2>${told.others}</h2>
<ul class="columns">!${others.map((other) => html`<li><a href="${pagePath(context, `queries/${other.name}`)}">${other.title}</a></li>`)}</ul>`
      : ''
  }`
  const isMapped = typeof answer === 'object' && 'rows' in answer && positionsOf(saved, answer).length > 0
  return { title, body, summary: description, ...(isMapped && mapFiles) }
}

function answerHtml(saved: SavedQuery, answer: Answer | NoAnswer, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  if (answer === 'too-long') return html`<p role="status">${told.tooLong}</p>`
  if ('refused' in answer) {
    return html`<p>${told.refused}</p>
<p><code>SERVICE_ALLOW=${answer.refused.join(',')}</code></p>`
  }
  const count = countOf(answer)
  if (!count) return html`<p role="status">${told.nothing}</p>`
  const columns = namedColumns(answer, language, site.catalogue.names)
  const shown = columns.map((column) => ({ ...column, cells: column.cells.slice(0, most) }))
  const positions = positionsOf(saved, answer)
  return html`!${saved.chart ? chart(saved, answer, columns, context) : ''}!${positions.length ? mapFrame(site, context) : ''}
<h2>${told.answer} <small>${told.rows(count)}</small></h2>
!${answerTable(shown, context, (name) => columnName(name, language), positions)}
<p class="note">${count > most ? `${told.first(most)} ` : ''}${told.openWorld}</p>`
}

/** Where each row stands that is shown; none where no row stands anywhere. */
function positionsOf({ map }: SavedQuery, { rows }: Answer): readonly (Position | undefined)[] {
  const positions = map ? rows.slice(0, most).map((row) => positionOf(row, map)) : []
  return positions.some((position) => position) ? positions : []
}

function chart(saved: SavedQuery, answer: Answer, columns: readonly Column[], { language }: PageContext): string {
  const bars = barsOf(answer, columns, saved.chart!)
  if (bars.bars.length < 2) return ''
  const { label, value } = saved.chart!
  const measure = answerWords[language].measure(
    bars,
    columnName(label, language),
    value === undefined ? '' : columnName(value, language),
  )
  return html`<figure class="bars"><figcaption>${measure}</figcaption>
!${chartSvg(bars, saved.title[language], language)}</figure>`
}
