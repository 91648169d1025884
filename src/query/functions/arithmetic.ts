/**
 * Operators and functions on numbers as functions on terms (SPARQL 1.2 §17.3, §17.4.4): an error for all that is no
 * number.
 */
import type { StrictFunction } from './context.ts'
import { add, divide, multiply, type Numeric, numericLiteral, subtract } from './numeric.ts'
import { abs, ceil, floor, negate, round } from './rounding.ts'
import { numericOf } from './values.ts'

const ofOne =
  (call: (number: Numeric) => Numeric): StrictFunction =>
  ([term]) => {
    const number = numericOf(term!)
    return number && numericLiteral(call(number))
  }

const ofTwo =
  (call: (a: Numeric, b: Numeric) => Numeric | undefined): StrictFunction =>
  ([a, b]) => {
    const left = numericOf(a!)
    const right = left && numericOf(b!)
    const result = right && call(left, right)
    return result && numericLiteral(result)
  }

export const plus = ofTwo(add)
export const minus = ofTwo(subtract)
export const times = ofTwo(multiply)
export const dividedBy = ofTwo(divide)
export const unaryPlus = ofOne((number) => number)
export const unaryMinus = ofOne(negate)
export const absolute = ofOne(abs)
export const ceiling = ofOne(ceil)
export const floored = ofOne(floor)
export const rounded = ofOne(round)
export const random: StrictFunction = () => numericLiteral({ kind: 'double', value: Math.random() })
