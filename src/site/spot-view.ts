/**
 * A place in HTML: what it is called, of which kind it is, its addresses, what is said of its coordinates, who is there.
 */
import { html } from 'ghtml'
import { rdf } from '../rdf/environment.ts'
import { geo, skos } from '../rdf/namespaces.ts'
import { pagePath } from '../representation/addresses.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import type { Language } from '../representation/negotiate.ts'
import { anchor } from './anchor.ts'
import type { Spot } from './catalogue/spots.ts'
import { listPath } from './commons/parameters.ts'
import type { Site } from './site.ts'

/** So many of the commons at one place are named beside it; the list of commons has all. */
const mostGuests = 20

const allOf: Readonly<Record<Language, (guests: number) => string>> = {
  fr: (guests) => `les ${guests} communs de ce lieu`,
  en: (guests) => `all ${guests} commons of this place`,
}

export function placeHtml({ place, point, addresses }: Spot, site: Site, context: PageContext): string {
  const { language } = context
  const { names } = site.catalogue
  const kinds = names.sorted(place.kinds, language).map((kind) => names.of(kind, language))
  const note = point && noteOf(place.iri, site, language)
  return html`<strong>!${anchor(place.iri, place.name[language], context, names.tagOf(place.iri, language))}</strong>!${kinds.length ? html` <span class="types">${kinds.join(', ')}</span>` : ''}!${addresses.map((line) => html`<div dir="auto">${line}</div>`)}!${note === undefined ? '' : html`<div class="types" dir="auto">${note}</div>`}`
}

export function guestsHtml({ place, guests }: Spot, site: Site, context: PageContext): string {
  if (!guests.length) return ''
  const { language } = context
  const { compare } = new Intl.Collator(language, { numeric: true })
  const named = guests
    .map((iri) => site.catalogue.commons.get(iri)!)
    .sort((one, other) => compare(one.name[language], other.name[language]))
    .slice(0, mostGuests)
    .map(
      ({ iri, name }) =>
        html`<li>!${anchor(iri, name[language], context, site.catalogue.names.tagOf(iri, language))}</li>`,
    )
  const all = listPath('place', place.iri, site)
  const count = site.catalogue.counts.places.get(place.iri)!
  const more =
    guests.length > mostGuests && all !== undefined
      ? html`<li><a href="${pagePath(context, all)}">${allOf[language](count)}</a></li>`
      : ''
  return html`<ul class="guests">!${named}!${more}</ul>`
}

/** What is said of the coordinates: that they are approximate, as of a district. */
function noteOf(iri: string, { source, catalogue }: Site, language: Language): string | undefined {
  for (const { object } of source.triples(rdf.namedNode(iri), geo.hasGeometry!)) {
    const note = catalogue.names.text(object.value, skos.note!, language)
    if (note !== undefined) return note
  }
  return undefined
}
