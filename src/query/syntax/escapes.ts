/** Escape sequences (SPARQL 1.2 §19.2): numeric ones in IRIs and strings, those of strings, those of local names. */
import type { Reader } from './reader.ts'

const characters: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}

const sequence = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.?))/gsu

/** @param offset where in the query the text begins */
export function unescapeString(reader: Reader, text: string, offset: number): string {
  if (!text.includes('\\')) return text
  return text.replace(sequence, (whole, short, long, character, at: number) => {
    if (short ?? long) return codePoint(reader, short ?? long, offset + at)
    return characters[character] ?? reader.fail(`${whole.trim()} is no escape sequence.`, offset + at)
  })
}

export function unescapeIri(reader: Reader, text: string, offset: number): string {
  if (!text.includes('\\')) return text
  return text.replace(sequence, (whole, short, long, _, at: number) => {
    if (short ?? long) return codePoint(reader, short ?? long, offset + at)
    return reader.fail(`${whole} is no escape sequence of an IRI.`, offset + at)
  })
}

/** A local name; which characters may be escaped the lexer has seen to. `%` and two digits stay as they are. */
export function unescapeLocal(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text
}

/** A code point that is a Unicode scalar value: surrogates are none. */
function codePoint(reader: Reader, digits: string, offset: number): string {
  const code = Number.parseInt(digits, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    reader.fail(`There is no character U+${digits.toUpperCase()}.`, offset)
  }
  return String.fromCodePoint(code)
}
