/**
 * How large the values are that functions read and make. A value cut short or an unbound one would be a wrong answer, so
 * what is beyond ends the query.
 */
import { inItsWords, RequestError } from '../../errors.ts'
import type { FunctionContext } from './context.ts'

/** The most digits of an integer or decimal: a few multiplications of a number with itself would be millions else. */
export const mostDigits = 4000

/** The most digits of a year: so all seconds are exact (XML Schema 1.1 Part 2 §5.4 lets a processor have bounds). */
export const mostYearDigits = 8

/** The most UTF-16 units in a text that a function makes. */
const longestText = 1024 * 1024

/** The error for a value that is well-formed and beyond these bounds: `query-too-large`. */
export function outOfBounds(sentence: string): RequestError {
  return new RequestError('query-too-large', inItsWords(`${sentence} Ask for less.`, 'La requête calcule avec trop'))
}

/** What is thrown for a number of more than `mostDigits`. */
export function tooManyDigits(): RequestError {
  return outOfBounds(`The query reckons with a number of more than ${mostDigits} digits.`)
}

/**
 * Call it before a text is made.
 * @throws RequestError `query-too-large`
 */
export function makeRoom(units: number, context: Pick<FunctionContext, 'charge'>): void {
  if (units > longestText) throw outOfBounds('A function made a text of more than 1 MB.')
  context.charge?.(units)
}
