/**
 * What a thing has to do with others, in HTML: by what joins them, and what else points at it.
 */
import { html } from 'ghtml'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { partFactsHtml, partLineHtml } from '../known/part-view.ts'
import { partOf } from '../known/parts.ts'
import { thingHtml as nameHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { inverseOf } from './pointing.ts'
import type { Relation } from './relations.ts'
import type { Showing } from './showing.ts'
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

export function incomingHtml({ thing, source }: Showing, site: Site, context: PageContext): string {
  const { incoming, hasMoreIncoming } = thing
  if (!incoming.length) return ''
  const { language } = context
  const told = words[language]
  const nameOf = ({ property }: Statement) => inverseOf(property, language, site.catalogue.names)
  const byProperty = [...Map.groupBy(incoming, nameOf)].map(([name, those]) => {
    const items = those.map((statement) => html`<li>!${pointingHtml(statement, source, site, context)}</li>`)
    return html`<section><h3>${name}</h3><ul>!${items}</ul></section>`
  })
  return html`<section><h2>${told.incoming}</h2><div class="relations">!${byProperty}</div>!${hasMoreIncoming ? html`<p class="unknown">${told.more}</p>` : ''}</section>`
}

/** What points at the thing; of a part of the thing also what else is said of it. */
function pointingHtml(
  { subject, property, value, sources }: Statement,
  source: QuadReader,
  site: Site,
  context: PageContext,
): string {
  const from = sourcesHtml(sources, site, context)
  if (!subject.startsWith(`${value.value}#`)) return html`!${nameHtml(subject, site, context)} !${from}`
  const { facts, ...part } = partOf(subject, context.language, source)
  const others = facts.filter((fact) => fact.property !== property)
  return html`!${partLineHtml(part, site, context)} !${from}!${partFactsHtml({ iri: subject, facts: others }, source, site, context)}`
}
