/**
 * Lists of names beside each other: ours of a thing, and those of what may be the same elsewhere.
 */
import { fold, foldName } from '../names/fold.ts'
import { likeness } from '../names/likeness.ts'

/** The most alike of two lists of names, and how alike they are, from 0 to 1. */
export function mostAlike(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly likeness: number; readonly ours: string; readonly theirs: string } {
  let best = { likeness: 0, ours: ours[0] ?? '', theirs: theirs[0] ?? '' }
  // Of nothing but signs no name is made.
  const readable = (names: readonly string[]) =>
    names.map((name) => ({ name, folded: foldName(name) })).filter(({ folded }) => folded.text)
  const others = readable(theirs)
  for (const one of readable(ours)) {
    for (const other of others) {
      const { value } = likeness(one.folded, other.folded)
      if (value > best.likeness) best = { likeness: value, ours: one.name, theirs: other.name }
    }
  }
  return best
}

/** The names that are not told apart by accents, case or punctuation, each once, as it is written first. */
export function distinctNames(names: readonly string[]): readonly string[] {
  return [...new Map(names.toReversed().map((name) => [fold(name), name])).values()].toReversed()
}

/** How many names both lists have, with and without spaces counted as one. */
export function sameNames(ours: readonly string[], theirs: readonly string[]): number {
  const letters = (names: readonly string[]) => new Set(names.map((name) => fold(name).replaceAll(' ', '')))
  return letters(ours).intersection(letters(theirs)).size
}
