/**
 * The frame that a map is drawn into, by `src/web/map.ts` and Leaflet: a mark for each element of the page that has
 * `data-latitude`, `data-longitude` and `data-mark`, its name; what is in the element stands in the mark's popup. Without a
 * script there is no frame, and the elements say all that it would.
 */
import { html } from 'ghtml'
import type { Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Point } from '../catalogue/commons.ts'
import type { Tiles } from '../site.ts'
import { words } from './words.ts'

/** What a page with a map loads. */
export const mapFiles: Pick<Page, 'scripts' | 'styles'> = {
  scripts: ['map'],
  styles: ['lib/leaflet@1.9.4/leaflet.css'],
}

export function mapFrame({ tileUrl, tileAttribution }: Tiles, { language }: PageContext): string {
  const { map, zoomIn, zoomOut, close, untiled, noScript } = words[language]
  return html`<div class="map" role="region" aria-label="${map}" data-tiles="${tileUrl}" data-attribution="${tileAttribution}" data-zoom-in="${zoomIn}" data-zoom-out="${zoomOut}" data-close="${close}"></div>
<p class="untiled" role="status" data-message="${untiled}"></p>
<noscript><p>${noScript}</p></noscript>`
}

/** Attributes of an element for which there is a mark. */
export function markAttributes({ latitude, longitude }: Omit<Point, 'of'>, name: string): string {
  return html` data-latitude="${latitude}" data-longitude="${longitude}" data-mark="${name}"`
}
