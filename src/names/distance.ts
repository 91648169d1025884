/**
 * How many slips lie between two words: letters left out, put in, changed, or two neighbours swapped.
 */
import { distance as levenshtein } from 'fastest-levenshtein'

/**
 * Levenshtein's distance, in which a swap is two steps, but one for a swap where the words first or last differ: in short
 * words it is there, and in long ones a step more decides nothing.
 */
function slips(a: string, b: string): number {
  const steps = levenshtein(a, b)
  if (steps < 2) return steps
  const { from, to } = difference(a, b)
  return Math.min(steps, 1 + levenshtein(swapped(a, from), b), 1 + levenshtein(swapped(a, to - 2), b))
}

/** From 0 for words that have nothing in common to 1 for the same. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - slips(a, b) / longer
}

/** Letters that French words have once or twice between vowels, in words that differ by nothing else: `coussin` and `cousin`. */
const onceOrTwice = /^[aeiouy][sln][aeiouy]$/

/**
 * Whether all that lies between two words is a letter typed twice or two neighbours swapped. In a long word such a slip
 * makes no other one, where a letter more or less may: `communs` and `communes` are two things.
 */
export function isSlipOfTheKeys(a: string, b: string): boolean {
  if (a.length > b.length) return isSlipOfTheKeys(b, a)
  const { from, to } = difference(a, b)
  if (a.length === b.length) return to - from === 2 && swapped(a, from) === b
  if (b.length - a.length !== 1 || a.slice(from) !== b.slice(from + 1)) return false
  return b[from] === b[from - 1] && !onceOrTwice.test(a.slice(from - 2, from + 1))
}

/** Where two words begin to differ, and the end of that in the first one. */
function difference(a: string, b: string): { from: number; to: number } {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - from && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return { from, to: a.length - tail }
}

function swapped(word: string, at: number): string {
  if (at < 0 || at + 1 >= word.length) return word
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}
