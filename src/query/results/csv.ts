/**
 * SPARQL 1.1 Query Results CSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/#csv, RFC 4180).
 */
import { csvRecord } from '../../rdf/csv.ts'
import type { Term } from '../../rdf/terms.ts'
import { type RowsWriter, termsOf } from './result.ts'

export const csvResults: RowsWriter = {
  rows: (variables) => ({
    head: csvRecord(variables),
    row: (row, _first, out) => out.text(csvRecord(termsOf(row).map(toText))),
    tail: '',
  }),
  // The specification gives no form for ASK; one column with one row is what other servers answer.
  boolean: (value) => `boolean\r\n${value}\r\n`,
}

/**
 * STR of a term, nothing for none; a triple term as its parts, the object in quotes where it is a literal (SPARQL 1.2
 * CSV and TSV §3.2).
 */
function toText(term: Term | undefined): string {
  if (!term) return ''
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType !== 'Quad') return term.value
  const { subject, predicate, object } = term
  const last = object.termType === 'Literal' ? `"${object.value.replaceAll('"', '""')}"` : toText(object)
  return `<<( ${toText(subject)} ${toText(predicate)} ${last} )>>`
}
