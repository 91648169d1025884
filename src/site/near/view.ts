/**
 * What is near, in HTML.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { languageField } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Language } from '../../representation/negotiate.ts'
import { parameterOf } from '../commons/parameters.ts'
import type { Site } from '../site.ts'
import { guestsHtml, placeHtml } from '../spot-view.ts'
import type { Near, Position } from './nearest.ts'
import { words } from './words.ts'

/** Where distances are counted from. */
export interface Origin {
  /** Of a place, by its IRI. */
  readonly iri?: string
  /** Not known of every place. */
  readonly position?: Position
}

/** So many places can be chosen in the list; each has a link to what is near it. */
const mostChoices = 500

export function nearHtml(origin: Origin | undefined, near: readonly Near[], site: Site, context: PageContext): string {
  const told = words[context.language]
  const lost = origin && !origin.position
  return html`!${chooser(origin, site, context)}
<p class="locate" hidden data-looking="${told.looking}" data-refused="${told.refused}" data-lost="${told.lost}"><button type="button">${told.locate}</button> <span role="status"></span></p>
<p class="types">${told.privacy}</p>
!${lost ? html`<p role="status"><strong>${told.unknown(site.catalogue.names.of(origin.iri!, context.language))}</strong></p>` : ''}
!${origin?.position ? table(near, origin, site, context) : ''}
<p>${told.further} <a href="${pagePath(context, 'map')}">${told.map}</a></p>`
}

/** A form that works without a script. */
function chooser(origin: Origin | undefined, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const options = site.catalogue.spots[language]
    .filter(({ point }) => point)
    .slice(0, mostChoices)
    .flatMap(({ place }) => {
      const value = parameterOf('place', place.iri, site)
      const selected = place.iri === origin?.iri ? ' selected' : ''
      return value === undefined ? [] : [html`<option value="${value}"!${selected}>${place.name[language]}</option>`]
    })
  return html`<form class="choose" action="${localPath(context, 'near')}" aria-label="${told.choose}">
<label>${told.from} <select name="from">!${options}</select></label>
!${languageField(context)}<button>${told.show}</button>
</form>`
}

function table(near: readonly Near[], origin: Origin, site: Site, context: PageContext): string {
  const told = words[context.language]
  const rows = near.map(({ spot, metres, azimuth }) => {
    const value = parameterOf('place', spot.place.iri, site)
    const onward =
      spot.place.iri === origin.iri || value === undefined
        ? ''
        : html`<a href="${pagePath(context, `near?from=${encodeURIComponent(value)}`)}">${told.onward}<span class="aside"> (${spot.place.name[context.language]})</span></a>`
    return html`<tr><td>!${distanceHtml(metres, azimuth, context.language)}</td><th scope="row">!${placeHtml(spot, site, context)}</th><td>!${guestsHtml(spot, site, context)}</td><td>!${onward}</td></tr>`
  })
  return html`<table class="facts near"><thead><tr><th scope="col">${told.distance}</th><th scope="col">${told.place}</th><th scope="col">${told.guests}</th><th scope="col">${told.walk}</th></tr></thead>
<tbody>!${rows}</tbody></table>`
}

/** To ten metres below a kilometre, and to a hundred above. */
function distanceHtml(metres: number, azimuth: number, language: Language): string {
  const told = words[language]
  if (metres < 5) return html`<strong>${told.here}</strong>`
  const [amount, unit] = metres < 995 ? [Math.round(metres / 10) * 10, 'meter'] : [metres / 1000, 'kilometer']
  const written = new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, maximumFractionDigits: 1 })
  return html`<strong class="file">${written.format(amount as number)}</strong><div class="types">${told.directions[Math.round(azimuth / 45) % 8]}</div>`
}
