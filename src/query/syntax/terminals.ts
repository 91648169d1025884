/**
 * Where terminals end (SPARQL 1.2 §19.8): offsets into the text of a query.
 */
import { isDigit, isHex, isLetter, isNameCharacter, isWordStart } from './characters.ts'

const code = (character: string) => character.charCodeAt(0)
const [backslash, dot, colon, percent, dash, plus] = ['\\', '.', ':', '%', '-', '+'].map(code)

/** The end of a run of characters. */
export function endOf(text: string, accepts: (code: number) => boolean, from: number): number {
  let at = from
  while (at < text.length && accepts(text.charCodeAt(at))) at++
  return at
}

/** The end of IRIREF, or 0: then `<` is an operator. */
export function iriEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    switch (text[at]) {
      case '>':
        return at + 1
      case '<':
      case '"':
      case '{':
      case '}':
      case '|':
      case '^':
      case '`':
        return 0
      case '\\':
        if (text[at + 1] !== 'u' && text[at + 1] !== 'U') return 0
        break
      default:
        if (text.charCodeAt(at) <= 0x20) return 0
    }
  }
  return 0
}

/** The end of LANG_DIR, from its first letter. */
export function languageEnd(text: string, from: number): number {
  const subtag = (code: number) => isLetter(code) || isDigit(code)
  let at = endOf(text, isLetter, from)
  while (text.charCodeAt(at) === dash && subtag(text.charCodeAt(at + 1))) at = endOf(text, subtag, at + 1)
  const directed = text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === dash
  return directed && isLetter(text.charCodeAt(at + 2)) ? endOf(text, isLetter, at + 2) : at
}

/** The end of EXPONENT, or 0 if none begins here. */
export function exponentEnd(text: string, at: number): number {
  if ((text.charCodeAt(at) | 0x20) !== 0x65) return 0
  const sign = text.charCodeAt(at + 1)
  const digits = sign === plus || sign === dash ? at + 2 : at + 1
  return isDigit(text.charCodeAt(digits)) ? endOf(text, isDigit, digits) : 0
}

/** The end of PN_LOCAL, which may be empty. */
export function localEnd(text: string, start: number): number {
  let at = start
  let end = start
  for (;;) {
    const next = text.charCodeAt(at)
    if (next === dot && at > start) {
      at++
      continue
    }
    if (next === percent && isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2))) at += 3
    else if (next === backslash && /[_~.\-!$&'()*+,;=/?#@%]/.test(text[at + 1] ?? '')) at += 2
    else if (next === colon || (at === start ? isWordStart(next) : isNameCharacter(next))) at++
    else return end
    end = at
  }
}

/** The end of a label, which may have dots inside. */
export function labelEnd(text: string, start: number): number {
  const end = endOf(text, (code) => isNameCharacter(code) || code === dot, start)
  let last = end
  while (text.charCodeAt(last - 1) === dot) last--
  return last
}
