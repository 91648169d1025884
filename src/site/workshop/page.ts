/**
 * `/workshop`: the sheets; `/workshop/{slug}`: the sheet of one commons, to be printed or filled in.
 */
import { partOf } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { slugOf } from '../slug.ts'
import { sheetOf } from './sheet.ts'
import { sheetHtml, sheetsHtml } from './view.ts'
import { words } from './words.ts'

/** So many stand on one page. */
const perPage = 200

export const workshopPage: SitePage = {
  path: '/workshop',
  summary: 'The exercise that a visit leads to: a sheet for each commons',
  query: { page: { type: 'integer', minimum: 1, default: 1 } },
  show({ language, query }: Asked, site: Site): Shown {
    return {
      page(context) {
        const all = site.catalogue.byName[language].filter(({ iri }) => slugOf(iri, site) !== undefined)
        const part = partOf(all, query.page as number, perPage)
        return { title: words[language].title, body: sheetsHtml(part, site, context) }
      },
    }
  },
}

export const sheetPage: SitePage = {
  path: '/workshop/:slug',
  summary: 'The sheet of a commons: the questions of each key, what is known, and room to write; it prints',
  paths: (site) =>
    Array.from(site.catalogue.commons.keys(), (iri) => slugOf(iri, site))
      .filter((slug) => slug !== undefined)
      .map((slug) => `/workshop/${encodeURIComponent(slug)}`),
  show({ path, language }: Asked, site: Site): Shown | undefined {
    const commons = site.catalogue.commons.get(`${site.baseIri}id/${path.slug}`)
    if (!commons) return undefined
    return {
      page: (context) => ({
        title: words[language].sheetOf(commons.name[language]),
        body: sheetHtml(sheetOf(commons, language, site), site, context),
        scripts: ['workshop'],
      }),
    }
  },
}
