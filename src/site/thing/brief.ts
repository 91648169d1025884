/**
 * A thing in brief: what is said of it, and where it stands.
 */
import { html } from 'ghtml'
import { rdf } from '../../rdf/environment.ts'
import { wgs84 } from '../../rdf/namespaces.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { rowsHtml } from './rows.ts'
import type { Showing } from './showing.ts'
import { words } from './words.ts'

export function briefHtml(shown: Showing, site: Site, context: PageContext): string {
  const { rows, point } = shown.thing
  if (!rows.length && !point) return ''
  const told = words[context.language]
  return html`<section><h2>${told.inBrief}</h2>!${rowsHtml(rows, shown, site, context)}!${point ? pointHtml(shown, site, context) : ''}</section>`
}

function pointHtml({ thing, source }: Showing, site: Site, context: PageContext): string {
  const { latitude, longitude, of } = thing.point!
  const told = words[context.language]
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
  const graphs = Array.from(source.quads(rdf.namedNode(of), wgs84.lat!), ({ graph }) => graph.value)
  return html`<dl class="rows"><div><dt>${told.coordinates}</dt><dd>${latitude}, ${longitude} · <a href="${map}">${told.onOpenStreetMap}</a> !${sourcesHtml(graphs, site, context)}</dd></div></dl>`
}
