/**
 * The page of the links to other registers, and of what these may take from us.
 */
import { html } from 'ghtml'
import type { LinksView, Proposal } from '../links.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'
import { anchor, linkList, valueCell } from './facts.ts'
import { type Alternate, layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export function linksPage(view: LinksView, context: PageContext, alternates: readonly Alternate[]): string {
  const { language } = context
  const words = messages[language]
  const rows = view.rows.map(
    ({ thing, relation, target, evidence }) =>
      html`<tr><th scope="row">!${anchor(thing)}</th><td>${relation} !${valueCell(target)}</td><td dir="auto">${evidence}</td></tr>`,
  )
  const body = html`<table class="facts"><thead><tr><th scope="col">${words.thing}</th><th scope="col" class="linked">${words.elsewhere}</th><th scope="col">${words.evidence}</th></tr></thead>
<tbody>!${rows}</tbody></table>
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
    ({ thing, text, element, sources }) =>
      html`<tr><th scope="row">!${anchor(thing)}</th><td><code>${text}</code> !${element ? anchor(element) : ''}</td><td class="sources">!${linkList(sources)}</td></tr>`,
  )
  return html`<div class="scroll"><table><thead><tr><th scope="col">${words.thing}</th><th scope="col">${words.proposal}</th><th scope="col">${words.passages}</th></tr></thead>
<tbody>!${rows}</tbody></table></div>`
}
