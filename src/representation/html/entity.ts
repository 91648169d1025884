/**
 * The page of one thing: what is said of it, by whom, and what points at it.
 */
import { html } from 'ghtml'
import { messages } from '../messages/messages.ts'
import type { EntityView } from '../view.ts'
import { anchor, factsTable, linkList } from './facts.ts'
import { type Alternate, layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export function entityPage(
  view: EntityView,
  context: PageContext,
  { alternates, jsonLd }: { alternates: readonly Alternate[]; jsonLd: string },
): string {
  const { language } = context
  const words = messages[language]
  const incoming = view.incoming.map(
    ({ subject, property, sources }) =>
      html`<tr><td>!${anchor(subject)}</td><td>${property}</td><td class="sources">!${linkList(sources)}</td></tr>`,
  )
  const body = html`<p class="types">${view.types.join(' · ')}</p>
!${view.descriptions.map((text) => html`<p class="description" dir="auto">${text}</p>`)}
!${view.facts.length ? html`<h2>${words.facts}</h2>!${factsTable(view.facts, language)}` : ''}
!${
    incoming.length
      ? html`<h2>${words.incoming}</h2>
<table class="facts"><thead><tr><th scope="col">${words.thing}</th><th scope="col">${words.property}</th><th scope="col">${words.passages}</th></tr></thead>
<tbody>!${incoming}</tbody></table>`
      : ''
  }
<h2>${words.formats}</h2>
<p class="formats">!${alternates.map(({ href, title, type }) => html`<a href="${href}" type="${type}">${title}</a> `)}</p>`
  return layout({ title: view.title, body, alternates, jsonLd }, context)
}
