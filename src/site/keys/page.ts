/**
 * `/keys`: each key with its questions and everything that is filed under it; `?key=` is one of them with all of it, page
 * by page.
 */
import { RequestError } from '../../errors.ts'
import { partOf } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { contentOf, thingsUnder } from './content.ts'
import { keyHtml, keysHtml } from './view.ts'
import { words } from './words.ts'

/** So many things stand under each key where all keys are shown, and on each page of one. */
const perKey = 40
const perPage = 100

export const keysPage: SitePage = {
  path: '/keys',
  summary: 'The keys by which commons are looked at, with their questions and what is known under each',
  query: {
    key: { type: 'string', description: 'Last step of a key: gouvernance' },
    page: { type: 'integer', minimum: 1, default: 1 },
  },
  show({ query, language }: Asked, site: Site): Shown {
    const { keys, names } = site.catalogue
    if (query.key === undefined) {
      const contents = () =>
        keys.map((key) => contentOf(key, [...thingsUnder(key, language, site).take(perKey)], language, site))
      const { title, summary } = words[language]
      return { page: (context) => ({ title, summary, body: keysHtml(contents(), site, context) }) }
    }
    const key = keys.find(({ slug }) => slug === query.key)
    if (!key)
      throw new RequestError('parameter-invalid', {
        en: `key=${query.key} is none of the keys.`,
        fr: `key=${query.key} n’est aucune des clés.`,
      })
    return {
      page: (context) => {
        const part = partOf([...thingsUnder(key, language, site)], query.page as number, perPage)
        const content = contentOf(key, part.items, language, site)
        return { title: names.of(key.iri, language), body: keyHtml(content, part, site, context) }
      },
    }
  },
}
