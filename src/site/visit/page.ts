/**
 * `/visit`: the visit that the sources tell of, or, where there are several, the list of them; `/visit/{slug}`: one.
 */
import type { Language } from '../../representation/negotiate.ts'
import { inTurns } from '../../turns.ts'
import { once } from '../once.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { slugOf } from '../slug.ts'
import { visitHtml, visitsHtml } from './view.ts'
import { type Visit, visitOf, visitsIn } from './visit.ts'
import { words } from './words.ts'

const visitsOf = once(({ source }) => inTurns(visitsIn(source)))

export const visitsPage: SitePage = {
  path: '/visit',
  summary: 'The visit that the sources tell of: its day and its walk; a list where there are several',
  show: ({ language }: Asked, site: Site): Shown => ({
    page: async (context) => {
      const visits = (await visitsOf(site)).flatMap((iri) => visitOf(iri, language, site.source) ?? [])
      const [visit, ...more] = visits
      if (visit && !more.length) return pageOf(visit, site).page(context)
      const named = visits
        .map(({ iri, day }) => ({ iri, day, name: nameOf(iri, language, site) }))
        .sort((one, other) => (one.day > other.day ? -1 : 1))
      return { title: words[language].title, body: visitsHtml(named, site, context) }
    },
  }),
}

export const visitPage: SitePage = {
  path: '/visit/:slug',
  summary: 'An event whose parts are known by time: its day and its walk',
  async paths(site) {
    const slugs = (await visitsOf(site)).map((iri) => slugOf(iri, site))
    return slugs.filter((slug) => slug !== undefined).map((slug) => `/visit/${encodeURIComponent(slug)}`)
  },
  show({ path, language }: Asked, site: Site): Shown | undefined {
    const visit = visitOf(`${site.baseIri}id/${path.slug}`, language, site.source)
    return visit && pageOf(visit, site)
  },
}

function pageOf(visit: Visit, site: Site): Shown {
  return {
    page: (context) => ({
      title: nameOf(visit.iri, context.language, site),
      body: visitHtml(visit, site, context),
    }),
  }
}

function nameOf(iri: string, language: Language, { catalogue }: Site): string {
  return catalogue.names.of(iri, language)
}
