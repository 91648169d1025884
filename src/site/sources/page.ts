/**
 * `/sources`: every source, and what each of its passages gave.
 */
import { partOf } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { sourcesOf } from './sources.ts'
import { sourcesHtml } from './view.ts'
import { words } from './words.ts'

/** So many stand on one page. */
const perPage = 50

export const sourcesPage: SitePage = {
  path: '/sources',
  summary: 'Every source with its date and rights, and what each of its passages gave',
  query: { page: { type: 'integer', minimum: 1, default: 1 } },
  show: ({ language, query }: Asked, site: Site): Shown => ({
    page: async (context) => {
      const all = await sourcesOf(site)
      const part = partOf(all, query.page as number, perPage)
      return { title: words[language].title, body: sourcesHtml({ all, part }, site, context) }
    },
  }),
}
