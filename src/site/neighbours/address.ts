/**
 * Where the neighbourhood of a thing is told.
 */
import type { Bases } from '../../representation/addresses.ts'
import { slugOf } from '../slug.ts'

/** Only things have such a page. */
export function graphPath(iri: string, bases: Bases): string | undefined {
  const slug = slugOf(iri, bases)
  return slug === undefined ? undefined : `graph-of/${encodeURIComponent(slug)}`
}
