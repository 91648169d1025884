/**
 * What a backslash begins (XML Schema 1.1 Part 2 §G.4.2.1 to §G.4.2.5, with the `\$` of XPath): one character, or a
 * class of them.
 */
import { block } from './blocks.ts'
import { categories, category } from './categories.ts'
import { type CodePoints, complement, range, union } from './code-points.ts'
import type { Reader } from './reader.ts'

/** A single character, which may begin or end a range, or a class of characters, which may not. */
export interface Escape {
  readonly set: CodePoints
  readonly single: boolean
}

/** Reads what follows the backslash. @throws InvalidPattern */
export function readEscape(reader: Reader): Escape {
  const letter = reader.take()
  if (letter === 'p' || letter === 'P') {
    const property = readProperty(reader)
    return { set: letter === 'p' ? property : complement(property), single: false }
  }
  const named = classes[letter.toLowerCase()]
  if (named) return { set: letter === letter.toLowerCase() ? named() : complement(named()), single: false }
  const meant = controls[letter] ?? letter
  if (meant === letter && !/[\\|.?*+(){}\-[\]^$]/.test(letter)) throw reader.invalid(`\\${letter} means nothing`)
  return { set: range(meant.codePointAt(0)!), single: true }
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** MultiCharEsc; the letter in upper case is what is not in the class. */
const classes: Readonly<Record<string, () => CodePoints>> = {
  s: () => whiteSpace,
  i: () => nameStart,
  c: () => nameCharacter,
  d: () => categories('Nd'),
  // All but punctuation, separators and others.
  w: () => complement(categories('P', 'Z', 'C')),
}

const whiteSpace = union(range(0x9, 0xa), range(0xd), range(0x20))

/** NameStartChar of XML 1.0 (fifth edition) §2.3. */
const nameStart = union(
  ...[':', '_'].map((character) => range(character.codePointAt(0)!)),
  range(0x41, 0x5a),
  range(0x61, 0x7a),
  range(0xc0, 0xd6),
  range(0xd8, 0xf6),
  range(0xf8, 0x2ff),
  range(0x370, 0x37d),
  range(0x37f, 0x1fff),
  range(0x200c, 0x200d),
  range(0x2070, 0x218f),
  range(0x2c00, 0x2fef),
  range(0x3001, 0xd7ff),
  range(0xf900, 0xfdcf),
  range(0xfdf0, 0xfffd),
  range(0x10000, 0xeffff),
)

/** NameChar of XML 1.0 (fifth edition) §2.3. */
const nameCharacter = union(
  nameStart,
  range(0x2d, 0x2e),
  range(0x30, 0x39),
  range(0xb7),
  range(0x300, 0x36f),
  range(0x203f, 0x2040),
)

/** `{Lu}` or `{IsGreek}`. */
function readProperty(reader: Reader): CodePoints {
  if (!reader.takeIf('{')) throw reader.invalid('\\p and \\P are followed by a property in braces')
  const name = reader.takeWhile(/[a-zA-Z0-9-]/)
  if (!reader.takeIf('}')) throw reader.invalid('the braces of a property are not closed')
  const set = name.startsWith('Is') ? block(name.slice(2)) : category(name)
  if (!set) throw reader.invalid(`${name} is no category or block of Unicode`)
  return set
}
