/**
 * Character class expressions (XML Schema 1.1 Part 2 §G.4.1): `[a-z]`, `[^\s,]`, `[\w-[aeiou]]`.
 */
import { withCaseVariants } from './case-variants.ts'
import { type CodePoints, complement, difference, noCodePoint, range, union } from './code-points.ts'
import { type Escape, readEscape } from './escapes.ts'
import { deepest } from './limits.ts'
import type { Reader } from './reader.ts'

/**
 * Reads what follows the opening bracket, and the closing one.
 * @param ignoreCase characters and ranges stand for their case-variants too; classes by name do not (§5.6.2, flag i)
 * @throws InvalidPattern, RequestError `query-too-large` where subtractions nest too deep
 */
export function readCharacterClass(reader: Reader, ignoreCase: boolean, depth = 0): CodePoints {
  deepest(depth)
  const negated = reader.takeIf('^')
  let spelt = noCodePoint
  const named: CodePoints[] = []
  let without = noCodePoint
  let parts = 0
  while (true) {
    if (reader.peek() === '-' && reader.peek(1) === '[' && parts > 0) {
      reader.take()
      reader.take()
      without = readCharacterClass(reader, ignoreCase, depth + 1)
      if (reader.peek() !== ']') throw reader.invalid('what is subtracted stands at the end of a class')
    }
    if (reader.peek() === ']') break
    const part = readPart(reader)
    if (part.single) spelt = union(spelt, part.set)
    else named.push(part.set)
    parts++
  }
  if (parts === 0) throw reader.invalid('a class of characters is empty')
  reader.take()
  const positive = union(ignoreCase ? withCaseVariants(spelt) : spelt, ...named)
  return difference(negated ? complement(positive) : positive, without)
}

/** charGroupPart: a character, a range, or a class by its escape. */
function readPart(reader: Reader): Escape {
  const hyphen = reader.peek() === '-'
  const first = readMember(reader)
  if (!first.single || reader.peek() !== '-') return first
  // The hyphen before the end or before a subtraction is a character of its own.
  const after = reader.peek(1)
  if (after === '[' || after === ']' || (after === '-' && reader.peek(2) === '[')) return first
  reader.take()
  const lastHyphen = reader.peek() === '-'
  const last = readMember(reader)
  if (!last.single) throw reader.invalid('a range ends with one character')
  if (hyphen || lastHyphen) throw reader.invalid('a hyphen that begins or ends a range is written \\-')
  if (first.set[0]! > last.set[0]!) throw reader.invalid('a range ends before it begins')
  return { set: range(first.set[0]!, last.set[0]!), single: true }
}

function readMember(reader: Reader): Escape {
  const character = reader.take()
  if (character === '\\') return readEscape(reader)
  if (character === '[') throw reader.invalid('a bracket within a class is written \\[')
  return { set: range(character.codePointAt(0)!), single: true }
}
