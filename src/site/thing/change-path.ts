/**
 * Where what is said of a thing is corrected.
 */
import type { Bases } from '../../representation/addresses.ts'

export function changePath(iri: string, { baseIri }: Bases): string {
  return `change?thing=${encodeURIComponent(iri.slice(baseIri.length))}`
}
