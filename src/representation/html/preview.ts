/**
 * A small preview of a thing, a type or a property, for the pages of others: a document for a frame, or a piece of one.
 */
import { html } from 'ghtml'
import { localPath } from '../addresses.ts'
import type { Link } from '../fact.ts'
import { readableName, shortened } from '../readable.ts'
import { wrapped } from './facts.ts'
import type { PageContext } from './page-context.ts'

export interface Preview {
  readonly title: Link
  /** What kind of thing it is. */
  readonly subtitle: readonly string[]
  readonly description: string | undefined
  readonly facts: readonly { readonly name: string; readonly values: readonly Link[] }[]
}

/** A preview is small. */
const longestDescription = 600

/** A whole HTML document. Its links open outside of the frame. */
export function previewPage(preview: Preview, context: PageContext): string {
  return html`<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<title>${readableName(preview.title.text)}</title>
<link rel="stylesheet" href="${localPath(context, 'style.css')}">
<link rel="icon" type="image/svg+xml" href="${localPath(context, 'favicon.svg')}">
</head>
<body>
<main>
<h1>!${outward(preview.title)}</h1>
!${details(preview)}
</main>
</body>
</html>
`
}

/** A piece of HTML without a style of its own. */
export function previewPiece(preview: Preview): string {
  return html`<p><strong>!${outward(preview.title)}</strong></p>
!${details(preview)}`
}

function details({ subtitle, description, facts }: Preview): string {
  const rows = facts.map(({ name, values }) => html`<dt>${name}</dt><dd>!${values.map(outward).join(', ')}</dd>`)
  return html`<p class="types">${subtitle.join(' · ')}</p>
!${description === undefined ? '' : html`<p dir="auto">${shortened(description, longestDescription)}</p>`}
!${rows.length ? html`<dl>!${rows}</dl>` : ''}`
}

function outward({ text, href }: Link): string {
  const name = readableName(text)
  if (href === undefined) return html`<span dir="auto"!${wrapped(name)}>${name}</span>`
  return html`<a href="${href}" target="_blank" rel="noopener" dir="auto"!${wrapped(name)}>${name}</a>`
}
