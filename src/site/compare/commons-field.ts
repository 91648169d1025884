/**
 * In a form, the field that chooses a commons to be compared, out of all.
 */
import { html } from 'ghtml'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Site } from '../site.ts'
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
  const slug = slugIn(site)
  const options = site.catalogue.byName[language].map(
    ({ iri, name }) =>
      html`<option value="${slug(iri)}"!${iri === selected ? ' selected' : ''}>${name[language]}</option>`,
  )
  return html`<label>${told.nth(number)} <select name="c"><option value="">${told.none}</option>!${options}</select></label>`
}

/** Whether they can be chosen in this way, and there are two. */
export function canBeChosen({ catalogue: { commons } }: Site): boolean {
  return commons.size > 1 && commons.size <= mostOptions
}

export function slugIn({ baseIri }: Site): (iri: string) => string {
  return (iri) => iri.slice(`${baseIri}id/`.length)
}
