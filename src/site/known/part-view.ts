/**
 * A part of a thing in HTML, such as an address, or an organisation that no source names: what sums it up, and what else is
 * said of it.
 */
import { html } from 'ghtml'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Site } from '../site.ts'
import { type Part, partOf } from './parts.ts'
import { valueHtml } from './value-view.ts'
import { words } from './words.ts'

/** So many parts are told with one; the data has the rest. */
const most = 20

/** What sums it up, else what it is; where nothing says that either, that it has no name. */
export function partLineHtml({ line, types }: Pick<Part, 'line' | 'types'>, site: Site, context: PageContext): string {
  if (line) return html`${line}`
  const { language } = context
  const kinds = site.catalogue.names.sorted(types, language).map((type) => site.catalogue.names.of(type, language))
  return html`!${kinds.length ? html`${kinds.join(', ')} ` : ''}<span class="unknown">${words[language].unnamed}</span>`
}

/**
 * What else is said of it, and of the parts that it names, each told once.
 * @param source all statements, or those of some passages only
 */
export function partFactsHtml(
  { iri, facts }: Pick<Part, 'iri' | 'facts'>,
  source: QuadReader,
  site: Site,
  context: PageContext,
  told: Set<string> = new Set(),
): string {
  const { language } = context
  const thing = iri.replace(/#.*/s, '')
  told.add(iri)
  const innerPart = (inner: string) => {
    const part = partOf(inner, language, source)
    const isToBeTold = !told.has(inner) && told.size < most
    return partLineHtml(part, site, context) + (isToBeTold ? partFactsHtml(part, source, site, context, told) : '')
  }
  return facts
    .map(({ property, value }) => {
      const inner = value.value.startsWith(`${thing}#`) ? innerPart(value.value) : valueHtml(value, site, context)
      return html`<div class="of-part"><span class="property">${site.catalogue.names.of(property, language)}</span> !${inner}</div>`
    })
    .join('')
}
