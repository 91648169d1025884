/**
 * The page of a source with its passages, or of any other named graph: its statements, subject by subject.
 */
import { html } from 'ghtml'
import type { Fact, Link } from '../fact.ts'
import { messages } from '../messages/messages.ts'
import { anchor, factsTable } from './facts.ts'
import { type Alternate, layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export interface Section {
  /** The fragment that leads to the section: `L42` for that passage. */
  readonly id: string
  readonly title: string
  /** Words of the passage itself. */
  readonly quotation?: string
  readonly subjects: readonly { readonly subject: Link; readonly facts: readonly Fact[] }[]
}

export function sectionsPage(
  title: string,
  sections: readonly Section[],
  context: PageContext,
  alternates: readonly Alternate[],
): string {
  const { language } = context
  const body = html`!${sections.map(
    ({ id, title: name, quotation, subjects }) =>
      html`<section id="${id}">
<h2><a href="#${id}">${name}</a></h2>
!${quotation === undefined ? '' : html`<blockquote dir="auto">${quotation}</blockquote>`}
!${subjects.map(({ subject, facts }) => html`<h3>!${anchor(subject)}</h3>!${factsTable(facts, language)}`)}
</section>`,
  )}
<h2>${messages[language].formats}</h2>
<p class="formats">!${alternates.map(({ href, title: name, type }) => html`<a href="${href}" type="${type}">${name}</a> `)}</p>`
  return layout({ title, body, alternates }, context)
}
