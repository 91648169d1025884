/**
 * What the head of a page says to those who list pages and show what is shared: search engines, and other sites by Open
 * Graph (https://ogp.me/).
 */
import { html } from 'ghtml'
import { address } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import { type Language, languages } from '../negotiate.ts'
import { languageAddress, type PageContext } from './page-context.ts'

const locales: Readonly<Record<Language, string>> = { fr: 'fr_FR', en: 'en_GB' }

/** The picture that the site is shown with, and its size in pixels. */
const picture = { path: 'preview.png', type: 'image/png', width: 1200, height: 630 } as const

export interface Shared {
  readonly title: string
  /** A few words on what it shows. */
  readonly summary?: string
}

export function sharedHead({ title, summary }: Shared, context: PageContext): string {
  const { language } = context
  const words = messages[language]
  const description = summary ?? words.siteSummary
  // What is at the address without a language is what is at one of these.
  const own = languageAddress(context)
  const properties = {
    type: 'website',
    site_name: words.siteTitle,
    title,
    description,
    url: own,
    locale: locales[language],
  }
  const others = languages.filter((other) => other !== language)
  return html`<meta name="description" content="${description}">
<link rel="canonical" href="${own}">
!${languages.map((each) => html`<link rel="alternate" hreflang="${each}" href="${languageAddress({ ...context, language: each })}">`)}
!${Object.entries(properties).map(([name, content]) => html`<meta property="og:${name}" content="${content}">`)}
!${others.map((other) => html`<meta property="og:locale:alternate" content="${locales[other]}">`)}
<meta property="og:image" content="${address(context, picture.path)}">
<meta property="og:image:type" content="${picture.type}">
<meta property="og:image:width" content="${picture.width}">
<meta property="og:image:height" content="${picture.height}">
<meta property="og:image:alt" content="${words.previewText}">
<meta name="twitter:card" content="summary_large_image">`
}
