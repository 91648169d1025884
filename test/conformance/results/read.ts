/**
 * Answers in any form: what the suites expect, by file extension, and what the program wrote, by media type.
 */
import { rdfFormats } from '../../../src/rdf/formats.ts'
import { readDocument, readRdf } from '../rdf.ts'
import type { Library } from '../suites.ts'
import type { Answer } from './answer.ts'
import { readCsv } from './csv.ts'
import { readResultSet } from './result-set.ts'
import { readSrj } from './srj.ts'
import { readSrx } from './srx.ts'
import { readTsv } from './tsv.ts'

type Reader = (text: string) => Answer | Promise<Answer>

const byExtension: Readonly<Record<string, Reader>> = { srx: readSrx, srj: readSrj, csv: readCsv, tsv: readTsv }

const byMediaType: Readonly<Record<string, Reader>> = {
  'application/sparql-results+json': readSrj,
  'application/sparql-results+xml': readSrx,
  'text/csv': readCsv,
  'text/tab-separated-values': readTsv,
}

/** The media types that rows and booleans are written in, the one that says most of numbers and blank nodes first. */
export const rowTypes: readonly string[] = Object.keys(byMediaType)

/** The media type whose reader is that of a file of expected results, if it is one of rows. */
export function mediaTypeOf(iri: string): string | undefined {
  const reader = byExtension[iri.split('.').at(-1)!]
  return rowTypes.find((mediaType) => byMediaType[mediaType] === reader)
}

/** @throws Error for a document that cannot be read */
export async function readExpected(library: Library, iri: string): Promise<Answer> {
  const reader = byExtension[iri.split('.').at(-1)!]
  return reader ? reader(await library.text(iri)) : readResultSet(await readDocument(library, iri))
}

/**
 * What the program answered.
 * @param kind what the expected answer is: CSV and TSV have no form of their own for a boolean, see `readWord`
 * @param contexts gives JSON-LD contexts by their IRI
 * @throws Error for what is not of that media type
 */
export async function readAnswer(
  text: string,
  mediaType: string,
  kind: Answer['kind'],
  contexts?: (iri: string) => unknown,
): Promise<Answer> {
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)
  if (format) return { kind: 'graph', quads: await readRdf(text, format, 'urn:answer:', contexts) }
  const reader = byMediaType[mediaType]
  if (!reader) throw new Error(`no reader is known for ${mediaType}`)
  return kind === 'boolean' && /^text\//.test(mediaType) ? readWord(text) : reader(text)
}

/** One column with one row, `true` or `false`. */
function readWord(text: string): Answer {
  const word = /^\??\w+\r?\n(true|false)\r?\n?$/.exec(text)?.[1]
  if (!word) throw new Error(`${JSON.stringify(text)} is no boolean`)
  return { kind: 'boolean', value: word === 'true' }
}
