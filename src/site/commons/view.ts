/**
 * The list of commons in HTML.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { languageField } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Language } from '../../representation/negotiate.ts'
import { anchor } from '../anchor.ts'
import type { Commons } from '../catalogue/commons.ts'
import { withSuffix } from '../own-address.ts'
import { type Part, pager } from '../pager.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import { facetField } from './facet-field.ts'
import { type Choice, facets, type List, type Order, orders } from './list.ts'
import { words } from './words.ts'

export interface ShownList {
  readonly list: List
  /** Those on this page. */
  readonly shown: Part<Commons>
  readonly choice: Choice
  readonly order: Order
}

export function listHtml(shownList: ShownList, site: Site, context: PageContext): string {
  const { list, shown } = shownList
  const told = words[context.language]
  const rows = shown.items.map((commons) => row(commons, site, context))
  return html`<p>${told.openWorld}</p>
!${chooser(shownList, site, context)}
<p role="status"><strong>${told.count(list.commons.length)}</strong></p>
!${
    rows.length
      ? html`<form action="${localPath(context, 'compare')}" aria-label="${told.compare}">!${languageField(context)}<table class="facts list"><thead><tr><th scope="col">${told.name}</th>!${facets.map((facet) => html`<th scope="col">${told.facets[facet]}</th>`)}</tr></thead>
<tbody>!${rows}</tbody></table>
<p class="pick"><button>${told.compare}</button> ${told.howToCompare}</p></form>`
      : html`<p>${told.nothing}</p>`
  }
!${pager(shown, told.title, context)}
<p class="formats"><a href="${localPath(context, withSuffix(context.path, 'csv'))}">${told.asTable}</a></p>`
}

function row({ iri, name, kinds, keys, places, licences }: Commons, site: Site, context: PageContext): string {
  const { language } = context
  const { names, keys: all } = site.catalogue
  const links = (iris: Iterable<string>) =>
    names
      .sorted(iris, language)
      .map((one) => anchor(one, names.of(one, language), context, names.tagOf(one, language)))
      .join(', ')
  const known = all
    .filter((key) => keys.has(key.iri))
    .map((key) => anchor(key.iri, names.of(key.iri, language), context, names.tagOf(key.iri, language)))
  return html`<tr><th scope="row">!${picked(iri, name[language], site, language)}!${anchor(iri, name[language], context, names.tagOf(iri, language))}</th><td>!${links(kinds)}</td><td>!${known.join(', ')}</td><td>!${links(places)}</td><td>!${links(licences)}</td></tr>`
}

/** What chooses a commons of ours to be compared. */
function picked(iri: string, name: string, site: Site, language: Language): string {
  const slug = slugOf(iri, site)
  if (slug === undefined) return ''
  return html`<input type="checkbox" name="c" value="${slug}" aria-label="${words[language].toCompare(name)}"> `
}

/** A form that works without a script. */
function chooser({ list, choice, order }: ShownList, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const sorting = orders.map(
    (one) => html`<option value="${one}"!${one === order ? ' selected' : ''}>${told.orders[one]}</option>`,
  )
  return html`<form class="choose" action="${localPath(context, 'commons')}" aria-label="${told.choose}">
!${facets.map((facet) => facetField(facet, list, choice, site, context))}
<label>${told.sort} <select name="sort">!${sorting}</select></label>
!${languageField(context)}<button>${told.apply}</button> <a href="${pagePath(context, 'commons')}">${told.reset}</a>
</form>`
}
