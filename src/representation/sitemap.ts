/**
 * Sitemaps (https://www.sitemaps.org/protocol.html): each page in each language, which names the same page in the others
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 */
import { pipeline, Readable } from 'node:stream'
import { SitemapIndexStream, SitemapStream } from 'sitemap'
import { handedOutInTurns } from '../turns.ts'
import { type Language, languages } from './negotiate.ts'

export const sitemap = { mediaType: 'application/xml' } as const

/** Far from the 50 000 addresses of the protocol, and from its 50 MB also where addresses are long. */
const mostAddresses = 20_000

/** So many pages are in one file. */
export const mostPages = mostAddresses / languages.length

export interface SitemapPage {
  readonly in: Readonly<Record<Language, string>>
  /** `YYYY-MM-DD`, if it is known when it changed last. */
  readonly lastmod?: string | undefined
}

/** One file of pages, at least one. */
export function sitemapOf(pages: Iterable<SitemapPage>): Readable {
  const xml = new SitemapStream({
    lastmodDateOnly: true,
    xmlns: { news: false, video: false, image: false, xhtml: true },
  })
  return pipeline(Readable.from(handedOutInTurns(items(pages))), xml, () => {})
}

/** @param files the addresses of several files of pages */
export function sitemapIndexOf(files: readonly string[]): Readable {
  return pipeline(Readable.from(files), new SitemapIndexStream(), () => {})
}

function* items(pages: Iterable<SitemapPage>) {
  for (const { in: inLanguages, lastmod } of pages) {
    const links = languages.map((lang) => ({ lang, url: inLanguages[lang] }))
    for (const language of languages) yield { url: inLanguages[language], links, ...(lastmod && { lastmod }) }
  }
}
