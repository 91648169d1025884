/**
 * A change to propose, in HTML. What is typed stays in the browser.
 */
import { html } from 'ghtml'
import { prefixes } from '../../rdf/namespaces.ts'
import { linkTo } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { keepersOf } from '../about-dataset.ts'
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
  const link = linkTo(context, iri) ?? ''
  const { publicUrl, baseIri, version } = site
  const review = html`<section id="review" data-same="${told.same}" data-unreadable="${told.unreadable}" data-counts="${told.counts}" data-base="${baseIri}" data-prefixes="${declarations}" data-version="${publicUrl}dumps/${version.name}/" data-file="${fileName(iri)}" hidden>
<h2>${told.review}</h2>
<p><output>${told.same}</output></p>
<pre tabindex="0" aria-label="${told.review}" dir="auto" hidden></pre>
<p class="propose"><button type="button" name="copy-patch" data-done="${told.copied}" hidden>${told.copyPatch}</button> <button type="button" name="download" hidden>${told.download}</button></p>
</section>`
  return html`<p><a href="${link}">${told.back}</a></p>
<ol class="steps">!${told.steps.map((step) => html`<li>${step}</li>`)}</ol>
<label for="patch">${told.patch}</label>
<textarea id="patch" rows="24" spellcheck="false" dir="auto">
${patch}</textarea>
!${review}
<p class="propose">!${proposeHtml({ iri, title, patch }, site, context)} <button type="button" id="copy" data-done="${told.copied}">${told.copy}</button></p>
<p class="unknown">${told.privacy}</p>`
}

/** The form where one is set; else who keeps the data, as far as it is stated. */
function proposeHtml({ iri, title, patch }: Change, site: Site, context: PageContext): string {
  const told = words[context.language]
  const { issueFormUrl, publicUrl } = site
  if (issueFormUrl) {
    const page = URL.parse(linkTo(context, iri) ?? '', publicUrl)?.href ?? publicUrl
    const head = told.head(page, iri, site.version.name).join('\n')
    return html`<a id="propose" href="${formAddress(issueFormUrl, title, head, patch, told.paste)}" data-template="${issueFormUrl}" data-title="${title}" data-head="${head}" data-paste="${told.paste}" rel="nofollow">${told.propose}</a>`
  }
  const keepers = keepersOf(site, context.language).map(({ name, addresses }) => {
    const links = addresses.map((each) => html` <a href="${each}">${each.replace(/^mailto:/, '')}</a>`)
    return html`<span dir="auto">${name}</span>!${links}`
  })
  return html`<span>${told.send}!${keepers.length ? html` !${keepers.join(', ')}.` : html` ${told.keeperUnknown}`}</span>`
}

/** So that whoever adds a line need not declare what it is abbreviated by. */
const declarations = Object.entries(prefixes)
  .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`)
  .join(' ')

/** `change-mutualab.rdfp`, in characters that every system takes. */
function fileName(iri: string): string {
  return `change-${/[^/]*$/
    .exec(iri)![0]
    .replace(/[^\w-]+/g, '-')
    .slice(0, 80)}.rdfp`
}
