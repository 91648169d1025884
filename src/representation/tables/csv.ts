/**
 * A table as CSV (RFC 4180): a header, then one record a row, in UTF-8. Values are written as they are: nothing is put in
 * front of what a spreadsheet could take for a formula, since programs that read the table by its metadata must get the
 * data and nothing else.
 */
import { csvRecord } from '../../rdf/csv.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { cellsOf } from './cells.ts'
import { Row } from './row.ts'
import type { Table } from './table.ts'

/** The records of a table, from a source that is read row by row. */
export function* toCsv({ columns, rows }: Table, source: QuadReader, separator: string): Generator<string, void> {
  yield csvRecord(columns.map(({ name }) => name))
  for (const iri of rows(source)) yield csvRecord(cellsOf(columns, new Row(iri, source), separator))
}
