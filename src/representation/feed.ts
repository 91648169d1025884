/**
 * The releases as an Atom feed (RFC 4287), for whoever wants to hear of changes.
 */
import { Feed } from 'feed'
import { html } from 'ghtml'
import type { VersionView } from './dataset-view.ts'
import { messages } from './messages/messages.ts'
import type { Language } from './negotiate.ts'

export const atom = { extension: 'atom', mediaType: 'application/atom+xml', name: 'Atom' } as const

export interface ReleaseEntry extends VersionView {
  /** Names it for good, wherever it is served. */
  readonly iri: string
  /** Since the one before it, if there is one. */
  readonly changes: { readonly href: string; readonly removed: number; readonly added: number } | undefined
}

export interface FeedAbout {
  readonly iri: string
  readonly title: string
  readonly publisher: string
  readonly licence: string | undefined
  /** The address of the feed, and that of the page that it belongs to. */
  readonly self: string
  readonly page: string
  readonly language: Language
}

/**
 * @param updated the day of the current release, as `YYYY-MM-DD`
 * @param releases the last one first
 */
export function changesFeed(about: FeedAbout, updated: string, releases: readonly ReleaseEntry[]): string {
  const { iri, title, publisher, licence, self, page, language } = about
  const words = messages[language]
  const feed = new Feed({
    id: iri,
    title,
    link: page,
    feedLinks: { atom: self },
    language,
    // Of the data, not of the clock: the same releases are the same feed.
    updated: new Date(updated),
    author: { name: publisher },
    ...(licence !== undefined && { copyright: licence }),
    generator: false,
  })
  for (const { iri: id, name, date, href, changes } of releases) {
    const description = changes
      ? html`<p>${words.removed} (${changes.removed}), ${words.added} (${changes.added}). <a href="${changes.href}">${words.changes}</a></p>`
      : html`<p>${words.firstRelease}</p>`
    // Atom readers take titles for markup here.
    feed.addItem({
      id,
      link: href,
      title: html`${words.versionOf} ${date} (${name.slice(-8)})`,
      date: new Date(date),
      description,
    })
  }
  return feed.atom1()
}
