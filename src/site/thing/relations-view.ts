/**
 * What a thing has to do with others, in HTML: by what joins them, and what else points at it.
 */
import { html } from 'ghtml'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { thingHtml as nameHtml, sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { inverseOf } from './pointing.ts'
import type { Relation } from './relations.ts'
import type { Thing } from './thing.ts'
import { words } from './words.ts'

export function relationsHtml({ relations }: Thing, site: Site, context: PageContext): string {
  if (!relations.length) return ''
  const sections = relations.map((relation) => relationHtml(relation, site, context))
  return html`<section><h2>${words[context.language].relations}</h2><div class="relations">!${sections}</div></section>`
}

function relationHtml({ kind, others, hasMore }: Relation, site: Site, context: PageContext): string {
  const told = words[context.language]
  const items = others.map(
    ({ iri, sources }) => html`<li>!${nameHtml(iri, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
  )
  return html`<section><h3>${told.relation[kind]}</h3><ul>!${items}</ul>!${hasMore ? html`<p class="unknown">${told.more}</p>` : ''}</section>`
}

export function incomingHtml({ incoming, hasMoreIncoming }: Thing, site: Site, context: PageContext): string {
  if (!incoming.length) return ''
  const { language } = context
  const told = words[language]
  const nameOf = ({ property }: Statement) => inverseOf(property, language, site.catalogue.names)
  const byProperty = [...Map.groupBy(incoming, nameOf)].map(([name, those]) => {
    const items = those.map(
      ({ subject, sources }) =>
        html`<li>!${nameHtml(subject, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
    )
    return html`<section><h3>${name}</h3><ul>!${items}</ul></section>`
  })
  return html`<section><h2>${told.incoming}</h2><div class="relations">!${byProperty}</div>!${hasMoreIncoming ? html`<p class="unknown">${told.more}</p>` : ''}</section>`
}
