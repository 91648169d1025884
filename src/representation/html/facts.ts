/**
 * Facts as a table: property, value, and the passages that state it.
 */
import { html } from 'ghtml'
import type { Fact, Link, Value } from '../fact.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'

export function factsTable(facts: readonly Fact[], language: Language): string {
  if (!facts.length) return ''
  const words = messages[language]
  return html`<table class="facts">
<thead><tr><th scope="col">${words.property}</th><th scope="col">${words.value}</th><th scope="col">${words.passages}</th></tr></thead>
<tbody>
!${facts.map(
    ({ property, value, sources }) =>
      html`<tr><th scope="row">${property}</th><td>!${valueCell(value)}</td><td class="sources">!${linkList(sources)}</td></tr>`,
  )}
</tbody>
</table>`
}

export function anchor({ text, href, language }: Link): string {
  const tag = language === undefined ? '' : html` lang="${language}"`
  if (href === undefined) return html`<span!${tag} dir="auto"!${wrapped(text)}>${text}</span>`
  return html`<a href="${href}"!${tag} dir="auto"!${wrapped(text)}>${text}</a>`
}

/** Makes text without a gap, as an address, no wider than where it stands; words are not broken for that. */
export function wrapped(text: string): string {
  return /\S{30}/.test(text) ? ' class="unbroken"' : ''
}

export function linkList(links: readonly Link[]): string {
  return links.map(anchor).join(' ')
}

/** A value, with what is said of it. */
export function valueCell(value: Value): string {
  if (value.facts) {
    const rows = value.facts.map(
      ({ property, value: inner }) => html`<dt>${property}</dt><dd>!${valueCell(inner)}</dd>`,
    )
    const name = value.href === undefined ? html`${value.text}` : anchor(value)
    return rows.length ? html`!${name}<dl>!${rows}</dl>` : name
  }
  return anchor(value)
}
