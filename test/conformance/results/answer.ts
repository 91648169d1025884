/**
 * What a query is expected to answer, and what it answered, whatever form it was written in.
 */
import type { Quad, Term } from '../../../src/rdf/environment.ts'

/** A solution: variable name to term; unbound variables are absent. */
export type Solution = ReadonlyMap<string, Term>

export interface Rows {
  readonly kind: 'rows'
  readonly variables: readonly string[]
  readonly rows: readonly Solution[]
  /** Whether the document itself numbers its rows (`rs:index`). */
  readonly numbered?: boolean
  /** CSV has no terms: a cell is a blank node or a text (SPARQL 1.1 CSV and TSV §3). */
  readonly lexical?: boolean
}

export type Answer = Rows | { readonly kind: 'boolean'; readonly value: boolean } | Graph

export interface Graph {
  readonly kind: 'graph'
  readonly quads: readonly Quad[]
}
