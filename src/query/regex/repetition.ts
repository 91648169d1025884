/**
 * Repetitions in RE2, which repeats a thousand times at most, those within those counted: more are written out.
 */
import { tooLarge } from './limits.ts'

/** A part of a translated pattern. */
export interface Fragment {
  /** In RE2's notation, so that a quantifier behind it belongs to the whole of it. */
  readonly source: string
  /** Characters and classes, those that are repeated counted as often as they are. */
  readonly atoms: number
  /** The counts of repetitions within repetitions multiplied, where that is largest. */
  readonly repeats: number
  readonly captures: boolean
}

const mostRepeats = 1000

/**
 * @param max undefined for no end
 * @param lazy '?' for as few times as possible, otherwise ''
 * @throws RequestError `query-too-large` where a group that captures would be written twice
 */
export function repeat(operand: Fragment, min: number, max: number | undefined, lazy: '' | '?'): Fragment {
  const count = Math.max(1, max ?? min)
  const atoms = operand.atoms * count
  const inOne = Math.floor(mostRepeats / operand.repeats)
  if (count <= inOne) {
    return { ...operand, source: operand.source + quantifier(min, max) + lazy, atoms, repeats: operand.repeats * count }
  }
  if (operand.captures) throw tooLarge(`repeats a group that captures more than ${mostRepeats} times`)
  const quantifiers = [
    ...inParts(min, inOne).map((times) => quantifier(times, times)),
    ...(max === undefined ? ['*'] : inParts(max - min, inOne).map((times) => quantifier(0, times))),
  ]
  const source = quantifiers.map((part) => operand.source + part + lazy).join('')
  return { source, atoms, repeats: operand.repeats * inOne, captures: false }
}

/** The whole in parts of at most `most`. */
function inParts(whole: number, most: number): number[] {
  const parts = Array.from({ length: Math.floor(whole / most) }, () => most)
  return whole % most ? [...parts, whole % most] : parts
}

function quantifier(min: number, max: number | undefined): string {
  if (max === undefined && min < 2) return min ? '+' : '*'
  return `{${min},${max ?? ''}}`
}
