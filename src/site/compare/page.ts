/**
 * `/compare?c=…&c=…`: two to four commons side by side under the keys, now or as of a day.
 */

import { isDay } from '../../dataset/version.ts'
import { RequestError } from '../../errors.ts'
import { rdf } from '../../rdf/environment.ts'
import { hasAny } from '../../rdf/quad-reader.ts'
import type { Commons } from '../catalogue/commons.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { comparedOf } from './content.ts'
import { compareHtml, most } from './view.ts'
import { words } from './words.ts'

export const comparePage: SitePage = {
  path: '/compare',
  summary: 'Two to four commons side by side under the keys, each value with its source',
  query: {
    c: { type: 'array', items: { type: 'string' }, description: 'Slugs of commons, two to four: c=loomio&c=odoo' },
    asOf: { type: 'string', description: 'A day after which nothing counts: 2016-05-26' },
  },
  show({ query, language }: Asked, site: Site): Shown {
    const { c = [], asOf: day = '' } = query as { c?: readonly string[]; asOf?: string }
    if (day !== '' && !(/^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day))) {
      throw new RequestError('parameter-invalid', {
        en: `asOf=${day} is no day such as 2016-05-26.`,
        fr: `asOf=${day} n’est pas un jour comme 2016-05-26.`,
      })
    }
    const slugs = [...new Set(c.filter((slug) => slug !== ''))]
    if (slugs.length > most) {
      throw new RequestError('parameter-invalid', {
        en: `c names ${slugs.length} commons; at most ${most} stand side by side.`,
        fr: `c nomme ${slugs.length} communs\u00a0; au plus ${most} tiennent côte à côte.`,
      })
    }
    const asOf = day === '' ? undefined : day
    const chosen = slugs.map((slug) => commonsNamed(slug, site))
    const { title, summary } = words[language]
    const names = chosen.map(({ name }) => name[language]).join(' · ')
    return {
      page: (context) => ({
        title: chosen.length > 1 ? names : title,
        summary,
        body: compareHtml(
          chosen.map((commons) => comparedOf(commons, asOf, language, site)),
          asOf,
          site,
          context,
        ),
      }),
    }
  },
}

/** @throws RequestError `parameter-invalid` */
function commonsNamed(slug: string, { baseIri, catalogue, source }: Site): Commons {
  const iri = `${baseIri}id/${slug}`
  const commons = catalogue.commons.get(iri)
  if (commons) return commons
  const isThere = hasAny(source.triples(rdf.namedNode(iri)))
  throw new RequestError(
    'parameter-invalid',
    isThere
      ? { en: `c=${slug} is there, but it is no commons.`, fr: `c=${slug} existe, mais n’est pas un commun.` }
      : { en: `c=${slug} is no commons that is known here.`, fr: `c=${slug} n’est pas un commun connu ici.` },
  )
}
