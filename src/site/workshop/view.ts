/**
 * The workshop in HTML: the list of sheets, and a sheet. A sheet is a form that sends nothing; without a script it can be
 * read and printed.
 */
import { html } from 'ghtml'
import { linkTo, pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Commons } from '../catalogue/commons.ts'
import { valueHtml } from '../known/value-view.ts'
import { knownHtml, sourcesHtml } from '../known/view.ts'
import { type Part, pager } from '../pager.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import { exerciseOf, licenceOfDataset, type Sheet, type SheetKey } from './sheet.ts'
import { words } from './words.ts'

export function sheetsHtml(part: Part<Commons>, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const items = part.items.map(({ iri, name, keys }) => {
    const href = pagePath(context, `workshop/${encodeURIComponent(slugOf(iri, site)!)}`)
    return html`<li><a href="${href}" dir="auto">${name[language]}</a> <span class="note">${told.known(keys.size, site.catalogue.keys.length)}</span></li>`
  })
  return html`!${exercise(site, context)}
<p>${told.introduction}</p>
<h2>${told.choose}</h2>
<p class="note">${told.aboutKnown}</p>
!${items.length ? html`<ul class="columns sheets">!${items}</ul>` : html`<p>${told.none}</p>`}
!${pager(part, told.choose, context)}`
}

export function sheetHtml({ commons, keys }: Sheet, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const licence = licenceOfDataset(site)
  const about = linkTo(context, commons.iri)
  const given = licence === undefined ? undefined : linkTo(context, licence)
  const messages = (['kept', 'lost', 'nothing', 'downloaded', 'cleared', 'sure'] as const).map(
    (message) => html` data-${message}="${told[message]}"`,
  )
  const slug = slugOf(commons.iri, site)!
  return html`!${exercise(site, context)}
<form class="sheet" data-commons="${relative(commons.iri, site)}" data-slug="${slug}" data-name-fr="${commons.name.fr}" data-name-en="${commons.name.en}" data-rights-fr="${words.fr.rights(licence)}" data-rights-en="${words.en.rights(licence)}"!${messages}>
<p>${told.how}</p>
<p class="note screen">${told.stays} !${licence === undefined ? '' : html`${told.givenUnder} !${given === undefined ? html`${licence}` : html`<a href="${given}">${licence}</a>`}`}</p>
<fieldset class="who"><legend>${told.who}</legend>
<label>${told.author} <input name="author" required maxlength="100" autocomplete="off" aria-describedby="author-hint"></label>
<label>${told.kind} <select name="kind"><option value="Person">${told.person}</option><option value="Group">${told.group}</option></select></label>
<label>${told.date} <input name="date" type="date" required></label>
<label>${told.language} <select name="language" autocomplete="off">!${(['fr', 'en'] as const).map((one) => html`<option value="${one}"!${one === language ? ' selected' : ''}>${told.languages[one]}</option>`)}</select></label>
<p class="note screen" id="author-hint">${told.authorHint}</p></fieldset>
!${keys.map((key, index) => keyHtml(key, index + 1, site, context))}
<div class="tools screen" hidden><button>${told.download}</button> <button type="button" name="print">${told.print}</button> <button type="button" name="clear">${told.clear}</button>
<output></output></div>
</form>
<p class="screen">!${about === undefined ? '' : html`<a href="${about}">${told.about}</a> · `}<a href="${pagePath(context, 'workshop')}">${told.otherSheets}</a></p>`
}

/** What the exercise is, in the words of the graph. */
function exercise(site: Site, context: PageContext): string {
  return html`<div class="exercise">!${exerciseOf(context.language, site).map(
    ({ value, sources }) =>
      html`<div>!${valueHtml(value, site, context)} !${sourcesHtml(sources, site, context)}</div>`,
  )}</div>`
}

function keyHtml({ known, questions }: SheetKey, number: number, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { names } = site.catalogue
  const { key } = known
  const name = names.of(key.iri, language)
  const asked = questions.map(({ text }) => html`<li>!${valueHtml(text, site, context)}</li>`)
  const sources = [...new Set(questions.flatMap((question) => question.sources))]
  const room = (['strength', 'limit', 'stake'] as const).map(
    (part) =>
      html`<label>${told[part]} <textarea name="${key.slug} ${part}" rows="3" aria-label="${told.under(told[part], name)}"></textarea></label>`,
  )
  return html`<section class="sheet-key" data-key="${relative(key.iri, site)}" data-slug="${key.slug}" data-name-fr="${names.of(key.iri, 'fr')}" data-name-en="${names.of(key.iri, 'en')}">
<h2>${number}. ${name}</h2>
<div class="asked"><ul aria-label="${told.questions}">!${asked}</ul>!${sourcesHtml(sources, site, context)}</div>
<h3>${told.whatIsKnown}</h3>
!${knownHtml(known, site, context)}
<div class="room">!${room}</div></section>`
}

/** As files of the data name it. */
function relative(iri: string, { baseIri }: Site): string {
  return iri.startsWith(baseIri) ? iri.slice(baseIri.length) : iri
}
