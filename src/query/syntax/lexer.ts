/**
 * Query text to tokens (SPARQL 1.2 §19.8, the productions for terminals). Of two ways to read a token the longest is
 * taken. Every character is looked at a fixed number of times.
 */
import { isDigit, isLetter, isNameCharacter, isNameStart, isVariableCharacter, isWordStart } from './characters.ts'
import { endOf, exponentEnd, iriEnd, labelEnd, languageEnd, localEnd } from './terminals.ts'
import { type Kind, keywordAt } from './tokens.ts'

/** Tokens side by side: kind, first character, and the one after the last. `END` is the last of them. */
export interface Tokens {
  readonly kinds: readonly Kind[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The most brackets inside each other. */
  readonly deepest: number
}

export function tokenize(text: string): Tokens {
  return new Lexer(text).run()
}

const code = (character: string) => character.charCodeAt(0)
const [backslash, dot, colon, lineFeed, carriageReturn] = ['\\', '.', ':', '\n', '\r'].map(code)

const opening = new Set<Kind>(['{', '(', '[', '{|', '<<', '<<('])
const closing = new Set<Kind>(['}', ')', ']', '|}', '>>', ')>>'])

const signs: readonly Kind[] = [
  ...(['<<(', ')>>', '{|', '|}', '<<', '>>', '||', '&&', '^^', '!=', '<=', '>='] as const),
  ...(['{', '}', '(', ')', '[', ']', '.', ',', ';', '~', '*', '/'] as const),
  ...(['+', '-', '|', '^', '?', '!', '=', '<', '>'] as const),
]
/** By the code of a character the punctuation that begins with it, the longest first. */
const punctuation = Array.from({ length: 128 }, (_, index) => signs.filter((sign) => code(sign) === index))

class Lexer {
  readonly #text: string
  readonly #kinds: Kind[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  #depth = 0
  #deepest = 0
  /** Up to here characters of names follow each other, and no colon comes after them. */
  #noPrefixUntil = 0

  constructor(text: string) {
    this.#text = text
  }

  run(): Tokens {
    const { length } = this.#text
    let at = this.#skip(0)
    while (at < length) at = this.#skip(this.#token(at))
    this.#add('END', length, length)
    return { kinds: this.#kinds, starts: this.#starts, ends: this.#ends, deepest: this.#deepest }
  }

  #add(kind: Kind, start: number, end: number): number {
    this.#kinds.push(kind)
    this.#starts.push(start)
    this.#ends.push(end)
    return end
  }

  /** Past white space and comments. */
  #skip(from: number): number {
    const text = this.#text
    let at = from
    for (;;) {
      const next = text.charCodeAt(at)
      if (next === 0x20 || next === 0x09 || next === lineFeed || next === carriageReturn) at++
      else if (next === 0x23) at = this.#endOfLine(at)
      else return at
    }
  }

  #endOfLine(from: number): number {
    const text = this.#text
    let at = from
    while (at < text.length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn) at++
    return at
  }

  /** Adds the token that begins here; the offset after it. */
  #token(at: number): number {
    const first = this.#text.charCodeAt(at)
    if (isNameStart(first)) return this.#word(at)
    if (isDigit(first)) return this.#number(at, at)
    return this.#marked(at) || this.#punctuation(at)
  }

  /** A terminal that its first character makes likely, or 0. */
  #marked(at: number): number {
    const text = this.#text
    const next = text.charCodeAt(at + 1)
    switch (text[at]) {
      case '?':
      case '$':
        return isWordStart(next) ? this.#add('VAR', at, endOf(this.#text, isVariableCharacter, at + 1)) : 0
      case '<': {
        const end = iriEnd(text, at)
        return end && this.#add('IRIREF', at, end)
      }
      case '"':
      case "'":
        return this.#string(at)
      case '@':
        return isLetter(next) ? this.#add('LANG_DIR', at, languageEnd(text, at + 1)) : 0
      case ':':
        return this.#add('PNAME', at, localEnd(text, at + 1))
      case '_': {
        const labelled = next === colon && isWordStart(text.charCodeAt(at + 2))
        return labelled ? this.#add('BLANK_NODE_LABEL', at, labelEnd(text, at + 2)) : 0
      }
      case '.':
        return isDigit(next) ? this.#number(at, at) : 0
      case '+':
      case '-':
        return isDigit(next) || (next === dot && isDigit(text.charCodeAt(at + 2))) ? this.#number(at, at + 1) : 0
      default:
        return 0
    }
  }

  #punctuation(at: number): number {
    for (const sign of punctuation[this.#text.charCodeAt(at)] ?? []) {
      if (!this.#text.startsWith(sign, at)) continue
      if (opening.has(sign)) this.#deepest = Math.max(this.#deepest, ++this.#depth)
      else if (closing.has(sign)) this.#depth--
      return this.#add(sign, at, at + sign.length)
    }
    return this.#unknown(at)
  }

  #unknown(at: number): number {
    const end = endOf(this.#text, isNameCharacter, at)
    return this.#add('UNKNOWN', at, end > at ? end : at + String.fromCodePoint(this.#text.codePointAt(at)!).length)
  }

  #string(start: number): number {
    const text = this.#text
    const mark = text.charCodeAt(start)
    const long = text.charCodeAt(start + 1) === mark && text.charCodeAt(start + 2) === mark
    for (let at = start + (long ? 3 : 1); at < text.length; at++) {
      const next = text.charCodeAt(at)
      if (next === backslash) at++
      else if (next === mark && !long) return this.#add('STRING_LITERAL', start, at + 1)
      else if (next === mark && text.charCodeAt(at + 1) === mark && text.charCodeAt(at + 2) === mark) {
        return this.#add('STRING_LITERAL_LONG', start, at + 3)
      } else if (!long && (next === lineFeed || next === carriageReturn)) break
    }
    return this.#add('UNCLOSED', start, text.length)
  }

  /** @param start where the sign is, if there is one */
  #number(start: number, from: number): number {
    const text = this.#text
    const signed = from > start
    const whole = endOf(this.#text, isDigit, from)
    const fraction = text.charCodeAt(whole) === dot ? endOf(this.#text, isDigit, whole + 1) : whole
    const exponent = exponentEnd(text, fraction)
    if (exponent) return this.#add(signed ? 'SIGNED_DOUBLE' : 'DOUBLE', start, exponent)
    if (fraction > whole + 1) return this.#add(signed ? 'SIGNED_DECIMAL' : 'DECIMAL', start, fraction)
    return this.#add(signed ? 'SIGNED_INTEGER' : 'INTEGER', start, whole)
  }

  /** A prefixed name, or keywords: `SELECTWHERE` is two, as no terminal is longer than the first. */
  #word(start: number): number {
    const text = this.#text
    if (start >= this.#noPrefixUntil) {
      const end = endOf(this.#text, (code) => isNameCharacter(code) || code === dot, start)
      if (text.charCodeAt(end) === colon && text.charCodeAt(end - 1) !== dot) {
        return this.#add('PNAME', start, localEnd(text, end + 1))
      }
      this.#noPrefixUntil = end
    }
    const found = keywordAt(text, start)
    return found ? this.#add(found.kind, start, start + found.length) : this.#unknown(start)
  }
}
