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
const slug = /^[^\s<>"{}|\\^`#/?\p{Cc}]+$/u

/** The parameter that stands for an IRI; undefined for one that no parameter can name. */
export function parameterOf(facet: Facet, iri: string, { baseIri }: Site): string | undefined {
  const root = baseIri + roots[facet]
  const value = iri.slice(root.length)
  return iri.startsWith(root) && slug.test(value) ? value : undefined
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
  return value === undefined ? undefined : `commons?${facet}=${encodeURIComponent(value)}`
}
