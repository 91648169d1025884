/**
 * A change to propose, in HTML. What is typed stays in the browser.
 */
import { html } from 'ghtml'
import { linkTo } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Site } from '../site.ts'
import { formAddress } from './form-address.ts'
import { words } from './words.ts'

export interface Change {
  readonly iri: string
  readonly title: string
  readonly patch: string
}

export function changeHtml({ iri, title, patch }: Change, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { issueFormUrl } = site
  const propose = issueFormUrl
    ? html`<a id="propose" href="${formAddress(issueFormUrl, title, patch, told.paste)}" data-template="${issueFormUrl}" data-title="${title}" data-paste="${told.paste}" rel="nofollow">${told.propose}</a>`
    : html`<span>${told.send}</span>`
  return html`<p><a href="${linkTo(context, iri) ?? ''}">${told.back}</a></p>
<ol class="steps">!${told.steps.map((step) => html`<li>${step}</li>`)}</ol>
<label for="patch">${told.patch}</label>
<textarea id="patch" rows="24" spellcheck="false" dir="auto">
${patch}</textarea>
<p class="propose"><button type="button" id="copy" data-done="${told.copied}" hidden>${told.copy}</button> !${propose}</p>
<p class="unknown">${told.privacy}</p>`
}
