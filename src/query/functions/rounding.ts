/**
 * Functions on numerics that keep the type (SPARQL 1.2 §17.4.4, XPath Functions and Operators §4.4).
 */

import type { Decimal } from './decimal.ts'
import * as decimals from './decimal.ts'
import { type Integer, smallest } from './integer.ts'
import type { Numeric } from './numeric.ts'

export const abs = (number: Numeric) => (isNegative(number) ? negate(number) : number)

/** op:numeric-unary-minus (§4.2.8). */
export function negate(number: Numeric): Numeric {
  switch (number.kind) {
    case 'integer':
      return { kind: 'integer', value: negated(number.value) }
    case 'decimal':
      return { kind: 'decimal', value: decimals.negate(number.value) }
    default:
      return { kind: number.kind, value: -number.value }
  }
}

export const ceil = (number: Numeric) =>
  toWhole(number, Math.ceil, (value) => decimals.negate(decimals.floor(decimals.negate(value))))

export const floor = (number: Numeric) => toWhole(number, Math.floor, decimals.floor)

const half: Decimal = { unscaled: 5n, scale: 1 }

/** Half way goes up (fn:round §4.4.4), which is what Math.round does too. */
export const round = (number: Numeric) =>
  toWhole(number, Math.round, (value) => decimals.floor(decimals.add(value, half)))

function toWhole(number: Numeric, ofFloat: (value: number) => number, ofDecimal: (value: Decimal) => Decimal): Numeric {
  switch (number.kind) {
    case 'integer':
      return number
    case 'decimal':
      return { kind: 'decimal', value: ofDecimal(number.value) }
    default:
      return { kind: number.kind, value: ofFloat(number.value) }
  }
}

function isNegative(number: Numeric): boolean {
  if (number.kind === 'decimal') return number.value.unscaled < 0n
  return number.value < 0 || Object.is(number.value, -0)
}

function negated(value: Integer): Integer {
  return typeof value === 'number' ? 0 - value : smallest(-value)
}
