/**
 * How the answer to a SELECT or an ASK is written.
 */
import type { Term } from '../../rdf/terms.ts'

/** The terms of a solution in the order of the variables; undefined is unbound. */
export type Row = readonly (Term | undefined)[]

/** A document of rows: what comes first, each row, and what comes last. */
export interface RowsDocument {
  readonly head: string
  /** @param first whether it is the document's first row */
  readonly row: (row: Row, first: boolean) => string
  readonly tail: string
}

export interface RowsWriter {
  readonly rows: (variables: readonly string[]) => RowsDocument
  readonly boolean: (value: boolean) => string
}

/** Takes the text of an answer, bit by bit; it may block until there is room for more. */
export type Write = (text: string) => void
