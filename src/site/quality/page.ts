/**
 * `/quality`: what in the data is old, little checked or missing, and all of that as CSV.
 */
import { csvRecord } from '../../rdf/csv.ts'
import type { Language } from '../../representation/negotiate.ts'
import { inTurns } from '../../turns.ts'
import { once } from '../once.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { sourcesOf } from '../sources/sources.ts'
import { type Quality, qualityOf } from './quality.ts'
import { leastKnown } from './unknown.ts'
import { qualityHtml } from './view.ts'
import { words } from './words.ts'

const madeOf = once(async (site) => inTurns(qualityOf(site, await sourcesOf(site))))

export const qualityPage: SitePage = {
  path: '/quality',
  summary: 'What in the data is old, little checked or missing',
  formats: { csv: 'text/csv' },
  show: ({ language }: Asked, site: Site): Shown => ({
    page: async (context) => ({
      title: words[language].title,
      body: qualityHtml(await madeOf(site), site, context),
    }),
    as: { csv: async () => csvOf(await madeOf(site), site, language) },
  }),
}

/** A finding a row. */
function csvOf(quality: Quality, { catalogue }: Site, language: Language): string {
  const { columns, checks, noYear, unchecked } = words[language]
  const nameOf = (iri: string) => catalogue.names.of(iri, language)
  const of = (check: keyof typeof checks, iri: string, detail = '') => [checks[check], iri, nameOf(iri), detail, '']
  const rows = [
    ...quality.ages.map(({ year, facts }) => [checks.age, '', '', year ?? noYear, String(facts)]),
    ...quality.links.map(({ state, count }) => [
      checks.link,
      state ?? '',
      '',
      state === undefined ? unchecked : nameOf(state),
      String(count),
    ]),
    ...leastKnown(catalogue, language).flatMap(({ iri, keys }) =>
      catalogue.keys.filter((key) => !keys.has(key.iri)).map((key) => of('key', iri, nameOf(key.iri))),
    ),
    ...quality.unlocated.filter(({ coordinates }) => !coordinates).map(({ iri }) => of('coordinates', iri)),
    ...quality.unlocated.filter(({ address }) => !address).map(({ iri }) => of('address', iri)),
    ...quality.names.map(({ iri, status }) => of('name', iri, nameOf(status))),
  ]
  return [columns, ...rows].map(csvRecord).join('')
}
