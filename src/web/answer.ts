/**
 * An answer as the endpoint gives it (https://www.w3.org/TR/sparql11-results-json/), and a graph as one.
 */

export interface AnswerTerm {
  readonly type: string
  readonly value: string
  readonly datatype?: string
  readonly 'xml:lang'?: string
}

export type AnswerRow = Readonly<Record<string, AnswerTerm>>

/** Rows, of a truth one, of a graph one for each statement. */
export interface AnswerRows {
  readonly text: string
  readonly variables: readonly string[]
  readonly rows: readonly AnswerRow[]
  readonly of: 'rows' | 'graph'
}
