/**
 * How alike two names are, and whether they are certainly the same one.
 */
import { isSlipOfTheKeys, similarity } from './distance.ts'
import type { FoldedName } from './fold.ts'

export interface Likeness {
  /** From 0 to 1; 1 for the same words in the same order, articles included. */
  readonly value: number
  /** Whether nothing lies between them but articles, the order of words, spaces, and one slip of the keys in a long word. */
  readonly certain: boolean
}

/** What articles and the order of words take from a likeness: less than any letter does. */
const trifle = 0.01

/** Words less alike than this are different ones. */
const leastAlike = 0.5

/** A slip of the keys in fewer letters may have made another word; what is written in capitals is seldom so long. */
const longWord = 8

export function likeness(a: FoldedName, b: FoldedName): Likeness {
  if (a.text === b.text) return { value: 1, certain: true }
  const [ours, theirs] = [a.words.join(''), b.words.join('')]
  if (isSame(a.words, b.words)) return { value: 1 - trifle, certain: true }
  const value = Math.max(similarity(ours, theirs), wordByWord(a.words, b.words) - trifle)
  return { value, certain: isOneSlipAway(a.words, b.words) }
}

/** Whether all words are the same, in whatever order, but one, which is long. */
function isOneSlipAway(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const [ours, theirs] = [without(a, b), without(b, a)]
  const [one, other] = [ours[0], theirs[0]]
  if (ours.length !== 1 || theirs.length !== 1 || !one || !other) return false
  return Math.min(one.length, other.length) >= longWord && !/\d/.test(one) && isSlipOfTheKeys(one, other)
}

/** The words that are left when each of the others has taken away one like itself. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
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
