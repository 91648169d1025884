/**
 * A small preview of a thing, a type or a property, for the pages of others: a document for a frame, or a piece of one.
 */
import { html } from 'ghtml'
import { localPath } from '../addresses.ts'
import type { Link } from '../fact.ts'
import type { PageContext } from './page-context.ts'

export interface Preview {
  readonly title: Link
  /** What kind of thing it is. */
  readonly subtitle: readonly string[]
  readonly description: string | undefined
  readonly facts: readonly { readonly name: string; readonly values: readonly Link[] }[]
}

/** A whole HTML document. Its links open outside of the frame. */
export function previewPage(preview: Preview, context: PageContext): string {
  return html`<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<title>${preview.title.text}</title>
<link rel="stylesheet" href="${localPath(context, 'style.css')}">
<link rel="icon" href="data:,">
</head>
<body>
<main>
!${previewPiece(preview)}
</main>
</body>
</html>
`
}

/** A piece of HTML without a style of its own. */
export function previewPiece({ title, subtitle, description, facts }: Preview): string {
  const rows = facts.map(({ name, values }) => html`<dt>${name}</dt><dd>!${values.map(outward).join(', ')}</dd>`)
  return html`<p><strong>!${outward(title)}</strong></p>
<p class="types">${subtitle.join(' · ')}</p>
!${description === undefined ? '' : html`<p dir="auto">${description}</p>`}
!${rows.length ? html`<dl>!${rows}</dl>` : ''}`
}

function outward({ text, href }: Link): string {
  if (href === undefined) return html`<span dir="auto">${text}</span>`
  return html`<a href="${href}" target="_blank" rel="noopener" dir="auto">${text}</a>`
}
