/**
 * What evaluation gives, before it is written: rows for SELECT, a boolean for ASK, triples for CONSTRUCT and DESCRIBE.
 */
import type { Quad, Term } from '../../rdf/environment.ts'

/** Solution mapping: variable name (without `?`) to term; unbound variables are absent. */
export type Row = ReadonlyMap<string, Term>

export interface RowsResult {
  readonly variables: readonly string[]
  readonly rows: AsyncIterable<Row>
}

export interface RowsWriter {
  readonly rows: (result: RowsResult) => AsyncIterable<string>
  readonly boolean: (value: boolean) => string
}

export type Triples = AsyncIterable<Quad>
