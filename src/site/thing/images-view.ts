/**
 * The place of pictures on the page of a thing. Those of other hosts are not loaded, as nothing is but the tiles of maps: they
 * are one click away. Where none is known, it is told how to propose one.
 */
import { html } from 'ghtml'
import { linkTo, pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchorAt } from '../anchor.ts'
import { valueHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { changePath } from './change-path.ts'
import type { Image } from './images.ts'
import type { Showing } from './showing.ts'
import { words } from './words.ts'

export function imagesHtml({ thing, asOf }: Showing, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { images, canBeSeen, iri } = thing
  if (images.length) {
    const items = images.map((image) => html`<li>!${imageHtml(image, site, context)}</li>`)
    return html`<figure class="image">!${drawing('known')}<figcaption><ul>!${items}</ul></figcaption></figure>`
  }
  if (!canBeSeen || asOf !== undefined) return ''
  const propose = html`<a href="${pagePath(context, changePath(iri, site))}">${told.proposeImage}</a>`
  return html`<figure class="image">!${drawing('none')}<figcaption>${told.noImage} !${propose}</figcaption></figure>`
}

function imageHtml({ address, licences, credits, sources }: Image, site: Site, context: PageContext): string {
  const told = words[context.language]
  const href = linkTo(context, address)
  const host = href === undefined ? undefined : URL.parse(href, site.publicUrl)?.host
  const list = (terms: Image['licences']) => terms.map((term) => valueHtml(term, site, context)).join(', ')
  const by = credits.length ? html`<div>${told.imageBy} !${list(credits)}</div>` : ''
  const licence = licences.length ? html`${told.imageLicence} !${list(licences)}` : html`${told.noImageLicence}`
  const name = host === undefined ? address : told.imageOn(host)
  return html`!${anchorAt(href, name)} !${sourcesHtml(sources, site, context)}!${by}<div>!${licence}</div>`
}

/** A frame with hills and a sun, or an empty one. */
function drawing(which: 'known' | 'none'): string {
  const scene = html`<circle cx="20" cy="18" r="5"/><path d="M6 42 24 26l10 9 14-15 18 22"/>`
  return html`<svg class="${which}" viewBox="0 0 72 52" aria-hidden="true"><rect x="2" y="2" width="68" height="48" rx="5"/>!${scene}</svg>`
}
