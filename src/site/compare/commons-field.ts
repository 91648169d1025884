/**
 * In a form, the field that chooses a commons to be compared, out of all.
 */
import { html } from 'ghtml'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import { words } from './words.ts'

/** With more commons than this a list of all to choose from would be of no use. */
const mostOptions = 500

/** @param selected the IRI of the one that is chosen already */
export function commonsField(
  number: number,
  selected: string | undefined,
  site: Site,
  { language }: PageContext,
): string {
  const told = words[language]
  const options = site.catalogue.byName[language].flatMap(({ iri, name }) => {
    const slug = slugOf(iri, site)
    if (slug === undefined) return []
    return [html`<option value="${slug}"!${iri === selected ? ' selected' : ''}>${name[language]}</option>`]
  })
  return html`<label>${told.nth(number)} <select name="c"><option value="">${told.none}</option>!${options}</select></label>`
}

/** Whether they can be chosen in this way, and there are two. */
export function canBeChosen({ catalogue: { commons } }: Site): boolean {
  return commons.size > 1 && commons.size <= mostOptions
}
