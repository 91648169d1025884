/**
 * How addresses name what commons are chosen by: by the last step of its IRI.
 */
import { RequestError } from '../../errors.ts'
import type { Site } from '../site.ts'
import type { Asked } from '../site-page.ts'
import { type Choice, type Facet, facets } from './list.ts'

/** What stands before the last step. */
const roots: Readonly<Record<Facet, string>> = {
  kind: 'scheme/kinds/',
  key: 'scheme/evaluation-keys/',
  place: 'id/',
  licence: 'licence/',
}

/** The last step of an IRI has no more than this, so that nothing else becomes one. */
const slug = /^[\w.-]+$/

/** The parameter that stands for an IRI. */
export function parameterOf(facet: Facet, iri: string, { baseIri }: Site): string {
  return iri.slice(baseIri.length + roots[facet].length)
}

/** @throws RequestError `parameter-invalid` */
export function choiceOf(query: Asked['query'], { baseIri }: Site): Choice {
  const given = facets.flatMap((facet) => {
    const value = query[facet]
    if (value === undefined || value === '') return []
    if (!slug.test(value as string)) {
      throw new RequestError('parameter-invalid', {
        en: `${facet}=${value} is no last step of an IRI of ours.`,
        fr: `${facet}=${value} n’est la fin d’aucun IRI d’ici.`,
      })
    }
    return [[facet, `${baseIri}${roots[facet]}${value}`] as const]
  })
  return Object.fromEntries(given)
}

/** The path of the list of what has it; none for what no address can name. */
export function listPath(facet: Facet, iri: string, site: Site): string | undefined {
  const value = parameterOf(facet, iri, site)
  return iri === `${site.baseIri}${roots[facet]}${value}` && slug.test(value) ? `commons?${facet}=${value}` : undefined
}
