/**
 * The query editor in HTML: a form that works by itself, and what its modules in the browser need to make it handier.
 */
import { html } from 'ghtml'
import type { Told } from '../../errors.ts'
import { jsonLd, turtle } from '../../rdf/formats.ts'
import { prefixes } from '../../rdf/namespaces.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { languageField, type Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { toldHtml } from '../../representation/html/told.ts'
import type { Language } from '../../representation/negotiate.ts'
import { type Answer, countOf, most } from '../answer/answer.ts'
import { plainColumns } from '../answer/columns.ts'
import { answerTable } from '../answer/table.ts'
import { grouped, type Question } from '../queries/question.ts'
import { words as questionWords } from '../queries/words.ts'
import type { Site } from '../site.ts'
import { views, words } from './words.ts'

/** What came of the query that the address has. */
export type Outcome =
  /** Rows, or the statements of a graph. */
  | { readonly answer: Answer; readonly isGraph: boolean }
  | { readonly failure: Told; readonly line?: number | undefined; readonly column?: number | undefined }
  | 'too-long'

export interface Opened {
  /** The text of the query, where the address has one. */
  readonly query?: string | undefined
  readonly outcome?: Outcome | undefined
  /** The saved queries, in the language of the page. */
  readonly questions: readonly Question[]
  readonly tiles: Pick<Site, 'tileUrl' | 'tileAttribution'>
}

/** The library that the modules load, and its style. */
const editorLibrary = 'lib/yasqe@4.6.2/yasqe.min'

export function editorPage(opened: Opened, context: PageContext): Page {
  const told = words[context.language]
  const { query = example(context.language), outcome, tiles } = opened
  const body = html`<p class="lead">${told.introduction} <a href="${pagePath(context, 'queries')}">${told.more}</a>.</p>
<form class="editor" action="${localPath(context, 'sparql')}" data-said="${JSON.stringify(told.said)}" data-tiles="${tiles.tileUrl}" data-attribution="${tiles.tileAttribution}">
<div class="start" hidden>
<label>${told.start} <select id="saved"><option value="">${told.choose}</option>!${options(opened.questions, context)}</select></label>
<p id="explanation" role="status" class="note"></p>
</div>
<label for="query">${told.query}</label>
<textarea name="query" id="query" rows="16" spellcheck="false" autocapitalize="off" autocomplete="off">${query}</textarea>
<p id="fault" role="alert">!${outcome && typeof outcome === 'object' && 'failure' in outcome ? failureHtml(outcome, context.language) : ''}</p>
<p class="actions">!${languageField(context)}<button class="main">${told.run}</button>
<button type="button" id="stop" hidden>${told.stop}</button>
<button name="explain" value="text">${told.explain}</button>
<button type="button" id="share" hidden>${told.share}</button>
<span class="note" id="keys" hidden>${told.keys}</span></p>
<p id="address" hidden><label>${told.address} <input readonly></label></p>
</form>
!${answerSection(opened, context)}
!${forPrograms(context)}
<details><summary>${told.prefixes}</summary>
<pre class="query" tabindex="0"><code>${Object.entries(prefixes)
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`)
    .join('\n')}</code></pre></details>`
  return {
    title: told.title,
    body,
    summary: told.introduction,
    scripts: ['editor'],
    styles: [`${editorLibrary}.css`, 'lib/leaflet@1.9.4/leaflet.css'],
  }
}

/** Something to begin with: what there is, by name. */
function example(language: Language): string {
  return `PREFIX cg: <${prefixes.cg}>
PREFIX rdfs: <${prefixes.rdfs}>

SELECT ?commons ?name
WHERE {
  ?commons a cg:Commons ;
    rdfs:label ?name .
  FILTER(LANG(?name) = "${language}")
}
ORDER BY ?name
LIMIT 20
`
}

function options(questions: readonly Question[], { language }: PageContext): string {
  const { groups } = questionWords[language]
  return grouped(questions)
    .map(
      ([group, found]) =>
        html`<optgroup label="${groups[group]}">!${found.map(({ name, title }) => html`<option value="${name}">${title}</option>`)}</optgroup>`,
    )
    .join('')
}

function failureHtml({ failure, line, column }: Extract<Outcome, { failure: Told }>, language: Language): string {
  const said = toldHtml(failure, language)
  if (line === undefined || column === undefined) return said
  return html`<span data-line="${line}" data-column="${column}">${words[language].at(line, column)}!${said}</span>`
}

/** In which answers are kept, by what they are. */
const files = [
  { name: 'CSV', type: 'text/csv', suffix: 'csv', of: 'rows' },
  { name: 'JSON', type: 'application/sparql-results+json', suffix: 'json', of: 'rows' },
  ...[turtle, jsonLd].map(({ name, mediaType, extension }) => ({
    name,
    type: mediaType,
    suffix: extension,
    of: 'graph',
  })),
]

function kindOf(isGraph: boolean): string {
  return isGraph ? 'graph' : 'rows'
}

function answerSection({ outcome }: Opened, context: PageContext): string {
  const told = words[context.language]
  const buttons = views.map(
    (view) =>
      html`<button type="button" data-view="${view}" aria-pressed="${view === 'table'}">${told.view[view]}</button>`,
  )
  const isThere = outcome !== undefined && !(typeof outcome === 'object' && 'failure' in outcome)
  const of = isThere && outcome !== 'too-long' ? kindOf(outcome.isGraph) : ''
  return html`<section id="answer" data-of="${of}"!${isThere ? '' : ' hidden'}>
<h2>${told.answer} <small id="count" role="status">!${isThere ? tallyOf(outcome, context.language) : ''}</small></h2>
<p class="views" role="group" aria-label="${told.views}" hidden>!${buttons}</p>
<div id="shown">!${isThere ? outcomeHtml(outcome, context) : ''}</div>
<p class="formats" id="files" hidden>${told.take} !${files.map(({ name, type, suffix, of }) => html`<button type="button" data-type="${type}" data-suffix="${suffix}" data-of="${of}">${name}</button>`).join(' ')}</p>
</section>`
}

function tallyOf(outcome: Outcome, language: Language): string {
  return typeof outcome === 'object' && 'answer' in outcome ? words[language].rows(countOf(outcome.answer)) : ''
}

function outcomeHtml(outcome: Outcome, context: PageContext): string {
  const told = words[context.language]
  if (outcome === 'too-long') return html`<p>${told.tooLong}</p>`
  if ('failure' in outcome) return ''
  const { answer } = outcome
  if (!answer.rows.length) return html`<p>${told.nothing}</p>`
  const shown = plainColumns({ ...answer, rows: answer.rows.slice(0, most) }, context.baseIri)
  return html`!${answerTable(shown, context, (name) => name)}!${countOf(answer) > most ? html`<p class="note">${told.first(most)}</p>` : ''}`
}

function forPrograms(context: PageContext): string {
  const told = words[context.language]
  const languages = ['curl', 'JavaScript', 'Python', 'R']
  return html`<details id="program" hidden data-endpoint="${context.publicUrl}sparql"><summary>${told.program}</summary>
<p><label>${told.language} <select>!${languages.map((name) => html`<option>${name}</option>`)}</select></label> <button type="button">${told.copy}</button> <span role="status" class="note"></span></p>
<pre class="query" tabindex="0"><code></code></pre></details>`
}
