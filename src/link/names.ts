/**
 * How alike two names are, for readers of French: accents, case, punctuation, spaces and articles say little, the order
 * of words not much.
 */
import { distance } from 'fastest-levenshtein'

const articles = new Set('le la les l un une des du de d au aux à the a an of at et and'.split(' '))

/** The words of a name, without case, accents and punctuation. */
export function wordsOf(name: string): readonly string[] {
  const letters = name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return letters.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words that tell a name from others: all but articles, if there are any. */
export function tellingWords(name: string): readonly string[] {
  const words = wordsOf(name)
  const telling = words.filter((word) => !articles.has(word))
  return telling.length ? telling : words
}

/** From 0 to 1, where 1 is the same name. */
export function likeness(one: string, other: string): number {
  const telling = [tellingWords(one), tellingWords(other)] as const
  const asWritten = ratio(wordsOf(one).join(''), wordsOf(other).join(''))
  const withoutArticles = ratio(telling[0].join(''), telling[1].join(''))
  const anyOrder = ratio(telling[0].toSorted().join(' '), telling[1].toSorted().join(' '))
  return Math.max(asWritten, 0.99 * withoutArticles, 0.97 * anyOrder)
}

/** The most alike of two lists of names, and how alike they are. */
export function mostAlike(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly likeness: number; readonly ours: string; readonly theirs: string } {
  let best = { likeness: 0, ours: ours[0] ?? '', theirs: theirs[0] ?? '' }
  for (const one of ours) {
    for (const other of theirs) {
      const found = likeness(one, other)
      if (found > best.likeness) best = { likeness: found, ours: one, theirs: other }
    }
  }
  return best
}

/** The names that are not told apart by accents, case or punctuation, each once, as it is written first. */
export function distinctNames(names: readonly string[]): readonly string[] {
  return [...new Map(names.toReversed().map((name) => [wordsOf(name).join(' '), name])).values()].toReversed()
}

/** How many names both lists have, with and without spaces counted as one. */
export function sameNames(ours: readonly string[], theirs: readonly string[]): number {
  const letters = (names: readonly string[]) => new Set(names.map((name) => wordsOf(name).join('')))
  return letters(ours).intersection(letters(theirs)).size
}

function ratio(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  return longest ? 1 - distance(one, other) / longest : 0
}
