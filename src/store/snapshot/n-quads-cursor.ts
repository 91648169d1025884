/**
 * A place in the bytes of an N-Quads document, and the terminals of the grammar (RDF 1.2 N-Quads §6,
 * https://www.w3.org/TR/rdf12-n-quads/#sec-grammar), each copied from there into the key of a term.
 *
 * The bytes are UTF-8 and the last one is a line feed, which is in no terminal: nothing runs past the end.
 */
import { Buffer } from 'node:buffer'
import { FaultsError } from '../../errors.ts'
import type { TermKey } from './term-key.ts'

const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20]
const [numberSign, hyphen, dot, colon, backslash] = [0x23, 0x2d, 0x2e, 0x3a, 0x5c]

/** Sets of bytes, as tables of 0 and 1. Characters beyond ASCII, whose bytes are from 0x80 on, are not told apart. */
const iriBytes = byteSet(/[^\0-\x20<>"{}|^`\\]/)
const stringBytes = byteSet(/[^"\\\n\r]/)
const labelStarts = byteSet(/[\w\x80-\xff]/)
const labelBytes = byteSet(/[\w.\x80-\xff-]/)
const letters = byteSet(/[A-Za-z]/)
const alphanumerics = byteSet(/[A-Za-z0-9]/)
const schemeBytes = byteSet(/[A-Za-z0-9+.-]/)

/** ECHAR: the character that a letter after a backslash stands for. */
const characterEscapes: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}
/** UCHAR: how many hexadecimal digits follow the letter. */
const digitsOfEscape: Readonly<Record<string, number>> = { u: 4, U: 8 }

export class NQuadsCursor {
  readonly #file: string
  #bytes: Uint8Array = new Uint8Array()
  #at = 0
  #line = 1
  #lineStart = 0

  constructor(file: string) {
    this.#file = file
  }

  /** Goes on with the next lines of the document. */
  enter(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#at = 0
    this.#lineStart = 0
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** A comment ends a line as well. */
  get isAtEndOfLine(): boolean {
    const byte = this.#bytes[this.#at]
    return byte === lineFeed || byte === carriageReturn || byte === numberSign
  }

  /** How many bytes are left of the line: no terminal in it is longer. */
  get lineLength(): number {
    return this.#bytes.indexOf(lineFeed, this.#at) - this.#at
  }

  /** Whether these characters, of ASCII, stand here. */
  sees(token: string): boolean {
    for (let index = 0; index < token.length; index++) {
      if (this.#bytes[this.#at + index] !== token.charCodeAt(index)) return false
    }
    return true
  }

  /** Goes past these characters if they stand here. */
  takes(token: string): boolean {
    const seen = this.sees(token)
    if (seen) this.#at += token.length
    return seen
  }

  expect(token: string): void {
    if (!this.takes(token)) this.fail(`"${token}"`)
  }

  skipSpace(): void {
    while (this.#bytes[this.#at] === space || this.#bytes[this.#at] === tab) this.#at++
  }

  /** Goes past a comment and EOL. */
  endLine(): void {
    if (!this.isAtEndOfLine) this.fail('the end of the line')
    while (this.#bytes[this.#at] !== lineFeed && this.#bytes[this.#at] !== carriageReturn) this.#at++
    if (this.#bytes[this.#at] === carriageReturn && this.#bytes[this.#at + 1] === lineFeed) this.#at++
    this.#at++
    this.#line++
    this.#lineStart = this.#at
  }

  /** IRIREF; it has to be absolute (§2.2). */
  copyIri(key: TermKey): void {
    this.expect('<')
    this.#expectScheme()
    this.#copyEscaped(key, iriBytes, true)
    this.expect('>')
  }

  /** STRING_LITERAL_QUOTE */
  copyString(key: TermKey): void {
    this.expect('"')
    this.#copyEscaped(key, stringBytes, false)
    this.expect('"')
  }

  /** BLANK_NODE_LABEL, without its `_:`. */
  copyLabel(key: TermKey): void {
    this.expect('_:')
    if (!labelStarts[this.#bytes[this.#at]!]) this.fail('the label of a blank node')
    key.length = 0
    this.#copyRun(key, labelBytes)
    // Dots at the end belong to the statement.
    while (this.#bytes[this.#at - 1] === dot) {
      this.#at--
      key.length--
    }
  }

  /** LANG_DIR, without its `@` and its direction; in lower case. */
  copyLanguage(key: TermKey): void {
    if (!letters[this.#bytes[this.#at]!]) this.fail('a language tag')
    key.length = 0
    this.#copyRun(key, letters)
    while (this.#bytes[this.#at] === hyphen && alphanumerics[this.#bytes[this.#at + 1]!]) {
      key.bytes[key.length++] = hyphen
      this.#at++
      this.#copyRun(key, alphanumerics)
    }
    for (let index = 0; index < key.length; index++) key.bytes[index] = lowerCase(key.bytes[index]!)
  }

  fail(expected: string): never {
    const before = Buffer.from(this.#bytes.subarray(this.#lineStart, this.#at)).toString()
    const fault = { line: this.#line, column: before.length + 1, message: `${expected} was expected here` }
    throw new FaultsError([{ file: this.#file, ...fault }])
  }

  #copyRun(key: TermKey, allowed: Uint8Array): void {
    while (allowed[this.#bytes[this.#at]!]) key.bytes[key.length++] = this.#bytes[this.#at++]!
  }

  #copyEscaped(key: TermKey, allowed: Uint8Array, isIri: boolean): void {
    const bytes = this.#bytes
    const text = key.bytes
    let at = this.#at
    let length = 0
    for (;;) {
      const byte = bytes[at]!
      if (allowed[byte]) {
        text[length++] = byte
        at++
      } else if (byte === backslash) {
        this.#at = at
        length += text.write(this.#unescape(isIri), length)
        at = this.#at
      } else break
    }
    this.#at = at
    key.length = length
  }

  /** ECHAR or UCHAR. An IRI has only the latter, and not for a character that it may not have (RFC 3987 §2.2). */
  #unescape(isIri: boolean): string {
    const letter = String.fromCharCode(this.#bytes[this.#at + 1]!)
    const escaped = characterEscapes[letter]
    if (escaped !== undefined && !isIri) {
      this.#at += 2
      return escaped
    }
    const digits = this.#ascii(this.#at + 2, digitsOfEscape[letter] ?? 0)
    const point = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, 16) : Infinity
    const isScalar = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    if (!isScalar || (isIri && point < 0x80 && !iriBytes[point])) this.fail('an escaped character that can stand here')
    this.#at += 2 + digits.length
    return String.fromCodePoint(point)
  }

  #expectScheme(): void {
    let at = this.#at
    while (schemeBytes[this.#bytes[at]!]) at++
    if (!letters[this.#bytes[this.#at]!] || this.#bytes[at] !== colon) this.fail('an absolute IRI')
  }

  #ascii(from: number, length: number): string {
    return String.fromCharCode(...this.#bytes.subarray(from, from + length))
  }
}

function byteSet(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(pattern.test(String.fromCharCode(byte))))
}

/** Of a byte that is a letter, a digit or a hyphen: the latter two have the bit already. */
function lowerCase(byte: number): number {
  return byte | 0x20
}
