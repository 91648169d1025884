/**
 * xsd:decimal, exact: an integer and how many of its digits stand behind the point.
 */
import { mostDigits, tooManyDigits } from './bounds.ts'
import { type Integer, withoutOverflow } from './integer.ts'

export interface Decimal {
  readonly unscaled: bigint
  /** The value is `unscaled` / 10 ** `scale`. */
  readonly scale: number
}

/** Digits behind the point of a quotient, cut off (XPath Functions and Operators §4.2.4 leaves them open). */
const quotientScale = 18

/** Of numbers with as many digits a JavaScript number is exact. */
const exactDigits = 15

/**
 * The value of a lexical form, or `undefined` if it is none.
 * @throws RequestError `query-too-large`
 */
export function parseDecimal(text: string): Decimal | undefined {
  const first = text.charCodeAt(0)
  const start = first === 0x2d || first === 0x2b ? 1 : 0
  const point = text.indexOf('.')
  // One digit at least, wherever the point is.
  if (text.length - start < (point < 0 ? 1 : 2)) return undefined
  const end = point < 0 ? text.length : endOfFraction(text, point)
  let value = 0
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (index !== point) return undefined
  }
  if (text.length > mostDigits) throw tooManyDigits()
  const size = end - start <= exactDigits ? BigInt(value) : BigInt(text.slice(start, end).replace('.', ''))
  return { unscaled: first === 0x2d ? -size : size, scale: point < 0 ? 0 : Math.max(0, end - point - 1) }
}

/** The index behind the last digit that is no zero, or that of the point. */
function endOfFraction(text: string, point: number): number {
  let end = text.length
  while (end > point + 1 && text.charCodeAt(end - 1) === 0x30) end--
  return end === point + 1 ? point : end
}

export function fromInteger(value: Integer): Decimal {
  return { unscaled: BigInt(value), scale: 0 }
}

/** The exact value of a finite float (§19.1.2.3: the decimal that is numerically closest is the value itself). */
export function fromFloat(value: number): Decimal {
  let numerator = value
  let halvings = 0
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    halvings++
  }
  // n / 2^h = n * 5^h / 10^h
  return trim({ unscaled: BigInt(numerator) * 5n ** BigInt(halvings), scale: halvings })
}

/** The closest double. */
export function toDouble(value: Decimal): number {
  return value.scale === 0 ? Number(value.unscaled) : Number(writeDecimal(value))
}

/** The canonical lexical form of XML Schema 1.1 (§E.1 decimalCanonicalMap): no point if there is nothing behind it. */
export function writeDecimal({ unscaled, scale }: Decimal): string {
  if (scale === 0) return unscaled.toString()
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  let end = digits.length
  const point = end - scale
  while (end > point && digits.charCodeAt(end - 1) === 0x30) end--
  const whole = digits.slice(0, point)
  return `${unscaled < 0n ? '-' : ''}${whole}${end > point ? `.${digits.slice(point, end)}` : ''}`
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return checked(unscaledAt(a, scale) + unscaledAt(b, scale), scale)
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return checked(unscaledAt(a, scale) - unscaledAt(b, scale), scale)
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return checked(a.unscaled * b.unscaled, a.scale + b.scale)
}

/** Division by zero is an error (err:FOAR0001). */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.unscaled === 0n) return undefined
  const scale = Math.max(quotientScale, a.scale, b.scale)
  return checked((a.unscaled * 10n ** BigInt(scale + b.scale - a.scale)) / b.unscaled, scale)
}

/** Less than 0, 0 or more than 0, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const left = unscaledAt(a, scale)
  const right = unscaledAt(b, scale)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The greatest integer that is not greater. */
export function floor({ unscaled, scale }: Decimal): Decimal {
  const unit = 10n ** BigInt(scale)
  const quotient = unscaled / unit
  // Division of BigInts goes towards zero.
  return { unscaled: unscaled < 0n && quotient * unit !== unscaled ? quotient - 1n : quotient, scale: 0 }
}

export function negate({ unscaled, scale }: Decimal): Decimal {
  return { unscaled: -unscaled, scale }
}

/** The integer towards zero. */
export function truncate({ unscaled, scale }: Decimal): bigint {
  return unscaled / 10n ** BigInt(scale)
}

function unscaledAt({ unscaled, scale }: Decimal, wanted: number): bigint {
  return scale === wanted ? unscaled : unscaled * 10n ** BigInt(wanted - scale)
}

/** @throws RequestError `query-too-large` */
function checked(unscaled: bigint, scale: number): Decimal {
  const value = scale > quotientScale ? shorten({ unscaled, scale }) : { unscaled, scale }
  withoutOverflow(value.unscaled)
  return value
}

/**
 * Without zeros at the end, so that products of sums do not grow for nothing; and what is beyond the digits there are
 * is nothing (§4.2: underflow gives 0).
 */
function shorten({ unscaled, scale }: Decimal): Decimal {
  if (scale <= mostDigits) return trim({ unscaled, scale })
  return trim({ unscaled: unscaled / 10n ** BigInt(scale - mostDigits), scale: mostDigits })
}

function trim({ unscaled, scale }: Decimal): Decimal {
  if (unscaled === 0n) return { unscaled, scale: 0 }
  // As text: thousands of divisions by ten would take as many times as long.
  const text = unscaled.toString()
  let end = text.length
  while (text.charCodeAt(end - 1) === 0x30 && text.length - end < scale) end--
  return end === text.length
    ? { unscaled, scale }
    : { unscaled: BigInt(text.slice(0, end)), scale: scale - text.length + end }
}
