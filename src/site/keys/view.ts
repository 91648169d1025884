/**
 * The keys in HTML.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchorAt } from '../anchor.ts'
import { listPath } from '../commons/parameters.ts'
import { thingHtml, valueHtml } from '../known/value-view.ts'
import { knownHtml, sourcesHtml } from '../known/view.ts'
import { type Part, pager } from '../pager.ts'
import type { Site } from '../site.ts'
import type { KeyContent } from './content.ts'
import { shareHtml } from './share.ts'
import { words } from './words.ts'

/** All keys, each with what leads to the rest of it. */
export function keysHtml(contents: readonly KeyContent[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { names, commons } = site.catalogue
  const tiles = contents.map(
    ({ key, commons: count }) =>
      html`<li><a href="#${key.slug}">${names.of(key.iri, language)}</a> !${shareHtml(count, commons.size)} <span>${told.knownOf(count, commons.size)}</span></li>`,
  )
  const sections = contents.map((content) => {
    const { key, things, count } = content
    const rest = html`<p><a href="${pagePath(context, `keys?key=${key.slug}`)}">${told.all(count)}</a></p>`
    return html`<section id="${key.slug}" class="key">
<h2><a href="#${key.slug}">${names.of(key.iri, language)}</a></h2>
!${contentHtml(content, site, context)}
!${things.length < count ? rest : ''}</section>`
  })
  return html`<p class="lead">${told.introduction}</p>
<nav aria-label="${told.keys}"><ul class="tiles">!${tiles}</ul></nav>
!${sections}`
}

/** One key. */
export function keyHtml(content: KeyContent, part: Part<string>, site: Site, context: PageContext): string {
  const { allKeys } = words[context.language]
  return html`!${contentHtml(content, site, context)}
!${pager(part, site.catalogue.names.of(content.key.iri, context.language), context)}
<p><a href="${pagePath(context, 'keys')}">${allKeys}</a></p>`
}

function contentHtml(content: KeyContent, site: Site, context: PageContext): string {
  const { key, definition, questions, commons, things } = content
  const told = words[context.language]
  const asked = questions.map(
    ({ text, sources }) => html`<li>!${valueHtml(text, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
  )
  const rows = things.map(
    ({ iri, known }) =>
      html`<tr><th scope="row">!${thingHtml(iri, site, context)}</th><td>!${knownHtml(known, site, context)}</td></tr>`,
  )
  const list = listPath('key', key.iri, site)
  return html`!${definition === undefined ? '' : html`<p class="definition" dir="auto">${definition}</p>`}
!${asked.length ? html`<ol class="questions">!${asked}</ol>` : ''}
!${
    rows.length
      ? html`<p>!${anchorAt(list && pagePath(context, list), told.knownOf(commons, site.catalogue.commons.size))}</p>
<table class="facts filed"><thead><tr><th scope="col">${told.thing}</th><th scope="col">${told.known}</th></tr></thead>
<tbody>!${rows}</tbody></table>`
      : html`<p class="unknown">${told.nothing}</p>`
  }`
}
