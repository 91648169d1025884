/**
 * SPARQL 1.1 Query Results TSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv).
 */
import { toNTerm } from '../../rdf/nquads.ts'
import { type RowsWriter, termsOf } from './result.ts'

export const tsvResults: RowsWriter = {
  rows: (variables) => ({
    head: `${variables.map((name) => `?${name}`).join('\t')}\n`,
    row: (row, _first, out) =>
      out.text(
        `${termsOf(row)
          .map((term) => (term ? toNTerm(term) : ''))
          .join('\t')}\n`,
      ),
    tail: '',
  }),
  // The specification gives no form for ASK; one column with one row is what other servers answer.
  boolean: (value) => `?boolean\n${value}\n`,
}
