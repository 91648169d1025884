/**
 * Strings as sequences of code points, which is how XPath counts and orders them; JavaScript has UTF-16 units.
 */

/** fn:compare by the code point collation (SPARQL 1.2 §17.3): the sign of the result is the order. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others, so that they come after U+E000 to U+FFFF. */
function rank(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

const surrogate = /[\ud800-\udfff]/

/** fn:string-length. */
export function lengthOf(text: string): number {
  if (!surrogate.test(text)) return text.length
  let length = 0
  for (let index = 0; index < text.length; index++) {
    if (text.codePointAt(index)! > 0xffff) index++
    length++
  }
  return length
}

/** The code points from one position up to before another, both counted from 0. */
export function slice(text: string, from: number, to: number): string {
  if (!surrogate.test(text)) return text.slice(from, to)
  const start = unitOf(text, 0, from)
  return text.slice(start, unitOf(text, start, to - from))
}

/** The index of the unit that is so many code points after another. */
function unitOf(text: string, start: number, codePoints: number): number {
  let index = start
  for (let count = 0; count < codePoints && index < text.length; count++) {
    index += text.codePointAt(index)! > 0xffff ? 2 : 1
  }
  return index
}
