/**
 * The quality of the data in HTML.
 */
import { html } from 'ghtml'
import { skos } from '../../rdf/namespaces.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { thingHtml } from '../known/value-view.ts'
import type { Site } from '../site.ts'
import type { Age, LinkState, Quality, Unlocated } from './quality.ts'
import { leastKnown } from './unknown.ts'
import { words } from './words.ts'

/** So many rows a table has here; the CSV has all. */
const most = 200

export function qualityHtml(quality: Quality, site: Site, context: PageContext): string {
  const told = words[context.language]
  return html`<p>${told.introduction}</p>
<p class="formats"><a href="${localPath(context, `quality.csv?lang=${context.language}`)}">${told.asTable}</a> · <a href="${pagePath(context, 'sources')}">${told.sources}</a></p>
<h2>${told.unknown}</h2>
!${matrix(site, context)}
<h2>${told.ages}</h2>
<p class="note">${told.aboutAges}</p>
!${ages(quality.ages, context)}
<p><a href="${pagePath(context, 'queries/quality-facts-by-year')}">${told.asQuery}</a></p>
<h2>${told.links}</h2>
!${quality.links.length ? links(quality.links, site, context) : html`<p>${told.noLinks}</p>`}
<h2>${told.shapes}</h2>
<p>${told.aboutShapes}</p>
<p><a href="${pagePath(context, 'shapes')}">${told.toShapes}</a></p>
<h2>${told.unlocated}</h2>
!${quality.unlocated.length ? unlocated(quality.unlocated, site, context) : html`<p>${told.nothingUnlocated}</p>`}
<h2>${told.names}</h2>
!${quality.names.length ? names(quality.names, site, context) : html`<p>${told.noNames}</p>`}`
}

function matrix(site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { keys, names, commons } = site.catalogue
  const all = leastKnown(site.catalogue, language)
  const shown = all.slice(0, most)
  const cells = keys.length * all.length
  const unknown = all.reduce((sum, one) => sum + keys.filter(({ iri }) => !one.keys.has(iri)).length, 0)
  const figure = new Intl.NumberFormat(language)
  const cell = (isKnown: boolean) =>
    isKnown
      ? html`<td class="known-cell"><span aria-hidden="true">●</span><span class="unseen">${told.known}</span></td>`
      : html`<td><span aria-hidden="true">?</span><span class="unseen">${told.notKnown}</span></td>`
  const rows = shown.map(
    (one) =>
      html`<tr><th scope="row">!${thingHtml(one.iri, site, context)}</th>!${keys.map(({ iri }) => cell(one.keys.has(iri)))}</tr>`,
  )
  const totals = keys.map(({ iri }) => html`<td>${all.filter((one) => one.keys.has(iri)).length}</td>`)
  return html`<p>${told.aboutUnknown(figure.format(unknown), figure.format(cells))} <a href="${pagePath(context, 'queries/quality-nothing-known-under-a-key')}">${told.asQuery}</a></p>
!${shown.length < all.length ? html`<p>${told.firstOnes(shown.length, all.length)}</p>` : ''}
<table class="matrix"><thead><tr><th scope="col">${told.commons}</th>!${keys.map(({ iri }) => html`<th scope="col"><span dir="auto">${names.of(iri, language)}</span></th>`)}</tr></thead>
<tbody>!${rows}</tbody>
<tfoot><tr><th scope="row">${told.ofAll(figure.format(commons.size))}</th>!${totals}</tr></tfoot></table>`
}

function ages(all: readonly Age[], { language }: PageContext): string {
  const told = words[language]
  const figure = new Intl.NumberFormat(language)
  const greatest = Math.max(1, ...all.map(({ facts }) => facts))
  const rows = all.map(
    ({ year, passages, facts }) =>
      html`<tr><th scope="row">${year ?? told.noYear}</th><td class="amount">${figure.format(passages)}</td><td class="amount">${figure.format(facts)}</td><td class="drawn"><svg class="bar" width="100%" height="10" aria-hidden="true"><rect width="${Math.max(0.5, (facts / greatest) * 100).toFixed(1)}%" height="10" rx="2"/></svg></td></tr>`,
  )
  return html`<table class="ages"><thead><tr><th scope="col">${told.year}</th><th scope="col" class="amount">${told.passages}</th><th scope="col" class="amount">${told.facts}</th><td></td></tr></thead><tbody>!${rows}</tbody></table>`
}

function links(all: readonly LinkState[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const rows = all.map(
    ({ state, count, days }) =>
      html`<tr><th scope="row">!${state === undefined ? html`${told.unchecked}` : thingHtml(state, site, context)}</th><td class="amount">${count}</td><td>${days.map((day) => dayInWords(day, language)).join(' – ')}</td></tr>`,
  )
  return html`<p class="note">${told.aboutLinks}</p>
<table><thead><tr><th scope="col">${told.state}</th><th scope="col" class="amount">${told.count}</th><th scope="col">${told.days}</th></tr></thead><tbody>!${rows}</tbody></table>
<p><a href="${pagePath(context, 'links')}">${told.allLinks}</a></p>`
}

function unlocated(all: readonly Unlocated[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const cell = (isKnown: boolean) =>
    isKnown ? html`<td>${told.known}</td>` : html`<td class="unknown">${told.notKnown}</td>`
  const byIri = new Map(all.map((one) => [one.iri, one]))
  const rows = site.catalogue.names
    .sorted(byIri.keys(), language)
    .slice(0, most)
    .map((iri) => {
      const { coordinates, address } = byIri.get(iri)!
      return html`<tr><th scope="row">!${thingHtml(iri, site, context)}</th>!${cell(coordinates)}!${cell(address)}</tr>`
    })
  return html`<p class="note">${told.aboutUnlocated}</p>
!${all.length > most ? html`<p>${told.firstOnes(most, all.length)}</p>` : ''}
<table><thead><tr><th scope="col">${told.place}</th><th scope="col">${told.coordinates}</th><th scope="col">${told.address}</th></tr></thead><tbody>!${rows}</tbody></table>`
}

function names(all: Quality['names'], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const rows = all.slice(0, most).map(({ iri, status }) => {
    const note = site.catalogue.names.text(iri, skos.editorialNote!, language)
    return html`<tr><th scope="row">!${thingHtml(iri, site, context)}</th><td>!${thingHtml(status, site, context)}</td><td dir="auto">${note ?? ''}</td></tr>`
  })
  return html`<p class="note">${told.aboutNames}</p>
<table class="facts list"><thead><tr><th scope="col">${told.thing}</th><th scope="col">${told.status}</th><th scope="col">${told.note}</th></tr></thead><tbody>!${rows}</tbody></table>`
}
