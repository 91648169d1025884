/**
 * The lexical forms of xsd:float and xsd:double.
 */

const lexical = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|INF)$/

/** The double of a lexical form, or `undefined` if it is none (XML Schema 1.1 Part 2 §3.3.5.2: `+INF` is one). */
export function parseDouble(text: string): number | undefined {
  if (lexical.test(text)) return text.endsWith('INF') ? Number(text.replace('INF', 'Infinity')) : Number(text)
  return text === 'NaN' ? Number.NaN : undefined
}

/** The canonical form of a double: `1.5E0` (§3.3.5.2). */
export function writeDouble(value: number): string {
  return special(value) ?? withPoint(value.toExponential())
}

/** The canonical form of a float: the fewest digits that are of this float and no other. */
export function writeFloat(value: number): string {
  return special(value) ?? withPoint(shortestFloat(value).toExponential())
}

/** As a number is cast to xsd:string (XPath Functions and Operators §19.1): no exponent for sizes of every day. */
export function castToText(value: number, isFloat: boolean): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const size = Math.abs(value)
  if (size >= 1e-6 && size < 1e6) return String(isFloat ? shortestFloat(value) : value)
  return isFloat ? writeFloat(value) : writeDouble(value)
}

function shortestFloat(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits))
    if (Math.fround(shorter) === value) return shorter
  }
  return Number(value.toPrecision(9))
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN'
  if (Number.isFinite(value)) return value === 0 ? (Object.is(value, -0) ? '-0.0E0' : '0.0E0') : undefined
  return value > 0 ? 'INF' : '-INF'
}

/** JavaScript's `1e+21` as `1.0E21`. */
function withPoint(exponential: string): string {
  const end = exponential.indexOf('e')
  const exponent = exponential.slice(exponential.charCodeAt(end + 1) === 0x2b ? end + 2 : end + 1)
  const mantissa = exponential.slice(0, end)
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`
}
