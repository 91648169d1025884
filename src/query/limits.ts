/**
 * What is refused before any work is done: queries larger than any that a person writes. Below these limits nothing is
 * refused for looking complex; a deadline ends what does not end by itself.
 */
import { RequestError } from '../errors.ts'
import { branchCount, type Operation, patternCount } from './algebra.ts'

/** The most bytes of query text. */
export const maxBytes = 64 * 1024
/** The most brackets of any kind inside each other. */
export const maxDepth = 100
/** The most triple patterns and paths, and the most branches of unions. */
export const maxPatterns = 200

/** @throws RequestError `payload-too-large` for text that is too long or too deeply nested to be parsed */
export function checkText(text: string): void {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxBytes) throw tooLarge(`The query has ${bytes} bytes; the most is ${maxBytes}.`)
  const depth = nestingDepth(text)
  if (depth > maxDepth) throw tooLarge(`The query is nested ${depth} deep; the most is ${maxDepth}.`)
}

/** @throws RequestError `payload-too-large` for more patterns or branches than can be planned in good time */
export function checkSize(operation: Operation): void {
  const patterns = patternCount(operation)
  if (patterns > maxPatterns) throw tooLarge(`The query has ${patterns} patterns; the most is ${maxPatterns}.`)
  const branches = branchCount(operation)
  if (branches > maxPatterns) throw tooLarge(`The query has ${branches} branches of UNION; the most is ${maxPatterns}.`)
}

function tooLarge(message: string): RequestError {
  return new RequestError('payload-too-large', `${message} Ask it in parts.`)
}

/**
 * Strings, IRIs and comments, whose brackets do not nest, or one bracket. An IRI has no space, so `<` as an operator is
 * none (SPARQL 1.1 §19.8, IRIREF); every alternative begins with another character, so nothing is read twice.
 */
const lexeme =
  /"""(?:[^"\\]|\\.|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\.|'(?!''))*(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|<[^<>"{}|^`\\\s]*>|#[^\n]*|[{([]|[})\]]/gs

function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(lexeme)) {
    if (/^[{([]$/.test(token)) deepest = Math.max(deepest, ++depth)
    else if (/^[})\]]$/.test(token)) depth--
  }
  return deepest
}
