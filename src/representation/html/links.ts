/**
 * The page of the links to other registers, and of what these may take from us.
 */
import { html } from 'ghtml'
import type { LinksView, Proposal } from '../links.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'
import { anchor, linkList } from './facts.ts'
import { type Alternate, layout, type PageContext } from './layout.ts'

export function linksPage(view: LinksView, context: PageContext, alternates: readonly Alternate[]): string {
  const { language } = context
  const words = messages[language]
  const rows = view.records.map(
    ({ thing, relation, target, confidence, checkedOn, evidence }) =>
      html`<tr><th scope="row">!${anchor(thing)}</th><td>${relation}</td><td>!${anchor(target)}</td><td>${confidence}</td><td>${checkedOn}</td><td dir="auto">${evidence}</td></tr>`,
  )
  const body = html`<div class="scroll"><table><thead><tr><th scope="col">${words.thing}</th><th scope="col">${words.relation}</th><th scope="col">${words.elsewhere}</th><th scope="col">${words.confidence}</th><th scope="col">${words.checkedOn}</th><th scope="col">${words.evidence}</th></tr></thead>
<tbody>!${rows}</tbody></table></div>
<h2>${words.forOpenStreetMap}</h2>
<p>${words.aboutOpenStreetMap}</p>
!${proposalTable(view.forOpenStreetMap, language)}
<h2>${words.forWikidata}</h2>
<p>${words.aboutWikidata}</p>
!${proposalTable(view.forWikidata, language)}
<h2>${words.formats}</h2>
<p class="formats">!${alternates.map(({ href, title, type }) => html`<a href="${href}" type="${type}">${title}</a> `)}</p>`
  return layout({ title: words.links, body, alternates }, context)
}

function proposalTable(proposals: readonly Proposal[], language: Language): string {
  const words = messages[language]
  if (!proposals.length) return html`<p>${words.nothingToPropose}</p>`
  const rows = proposals.map(
    ({ thing, text, sources }) =>
      html`<tr><th scope="row">!${anchor(thing)}</th><td><code>${text}</code></td><td class="sources">!${linkList(sources)}</td></tr>`,
  )
  return html`<div class="scroll"><table><thead><tr><th scope="col">${words.thing}</th><th scope="col">${words.proposal}</th><th scope="col">${words.passages}</th></tr></thead>
<tbody>!${rows}</tbody></table></div>`
}
