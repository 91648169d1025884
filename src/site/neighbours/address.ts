/**
 * Where the neighbourhood of a thing is told.
 */
import type { Bases } from '../../representation/addresses.ts'

/** Only things have such a page. */
export function graphPath(iri: string, { baseIri }: Bases): string | undefined {
  const root = `${baseIri}id/`
  return iri.startsWith(root) ? `graph-of/${encodeURIComponent(iri.slice(root.length))}` : undefined
}
