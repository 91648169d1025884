/**
 * SPARQL 1.1 Query Results CSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/#csv, RFC 4180).
 */
import type { Term } from '../../rdf/environment.ts'
import type { RowsResult, RowsWriter } from './result.ts'

export const csvResults: RowsWriter = {
  async *rows({ variables, rows }: RowsResult) {
    yield `${variables.map(quote).join(',')}\r\n`
    for await (const row of rows) {
      yield `${variables.map((name) => toCsv(row.get(name))).join(',')}\r\n`
    }
  },
  // The specification gives no form for ASK; one column with one row is what other servers answer.
  boolean: (value) => `boolean\r\n${value}\r\n`,
}

function toCsv(term: Term | undefined): string {
  if (!term) return ''
  return term.termType === 'BlankNode' ? `_:${term.value}` : quote(term.value)
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
