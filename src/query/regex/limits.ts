/**
 * How much a pattern may ask for. RE2 has limits of its own, and a compiled pattern takes memory for each of its states.
 */
import { inItsWords, RequestError } from '../../errors.ts'

/** UTF-16 units of a pattern. */
const longestPattern = 10_000

/** Groups in groups: each may be four of the thousand levels that RE2 has. */
const depthLimit = 250

/** Characters and classes, those that are repeated counted as often as they are. */
const mostAtoms = 20_000

/** UTF-16 units of the translated pattern: a class such as `\w` is three thousand. */
const longestTranslation = 1_000_000

/** @throws RequestError `query-too-large` */
export function checkLength(pattern: string): void {
  if (pattern.length > longestPattern) throw tooLarge(`has more than ${longestPattern} characters`)
}

/** @throws RequestError `query-too-large` */
export function deepest(depth: number): void {
  if (depth > depthLimit) throw tooLarge(`has groups nested more than ${depthLimit} deep`)
}

/** @throws RequestError `query-too-large` */
export function checkSize(atoms: number, units: number): void {
  if (atoms > mostAtoms) throw tooLarge(`repeats more than ${mostAtoms} characters`)
  if (units > longestTranslation) throw tooLarge('has too many large classes of characters')
}

export function tooLarge(what: string): RequestError {
  return new RequestError('query-too-large', inItsWords(`A pattern ${what}. Ask for less.`, 'Un motif demande trop'))
}
