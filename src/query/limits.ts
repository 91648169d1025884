/**
 * What is refused before any work is done: queries larger than any that a person writes. Below these limits nothing is
 * refused for looking complex; a deadline ends what does not end by itself.
 */
import { RequestError } from '../errors.ts'

/** The most bytes of query text. */
export const maxBytes = 64 * 1024
/** The most brackets of any kind inside each other. */
export const maxDepth = 100
/** The most triple patterns and paths, and the most branches of unions. */
const maxPatterns = 200

/** @throws RequestError `payload-too-large` for text that is too long to be parsed */
export function checkText(text: string): void {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxBytes)
    throw tooLarge(
      `The query has ${bytes} bytes; the most is ${maxBytes}.`,
      `La requête a ${bytes} octets, pour ${maxBytes} au plus.`,
    )
}

/** @throws RequestError `payload-too-large` for more brackets inside each other than are read in good time */
export function checkDepth(depth: number): void {
  if (depth > maxDepth)
    throw tooLarge(
      `The query is nested ${depth} deep; the most is ${maxDepth}.`,
      `La requête a ${depth} niveaux, pour ${maxDepth} au plus.`,
    )
}

/** @throws RequestError `payload-too-large` for more patterns or branches than can be planned in good time */
export function checkSize(patterns: number, branches: number): void {
  if (patterns > maxPatterns)
    throw tooLarge(
      `The query has ${patterns} patterns; the most is ${maxPatterns}.`,
      `La requête a ${patterns} motifs, pour ${maxPatterns} au plus.`,
    )
  if (branches > maxPatterns)
    throw tooLarge(
      `The query has ${branches} branches of UNION; the most is ${maxPatterns}.`,
      `La requête a ${branches} branches de UNION, pour ${maxPatterns} au plus.`,
    )
}

function tooLarge(en: string, fr: string): RequestError {
  return new RequestError('payload-too-large', {
    en: `${en} Ask it in parts.`,
    fr: `${fr} Posez-la en plusieurs parties.`,
  })
}
