/**
 * The frame of every page.
 */
import { html } from 'ghtml'
import { type Bases, localPath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'

export interface PageContext extends Bases {
  readonly language: Language
  /** The path and query of the page itself, without `lang`, to switch languages. */
  readonly path: string
}

export interface Alternate {
  readonly href: string
  readonly type: string
  readonly title: string
}

export interface Page {
  readonly title: string
  /** Markup of the main part: already escaped. */
  readonly body: string
  readonly alternates?: readonly Alternate[]
  /** A JSON-LD document that says what the page says. */
  readonly jsonLd?: string
}

/** A whole HTML document. Nothing in it comes from another host, and no script runs. */
export function layout({ title, body, alternates = [], jsonLd }: Page, context: PageContext): string {
  const { language, path } = context
  const words = messages[language]
  const other = language === 'fr' ? 'en' : 'fr'
  const link = (target: string) => localPath(context, target)
  const switched = `${localPath(context, path)}${path.includes('?') ? '&' : '?'}lang=${other}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.siteTitle}</title>
<link rel="stylesheet" href="${link('style.css')}">
<link rel="icon" href="data:,">
<link rel="alternate" hreflang="${other}" href="${switched}">
<link rel="alternate" type="application/atom+xml" title="${words.feed}" href="${link('dumps/changes.atom')}">
!${alternates.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">`)}
!${jsonLd === undefined ? '' : `<script type="application/ld+json">${inScript(jsonLd)}</script>`}
</head>
<body>
<header>
<a class="site" href="${link('')}">${words.siteTitle}</a>
<nav>
<a href="${link('queries')}">${words.savedQueries}</a>
<a href="${link('sparql')}">SPARQL</a>
<a href="${link('dumps/')}">${words.dumps}</a>
<a href="${switched}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
</nav>
</header>
<main>
<h1>${title}</h1>
!${body}
</main>
</body>
</html>
`
}

/** JSON cannot leave a script element that has no `<` in it. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
