/**
 * What a service answers: the bytes of a result document, and the solutions in it.
 */

import { readJsonSolutions } from '../../endpoint/results/json.ts'
import type { Solutions } from '../../endpoint/results/solutions.ts'
import { AnswerTerms } from '../../endpoint/results/terms.ts'
import { readXmlSolutions } from '../../endpoint/results/xml.ts'
import { failed } from './failure.ts'

/** A result document as it came: a front process can hand it on without reading it. */
export interface ServiceAnswer {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const readers: ReadonlyMap<string, (text: string, terms: AnswerTerms) => Solutions> = new Map([
  ['application/sparql-results+json', readJsonSolutions],
  ['application/sparql-results+xml', readXmlSolutions],
])

/** The media types that can be read, the one that is read fastest first. */
export const answerTypes: readonly string[] = [...readers.keys()]

/**
 * Reads a whole document, of one of `answerTypes`.
 * @throws RequestError `upstream-failed` for anything but a whole result document of a SELECT: an answer of which a part
 * is missing would look right
 */
export function readSolutions({ mediaType, bytes }: ServiceAnswer): Solutions {
  try {
    return readers.get(mediaType)!(new TextDecoder('utf-8', { fatal: true }).decode(bytes), new AnswerTerms())
  } catch (error) {
    // What a parser says quotes the document, and is no business of who asked.
    throw Object.assign(failed('answered with a document that is broken off or malformed'), { cause: error })
  }
}
