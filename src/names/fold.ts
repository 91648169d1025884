/**
 * A name as it is compared: words without case, accents, ligatures and punctuation.
 */

/** Words that a name may have or lack in French and English and stay the same name. */
const articles = new Set('le la les l un une des du de d au aux a et en the an of and'.split(' '))

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/** More of a text is no name any more, and to compare it takes time that grows with its square. */
const most = 200

export interface FoldedName {
  /** All words, one space between two. */
  readonly text: string
  /** The words that tell names apart: without articles, unless there is nothing else. */
  readonly words: readonly string[]
}

export function foldName(name: string): FoldedName {
  const all = fold(name).split(' ')
  const words = all.filter((word) => !articles.has(word))
  return { text: all.join(' '), words: words.length ? words : all }
}

/** All words of a text, one space between two; an apostrophe and a hyphen part words, brackets inside a word do not. */
export function fold(text: string): string {
  return text
    .slice(0, most)
    .replace(/\((\p{L}+)\)(?=\p{L})/gu, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => ligatures[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
