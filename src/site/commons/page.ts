/**
 * `/commons`: all commons, chosen by kind, key, place and licence, sorted, and as CSV.
 */
import { csvRecord } from '../../rdf/csv.ts'
import type { Language } from '../../representation/negotiate.ts'
import { later } from '../later.ts'
import { partOf } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { type List, listOf, type Order, orders } from './list.ts'
import { choiceOf } from './parameters.ts'
import { listHtml } from './view.ts'
import { words } from './words.ts'

/** So many stand on one page. */
const perPage = 100

export const commonsPage: SitePage = {
  path: '/commons',
  summary: 'All commons, chosen by kind, key, place and licence, sorted',
  query: {
    kind: { type: 'string', description: 'Path of a concept of the kinds: third-place' },
    key: { type: 'string', description: 'Last step of a key: gouvernance' },
    place: { type: 'string', description: 'Slug of a place: mutualab' },
    licence: { type: 'string', description: 'Last step of a licence: agpl-3.0-only' },
    sort: { type: 'string', enum: orders, default: 'name' },
    page: { type: 'integer', minimum: 1, default: 1 },
  },
  formats: { csv: 'text/csv' },
  show(asked: Asked, site: Site): Shown {
    const { language, query } = asked
    const choice = choiceOf(query, site)
    const order = query.sort as Order
    const list = later(() => listOf(site.catalogue, choice, order, language))
    return {
      page: (context) => ({
        title: words[language].title,
        body: listHtml(
          { list: list(), shown: partOf(list().commons, query.page as number, perPage), choice, order },
          site,
          context,
        ),
      }),
      as: { csv: () => csvOf(list(), site, language) },
    }
  },
}

function csvOf({ commons }: List, { catalogue: { names } }: Site, language: Language): string {
  const { name, facets } = words[language]
  const told = (iris: Iterable<string>) =>
    names
      .sorted(iris, language)
      .map((iri) => names.of(iri, language))
      .join('; ')
  const rows = commons.map((one) => [
    one.iri,
    one.name[language],
    ...[one.kinds, one.keys, one.places, one.licences].map(told),
  ])
  return [['IRI', name, facets.kind, facets.key, facets.place, facets.licence], ...rows].map(csvRecord).join('')
}
