/**
 * SPARQL 1.1 Query Results TSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv).
 */
import { toNTerm } from '../../rdf/nquads.ts'
import type { RowsResult, RowsWriter } from './result.ts'

export const tsvResults: RowsWriter = {
  async *rows({ variables, rows }: RowsResult) {
    yield `${variables.map((name) => `?${name}`).join('\t')}\n`
    for await (const row of rows) {
      const cells = variables.map((name) => {
        const term = row.get(name)
        return term ? toNTerm(term) : ''
      })
      yield `${cells.join('\t')}\n`
    }
  },
  // The specification gives no form for ASK; one column with one row is what other servers answer.
  boolean: (value) => `?boolean\n${value}\n`,
}
