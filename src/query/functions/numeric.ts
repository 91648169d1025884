/**
 * Numbers and what is reckoned with them: XPath's operators with their promotion from integer to decimal to float to
 * double (SPARQL 1.2 §17.3, XPath Functions and Operators §4).
 */
import { type Literal, literal } from '../../rdf/terms.ts'
import { xsdDecimal, xsdDouble, xsdFloat, xsdInteger } from './datatypes.ts'
import type { Decimal } from './decimal.ts'
import * as decimals from './decimal.ts'
import { writeDouble, writeFloat } from './float.ts'
import { type Integer, smallest, withoutOverflow } from './integer.ts'

export type Numeric =
  | { readonly kind: 'integer'; readonly value: Integer }
  | { readonly kind: 'decimal'; readonly value: Decimal }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'double'; readonly value: number }

/** The literal of a number that was computed, in canonical form. */
export function numericLiteral(number: Numeric): Literal {
  switch (number.kind) {
    case 'integer':
      return literal(String(number.value), xsdInteger)
    case 'decimal':
      return literal(decimals.writeDecimal(number.value), xsdDecimal)
    case 'float':
      return literal(writeFloat(number.value), xsdFloat)
    case 'double':
      return literal(writeDouble(number.value), xsdDouble)
  }
}

export function integer(value: Integer): Numeric {
  return { kind: 'integer', value }
}

/** An operator on each of the types that it may be done in. */
interface Operator {
  readonly integers: (a: bigint, b: bigint) => bigint
  readonly decimals: (a: Decimal, b: Decimal) => Decimal
  readonly floats: (a: number, b: number) => number
}

const sum: Operator = { integers: (a, b) => a + b, decimals: decimals.add, floats: (a, b) => a + b }
const difference: Operator = { integers: (a, b) => a - b, decimals: decimals.subtract, floats: (a, b) => a - b }
const product: Operator = { integers: (a, b) => a * b, decimals: decimals.multiply, floats: (a, b) => a * b }

export const add = (a: Numeric, b: Numeric) => operate(sum, a, b)
export const subtract = (a: Numeric, b: Numeric) => operate(difference, a, b)
export const multiply = (a: Numeric, b: Numeric) => operate(product, a, b)

/** Of two integers a decimal; by zero an error of integers and decimals, infinite of floats (§4.2.4). */
export function divide(a: Numeric, b: Numeric): Numeric | undefined {
  if (!isExact(a) || !isExact(b)) return inFloats((left, right) => left / right, a, b)
  const value = decimals.divide(toDecimal(a), toDecimal(b))
  return value && { kind: 'decimal', value }
}

function operate(operator: Operator, a: Numeric, b: Numeric): Numeric {
  if (a.kind === 'integer' && b.kind === 'integer') return inIntegers(operator, a.value, b.value)
  if (isExact(a) && isExact(b)) return { kind: 'decimal', value: operator.decimals(toDecimal(a), toDecimal(b)) }
  return inFloats(operator.floats, a, b)
}

function inIntegers(operator: Operator, a: Integer, b: Integer): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    const value = operator.floats(a, b)
    // Adding 0 turns the -0 of 0 * -1 into 0.
    if (Number.isSafeInteger(value)) return integer(value + 0)
  }
  return integer(smallest(withoutOverflow(operator.integers(BigInt(a), BigInt(b)))))
}

function inFloats(operator: (a: number, b: number) => number, a: Numeric, b: Numeric): Numeric {
  if (a.kind === 'double' || b.kind === 'double') return { kind: 'double', value: operator(toDouble(a), toDouble(b)) }
  return { kind: 'float', value: Math.fround(operator(toFloat(a), toFloat(b))) }
}

type Exact = Extract<Numeric, { kind: 'integer' | 'decimal' }>

function isExact(number: Numeric): number is Exact {
  return number.kind === 'integer' || number.kind === 'decimal'
}

export function toDecimal(number: Exact): Decimal {
  return number.kind === 'decimal' ? number.value : decimals.fromInteger(number.value)
}

export function toDouble(number: Numeric): number {
  return number.kind === 'decimal' ? decimals.toDouble(number.value) : Number(number.value)
}

export function toFloat(number: Numeric): number {
  return number.kind === 'float' ? number.value : Math.fround(toDouble(number))
}

/**
 * op:numeric-equal and op:numeric-less-than in one: the sign of the result is the relation, after promotion. NaN if
 * either is NaN, which is neither less nor equal nor greater.
 */
export function compareNumeric(a: Numeric, b: Numeric): number {
  if (a.kind === 'integer' && b.kind === 'integer') return relation(a.value, b.value)
  if (isExact(a) && isExact(b)) return decimals.compareDecimals(toDecimal(a), toDecimal(b))
  if (a.kind === 'double' || b.kind === 'double') return relation(toDouble(a), toDouble(b))
  return relation(toFloat(a), toFloat(b))
}

/**
 * By value without promotion. Promotion rounds, and so makes an integer equal to a double that is equal to another
 * integer, which no order bears; but rounding keeps the order, so that what `compareNumeric` has less is less here.
 * NaN comes first.
 */
export function compareExactly(a: Numeric, b: Numeric): number {
  const left = typeof a.value === 'number' ? a.value : undefined
  const right = typeof b.value === 'number' ? b.value : undefined
  if (left !== undefined && right !== undefined) {
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left))
    return relation(left, right)
  }
  if (left !== undefined && !Number.isFinite(left)) return left > 0 ? 1 : -1
  if (right !== undefined && !Number.isFinite(right)) return right > 0 ? -1 : 1
  return decimals.compareDecimals(exactly(a), exactly(b))
}

function exactly(number: Numeric): Decimal {
  return isExact(number) ? toDecimal(number) : decimals.fromFloat(number.value)
}

function relation<T extends Integer>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN
}
