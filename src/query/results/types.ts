/**
 * The media types in which each form of query can be answered, in the order in which a client without preference
 * gets them.
 */
import { rdfFormats } from '../../rdf/formats.ts'
import type { QueryForm } from '../syntax.ts'
import { csvResults } from './csv.ts'
import { jsonResults } from './json.ts'
import type { RowsWriter } from './result.ts'
import { tsvResults } from './tsv.ts'
import { xmlResults } from './xml.ts'

/** Writers of rows and booleans by media type. */
export const rowsWriters: ReadonlyMap<string, RowsWriter> = new Map([
  ['application/sparql-results+json', jsonResults],
  ['application/sparql-results+xml', xmlResults],
  ['text/csv', csvResults],
  ['text/tab-separated-values', tsvResults],
])

/** In which a plan is told, by the names that the contract has for them. */
export const planTypes = { text: 'text/plain', json: 'application/json' } as const

export function resultTypes(form: QueryForm): readonly string[] {
  return form === 'SELECT' || form === 'ASK' ? [...rowsWriters.keys()] : rdfFormats.map(({ mediaType }) => mediaType)
}
