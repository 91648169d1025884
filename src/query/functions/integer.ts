/**
 * xsd:integer without bounds: a JavaScript number while that is exact, a BigInt beyond.
 */

import { mostDigits, tooManyDigits } from './bounds.ts'

/** A BigInt only where a number would not be exact. */
export type Integer = number | bigint

const limit = 10n ** BigInt(mostDigits)

/**
 * The value of a lexical form, or `undefined` if it is none.
 * @throws RequestError `query-too-large`
 */
export function parseInteger(text: string): Integer | undefined {
  const { length } = text
  if (length > 15) return parseLong(text)
  const first = text.charCodeAt(0)
  const signed = first === 0x2d || first === 0x2b ? 1 : 0
  if (length === signed) return undefined
  let value = 0
  for (let index = signed; index < length; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  // 0 - 0 is no negative zero.
  return first === 0x2d ? 0 - value : value
}

function parseLong(text: string): Integer | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined
  if (text.length > mostDigits) throw tooManyDigits()
  return smallest(BigInt(text))
}

/** The same integer as a number if that is exact. */
export function smallest(value: bigint): Integer {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/**
 * The result of an operation as it is.
 * @throws RequestError `query-too-large` for an overflow (err:FOAR0002)
 */
export function withoutOverflow(value: bigint): bigint {
  if (value >= limit || value <= -limit) throw tooManyDigits()
  return value
}
