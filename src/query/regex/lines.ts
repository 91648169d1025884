/**
 * Where lines begin and end (XPath Functions and Operators 3.1 §5.6.2, flag m). There is no line after a newline that
 * ends the text; RE2 sees one there. So a text that ends with a newline is searched in disguise: a mark, the only
 * character that is part of a word for RE2, is put behind it, and neither side of the mark is a place that is no
 * boundary of a word. The characters of words are replaced by halves of surrogate pairs, which no text has.
 */
import { type CodePoints, complement, difference, noCodePoint, range, union } from './code-points.ts'

export interface Lines {
  readonly lineStart: string
  readonly lineEnd: string
  /** What a set of characters is in the text that is searched. */
  readonly encode: (set: CodePoints) => CodePoints
  /** The text that is searched; a place in it is the same place in the text. */
  readonly disguise: (text: string) => string
}

const same = { encode: (set: CodePoints) => set, disguise: (text: string) => text }

const oneLine: Lines = { ...same, lineStart: '\\A', lineEnd: '\\z' }
const manyLines: Lines = { ...same, lineStart: '(?m:^)', lineEnd: '(?m:$)' }

const mark = '_'
const offset = 0xdc00
const wordCharacters = union(range(0x30, 0x39), range(0x41, 0x5a), range(0x5f), range(0x61, 0x7a))

const endedLines: Lines = {
  lineStart: '(?:(?m:^)\\B)',
  lineEnd: '(?:(?m:$)\\B)',
  encode: (set) => {
    const inWords = complement(union(complement(set), complement(wordCharacters)))
    return union(difference(set, union(wordCharacters, halves)), moved(inWords))
  },
  disguise: (text) => text.replaceAll(/\w/g, (word) => String.fromCharCode(offset + word.charCodeAt(0))) + mark,
}

const halves = range(0xd800, 0xdfff)

function moved(set: CodePoints): CodePoints {
  return set.length ? set.map((at) => at + offset) : noCodePoint
}

export function linesOf(text: string, flags: string): Lines {
  if (!flags.includes('m')) return oneLine
  return text.endsWith('\n') ? endedLines : manyLines
}
