/**
 * What a page of the site is: an address, what it may be asked for, and what it then shows. It knows nothing of HTTP.
 */
import type { Page } from '../representation/html/layout.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Site } from './site.ts'

export interface SitePage {
  /** With parameters as Fastify writes them: `/workshop/:slug`. */
  readonly path: string
  /** For the description of the service. */
  readonly summary: string
  /** Parameters of the query by name, as JSON Schema has them; `lang` goes without saying. */
  readonly query?: Readonly<Record<string, object>>
  /** The media types that it is in besides HTML, by the suffix of the address: `{ csv: 'text/csv' }`. */
  readonly formats?: Readonly<Record<string, string>>
  /** Whether it is another one each day, as what says when things take place next. */
  readonly daily?: true
  /** Whether pages of others may show it in a frame. */
  readonly framed?: true
  /** Whether it has a map, whose tiles come from another host. */
  readonly mapped?: true
  /** Those of its addresses that lists of pages name, as paths; its own path where this is not said. */
  paths?(site: Site): readonly string[] | Promise<readonly string[]>
  /**
   * @returns undefined where there is no such page
   * @throws RequestError `parameter-invalid`
   */
  show(asked: Asked, site: Site): Shown | undefined
}

/** What the address says, parameters of the path and of the query apart; those that may come again are arrays. */
export interface Asked {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly language: Language
  /** `2026-11-28`, in UTC; only pages that are `daily` may look at it. */
  readonly today: string
}

/** What there is to show: as a page, and in the other formats by their suffix. Each is only made when it is wanted. */
export interface Shown {
  page(context: PageContext): Page | Promise<Page>
  readonly as?: Readonly<Record<string, () => string | Promise<string>>>
}
