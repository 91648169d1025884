/**
 * In a form, the field that chooses commons by one thing that is known of them.
 */
import { html } from 'ghtml'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Site } from '../site.ts'
import type { Choice, Facet, List } from './list.ts'
import { parameterOf } from './parameters.ts'
import { words } from './words.ts'

export function facetField(
  facet: Facet,
  { options }: Pick<List, 'options'>,
  choice: Choice,
  site: Site,
  { language }: PageContext,
): string {
  const told = words[language]
  const choosable = options[facet].flatMap(({ iri, count }) => {
    const value = parameterOf(facet, iri, site)
    if (value === undefined) return []
    const selected = choice[facet] === iri ? ' selected' : ''
    return [html`<option value="${value}"!${selected}>${site.catalogue.names.of(iri, language)} (${count})</option>`]
  })
  return html`<label>${told.facets[facet]} <select name="${facet}"><option value="">${told.any}</option>!${choosable}</select></label>`
}
