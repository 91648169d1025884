/**
 * A neighbourhood in HTML.
 */
import { html } from 'ghtml'
import { linkTo, localPath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { thingHtml as nameHtml } from '../known/value-view.ts'
import type { Site } from '../site.ts'
import { graphPath } from './address.ts'
import { most, type Neighbourhood, sorts, type Tie } from './neighbours.ts'
import { words } from './words.ts'

export function neighboursHtml(iri: string, neighbourhood: Neighbourhood, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const { outgoing, incoming, between, isCut } = neighbourhood
  const named = outgoing.map(({ property, to }) => ({ property, other: to }))
  const naming = incoming.map(({ property, from }) => ({ property, other: from }))
  const page = linkTo(context, iri)
  return html`<p>${told.intro}!${page === undefined ? '' : html` <a href="${page}">${told.page}</a>`}</p>
!${isCut ? html`<p class="unknown">${told.cut(most)}</p>` : ''}
!${named.length + naming.length ? drawing(iri, site, context) : html`<p class="unknown">${told.nothing}</p>`}
!${section(told.outgoing, named, site, context)}
!${section(told.incoming, naming, site, context)}
!${betweenHtml(between, site, context)}
<p class="formats"><a href="${localPath(context, `${graphPath(iri, site)}.json`)}">${told.file}</a></p>`
}

/** Nothing is to be seen of it without a script. */
function drawing(iri: string, site: Site, context: PageContext): string {
  const told = words[context.language]
  const name = site.catalogue.names.of(iri, context.language)
  const data = localPath(context, `${graphPath(iri, site)}.json`)
  const legend = sorts.map((sort) => html`<li class="${sort}">${told.sorts[sort]}</li>`)
  return html`<div class="draw" hidden data-graph="${data}" data-page="${told.open}" data-more="${told.more}" data-hint="${told.hint}" data-failed="${told.failed}">
<p><button type="button">${told.draw}</button></p>
<div class="drawing" hidden role="application" tabindex="0" aria-label="${told.drawing(name)}"></div>
<p class="picked" role="status"></p>
<ul class="legend" hidden>!${legend}</ul>
</div>`
}

function section(
  heading: string,
  ties: readonly { readonly property: string; readonly other: string }[],
  site: Site,
  context: PageContext,
): string {
  if (!ties.length) return ''
  const { language } = context
  const { names } = site.catalogue
  const byProperty = Map.groupBy(ties, ({ property }) => property)
  const rows = names.sorted(byProperty.keys(), language).map((property) => {
    const others = names.sorted(
      byProperty.get(property)!.map(({ other }) => other),
      language,
    )
    const links = others.map((other) => html`<li>!${nameHtml(other, site, context)}</li>`)
    return html`<tr><th scope="row">${names.of(property, language)}</th><td><ul class="neighbours">!${links}</ul></td></tr>`
  })
  return html`<h2>${heading}</h2>
<table class="facts"><tbody>!${rows}</tbody></table>`
}

/** By what is joined, so that a name is read once. */
function betweenHtml(ties: readonly Tie[], site: Site, context: PageContext): string {
  if (!ties.length) return ''
  const { language } = context
  const { names } = site.catalogue
  const byFirst = Map.groupBy(ties, ({ from }) => from)
  const items = names.sorted(byFirst.keys(), language).map((from) => {
    const those = Map.groupBy(byFirst.get(from)!, ({ property }) => property)
    const parts = Array.from(those, ([property, same]) => {
      const others = same.map(({ to }) => nameHtml(to, site, context)).join(', ')
      return html`<span class="tie"><span class="property">${names.of(property, language)}</span> !${others}</span>`
    })
    return html`<li>!${nameHtml(from, site, context)} !${parts}</li>`
  })
  return html`<details class="between"><summary>${words[language].between(ties.length)}</summary><ul>!${items}</ul></details>`
}
