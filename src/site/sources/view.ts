/**
 * The sources in HTML: all of them in a table, then each with its passages.
 */
import { html } from 'ghtml'
import { rdf } from '../../rdf/environment.ts'
import { dcterms } from '../../rdf/namespaces.ts'
import { linkTo } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { textsIn } from '../catalogue/texts.ts'
import { passageOf } from '../known/passage.ts'
import { thingHtml, valueHtml } from '../known/value-view.ts'
import { quotationHtml } from '../known/view.ts'
import { type Part, pager } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Source, SourcePassage } from './sources.ts'
import { words } from './words.ts'

/** Of a source so many passages stand here, the others on its own page; of a passage so many things. */
const [shownPassages, shownThings] = [120, 8]

export interface ShownSources {
  readonly all: readonly Source[]
  /** Those on this page. */
  readonly part: Part<Source>
}

export function sourcesHtml({ all, part }: ShownSources, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  if (!all.length) return html`<p>${told.none}</p>`
  const figure = new Intl.NumberFormat(language)
  const passages = all.reduce((sum, source) => sum + source.passages.length, 0)
  const facts = all.reduce((sum, source) => sum + source.facts, 0)
  return html`<p>${told.introduction}</p>
<p><strong>${told.count(all.length, figure.format(passages), figure.format(facts))}</strong></p>
<table class="facts list"><thead><tr><th scope="col">${told.source}</th><th scope="col">${told.date}</th><th scope="col">${told.rights}</th><th scope="col" class="amount">${told.passages}</th><th scope="col" class="amount">${told.facts}</th></tr></thead>
<tbody>!${part.items.map((source) => row(source, site, context))}</tbody></table>
<h2>${told.gave}</h2>
<p class="note">${told.aboutGave}</p>
!${part.items.map((source) => section(source, site, context))}
!${pager(part, told.title, context)}`
}

function row(source: Source, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { iri, authors, days, passages, facts } = source
  const by = authors.map((author) => thingHtml(author, site, context)).join(', ')
  const rights = rightsOf(source, site, context)
  return html`<tr><th scope="row">!${thingHtml(iri, site, context)}!${by === '' ? '' : html` <span class="note">${told.by} !${by}</span>`}</th><td>!${dayRange(days, context)}</td><td>!${rights === '' ? html`<span class="unknown">${told.notKnown}</span>` : rights}</td><td class="amount">!${amount(passages.length, told.passages, context)}</td><td class="amount">!${amount(facts, told.facts, context)}</td></tr>`
}

/** Where the table has no head, in a narrow window, the number says of what. */
function amount(count: number, of: string, { language }: PageContext): string {
  return html`${new Intl.NumberFormat(language).format(count)} <span class="of">${of.toLowerCase()}</span>`
}

function rightsOf({ iri, licences }: Source, site: Site, context: PageContext): string {
  if (licences.length) return licences.map((licence) => thingHtml(licence, site, context)).join(', ')
  const stated = Array.from(site.source.triples(rdf.namedNode(iri), dcterms.rights!), ({ object }) => object)
  return textsIn(stated, context.language)
    .map((text) => valueHtml(text, site, context))
    .join(' ')
}

function dayRange(days: readonly string[], { language }: PageContext): string {
  return days.map((day) => html`<time datetime="${day}">${dayInWords(day, language)}</time>`).join(' – ')
}

function section(source: Source, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { iri, addresses, passages } = source
  const most = passages.reduce((greatest, { facts }) => Math.max(greatest, facts), 1)
  const items = passages.slice(0, shownPassages).map((passage) => item(passage, most, site, context))
  const links = addresses.flatMap((address) => {
    const href = linkTo(context, address)
    return href === undefined ? [] : [html`<a class="address" href="${href}" dir="ltr">${address}</a>`]
  })
  const more = passages.length - items.length
  const own = linkTo(context, iri)
  return html`<section class="source-of"><h3>!${thingHtml(iri, site, context)}</h3>
!${links.length ? html`<p class="note">!${links.join(' ')}</p>` : ''}
<ol class="passages">!${items}</ol>!${more > 0 && own !== undefined ? html`<p><a href="${own}">${told.whole} (${told.andMore(more)})</a></p>` : ''}</section>`
}

function item({ iri, facts, things }: SourcePassage, most: number, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { quotation } = passageOf(iri, site.source)
  const href = linkTo(context, iri)
  const name = passageName(iri, site, context)
  const link =
    href === undefined ? html`<span dir="auto">${name}</span>` : html`<a href="${href}" dir="auto">${name}</a>`
  const shown = things.slice(0, shownThings).map((thing) => html`<li>!${thingHtml(thing, site, context)}</li>`)
  const more = things.length - shown.length
  const bar = facts
    ? html`<svg class="bar" width="100" height="8" aria-hidden="true"><rect width="${Math.max(2, Math.round((facts / most) * 100))}" height="8" rx="2"/></svg>`
    : ''
  return html`<li><div class="where">!${link}</div>
<div class="gave">!${bar} <span>${facts ? told.factsOf(facts) : told.nothing}</span></div>
<div class="said">!${quotation ? html`<q>!${quotationHtml(quotation)}</q>` : ''}!${shown.length ? html`<ul class="things">!${shown}!${more > 0 ? html`<li>${told.andMore(more)}</li>` : ''}</ul>` : ''}</div></li>`
}

/** The number of its line, its title, or the last part of its IRI. */
function passageName(iri: string, { catalogue }: Site, { language }: PageContext): string {
  const part = iri.slice(iri.indexOf('#') + 1)
  return /^L\d+$/.test(part) ? part : (catalogue.names.text(iri, dcterms.title!, language) ?? part)
}
