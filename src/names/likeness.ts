/**
 * How alike two names are, and whether they are certainly the same one.
 */
import { isSlipOfTheKeys, similarity } from './distance.ts'
import type { FoldedName } from './fold.ts'

export interface Likeness {
  /** From 0 to 1; 1 for the same words in the same order, articles included. */
  readonly value: number
  /** Whether nothing lies between them but articles, the order of words, spaces, and one slip of the keys in a long name. */
  readonly certain: boolean
}

/** What articles and the order of words take from a likeness: less than any letter does. */
const trifle = 0.01

/** Words less alike than this are different ones. */
const leastAlike = 0.5

/** A slip of the keys in fewer letters may have made another name. */
const longName = 8

export function likeness(a: FoldedName, b: FoldedName): Likeness {
  if (a.text === b.text) return { value: 1, certain: true }
  const [ours, theirs] = [a.words.join(''), b.words.join('')]
  if (isSame(a.words, b.words)) return { value: 1 - trifle, certain: true }
  const value = Math.max(similarity(ours, theirs), wordByWord(a.words, b.words) - trifle)
  const certain = Math.min(ours.length, theirs.length) >= longName && !/\d/.test(ours) && isSlipOfTheKeys(ours, theirs)
  return { value, certain }
}

/** The same words in whatever order, or the same letters parted elsewhere. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('') || (a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' '))
}

/** Each word beside the one that it is most alike, the most alike first; how many of all letters are so accounted for. */
function wordByWord(a: readonly string[], b: readonly string[]): number {
  const pairs = a.flatMap((word, left) =>
    b.flatMap((other, right) => {
      const alike = mayBeAlike(word, other) ? similarity(word, other) : 0
      return alike >= leastAlike ? [{ left, right, alike, letters: word.length + other.length }] : []
    }),
  )
  pairs.sort((one, other) => other.alike - one.alike || other.letters - one.letters)
  const [lefts, rights] = [new Set<number>(), new Set<number>()]
  let accounted = 0
  for (const { left, right, alike, letters } of pairs) {
    if (lefts.has(left) || rights.has(right)) continue
    lefts.add(left)
    rights.add(right)
    accounted += alike * letters
  }
  return accounted / (lettersOf(a) + lettersOf(b))
}

/** Lengths alone say how unlike two words are at least. */
function mayBeAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= leastAlike * Math.max(a.length, b.length)
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0)
}
