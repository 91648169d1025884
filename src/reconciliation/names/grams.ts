/**
 * The pieces of a name by which names are found that are written nearly like it: all that three neighbouring letters of a
 * word are, and in short words two, the word's beginning and end included. A slip spares most of them, and the order of
 * words does not touch them.
 */

/** Grams are numbers below this. */
export const gramCount = 2 ** 18

/** In words up to so long a slip may spare no three neighbours. */
const shortWord = 6

/** The distinct grams of a name. */
export function gramsOf(words: readonly string[]): Set<number> {
  const grams = new Set<number>()
  for (const word of words) {
    const codes = [0, ...Array.from(word, codeOf), 0]
    for (let at = 2; at < codes.length; at++) grams.add((codes[at - 2]! << 12) | (codes[at - 1]! << 6) | codes[at]!)
    if (word.length > shortWord) continue
    // No word has its end in its middle, so that these are not taken for three neighbours.
    for (let at = 1; at < codes.length; at++) grams.add((codes[at - 1]! << 12) | codes[at]! | (63 << 6))
  }
  return grams
}

/** 1 to 26 for letters, 27 to 36 for digits; other alphabets share what is left. */
function codeOf(letter: string): number {
  const code = letter.charCodeAt(0)
  if (code >= 97 && code <= 122) return code - 96
  if (code >= 48 && code <= 57) return code - 21
  return 37 + (code % 26)
}
