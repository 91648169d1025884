/**
 * The frame of every page.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'
import { allSections, navigation } from './navigation.ts'
import type { PageContext } from './page-context.ts'
import { sharedHead } from './shared-head.ts'

export interface Alternate {
  readonly href: string
  readonly type: string
  readonly title: string
}

export interface Page {
  readonly title: string
  /** Language tag of the title, where it is not the language of the page. */
  readonly titleLanguage?: string | undefined
  /** Markup of the main part: already escaped. */
  readonly body: string
  readonly alternates?: readonly Alternate[]
  /** A JSON-LD document that says what the page says. */
  readonly jsonLd?: string
  /** Modules of `src/web/` that make it handier, by name; it can be read without them. */
  readonly scripts?: readonly string[]
  /** Style sheets of its own, as paths on this server. */
  readonly styles?: readonly string[]
  /** What it shows in a few words, for those who list pages or show what is shared. */
  readonly summary?: string
  /** Whether it says that something failed: nobody is to keep or share its address. */
  readonly isFault?: true
  /** Whether it stands in the frame of another page, without what surrounds a page of ours; its links leave the frame. */
  readonly isFramed?: true
}

/** A whole HTML document. Nothing in it comes from another host but the tiles of a map, and it is read without a script. */
export function layout(page: Page, context: PageContext): string {
  const { title, titleLanguage, body, alternates = [], jsonLd, scripts = [], styles = [], isFramed, isFault } = page
  const { language, path } = context
  const words = messages[language]
  const other = language === 'fr' ? 'en' : 'fr'
  const file = (target: string) => localPath(context, target)
  const switched = `${localPath(context, path)}${path.includes('?') ? '&' : '?'}lang=${other}`
  const tag = titleLanguage === undefined ? '' : html` lang="${titleLanguage}"`
  const main = html`<main id="main">
<h1!${tag}>${title}</h1>
!${body}
</main>`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.siteTitle}</title>
!${isFramed ? '<base target="_blank">' : ''}
!${isFault ? '' : sharedHead(page, context)}
<link rel="stylesheet" href="${file('style.css')}">
!${styles.map((style) => html`<link rel="stylesheet" href="${file(style)}">`)}
<link rel="icon" type="image/svg+xml" href="${file('favicon.svg')}">
<link rel="alternate" type="application/atom+xml" title="${words.feed}" href="${file('dumps/changes.atom')}">
!${alternates.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">`)}
!${jsonLd === undefined ? '' : `<script type="application/ld+json">${inScript(jsonLd)}</script>`}
!${(isFramed ? scripts : ['search', ...scripts]).map((script) => html`<script type="module" src="${file(`web/${script}.js`)}"></script>`)}
</head>
<body>
!${isFramed ? main : [head(context, switched, other), main, foot(context)].join('\n')}
</body>
</html>
`
}

/** Four people in a ring. */
const mark =
  '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="7" fill="none" stroke="currentColor" stroke-width="2"/><g fill="currentColor"><circle cx="12" cy="4.5" r="3.5"/><circle cx="4.5" cy="12" r="3.5"/><circle cx="19.5" cy="12" r="3.5"/><circle cx="12" cy="19.5" r="3.5"/></g></svg>'

function head(context: PageContext, switched: string, other: Language): string {
  const words = messages[context.language]
  return html`<a class="skip" href="#main">${words.skip}</a>
<header>
<a class="site" href="${pagePath(context, '')}">!${mark} ${words.siteTitle}</a>
<a class="other" href="${switched}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
<form action="${localPath(context, 'search')}" role="search" aria-label="${words.searchSite}" data-offered="${words.offered}" data-none="${words.nothingOffered}"><input type="search" name="q" aria-label="${words.searchLabel}">!${languageField(context)}<button>${words.search}</button></form>
!${navigation(context)}
</header>`
}

function foot(context: PageContext): string {
  return html`<footer>!${allSections(context)}
<p>${messages[context.language].openWorld}</p></footer>`
}

/** In a form, what keeps the language that was chosen. */
export function languageField({ chosenLanguage }: PageContext): string {
  return chosenLanguage === undefined ? '' : html`<input type="hidden" name="lang" value="${chosenLanguage}">`
}

/** JSON cannot leave a script element that has no `<` in it. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
