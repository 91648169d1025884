/**
 * How the answer to a SELECT or an ASK is written.
 */

import type { ByteBuffer } from '../../rdf/byte-buffer.ts'
import type { Term } from '../../rdf/terms.ts'
import type { StoredTerms } from '../../store/snapshot/written-terms.ts'

/** A solution as the terms that it gives the variables of the answer, in their order. */
export interface Row {
  readonly length: number
  /** Undefined is unbound. */
  termAt(column: number): Term | undefined
  /** The id of a term that stands in the dictionary, 0 for one that does not and for none. */
  storedAt(column: number): number
}

/** A document of rows: what comes first, each row, and what comes last. */
export interface RowsDocument {
  readonly head: string
  /** @param first whether it is the document's first row */
  readonly row: (row: Row, first: boolean, out: ByteBuffer) => void
  readonly tail: string
}

export interface RowsWriter {
  readonly rows: (variables: readonly string[], stored?: StoredTerms) => RowsDocument
  readonly boolean: (value: boolean) => string
}

/** Takes the answer, bit by bit; it may block until there is room for more. */
export type Write = (bytes: Buffer) => void

/** The terms of a row, for who writes it as a text. */
export function termsOf(row: Row): readonly (Term | undefined)[] {
  return Array.from({ length: row.length }, (_, column) => row.termAt(column))
}
