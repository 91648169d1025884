/**
 * What comes back from a service.
 */
import type { Term } from '../../rdf/terms.ts'

/** The solution sequence that a SELECT query has at a service (SPARQL 1.1 Query §18.1.8). */
export interface Solutions {
  readonly variables: readonly string[]
  readonly rows: readonly ReadonlyMap<string, Term>[]
}
