/**
 * The values of numeric literals (XML Schema Datatypes 1.1 §3.3.3 to §3.3.5 and §3.4.13 to §3.4.25), where a double can
 * stand for them.
 */

/**
 * The value of a lexical form; NaN if it is not of the datatype, and also if it has so many digits that two that differ
 * could become the same double. Who meets NaN has to read the text.
 */
export type NumericReader = (text: string) => number

/** So many digits of a decimal number come back from a double as they went into it. */
const exactDigits = 15

const decimalForm = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
const integerForm = /^[+-]?\d+$/
const doubleForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/

const decimal: NumericReader = (text) => (text.length <= exactDigits && decimalForm.test(text) ? Number(text) : NaN)

const double: NumericReader = (text) => {
  if (text === 'INF' || text === '+INF') return Infinity
  if (text === '-INF') return -Infinity
  return doubleForm.test(text) ? Number(text) : NaN
}

function integer(least: number, greatest: number): NumericReader {
  return (text) => {
    const value = text.length <= exactDigits && integerForm.test(text) ? Number(text) : NaN
    return value >= least && value <= greatest ? value : NaN
  }
}

/**
 * By the local names of the datatypes. Those of xsd:float are not read: promotion rounds what they are compared with, so
 * that two numbers do not tell how they compare (XPath Functions and Operators 3.1 §4.3).
 */
export const numericReaders: Readonly<Record<string, NumericReader>> = {
  decimal,
  double,
  integer: integer(-Infinity, Infinity),
  nonPositiveInteger: integer(-Infinity, 0),
  negativeInteger: integer(-Infinity, -1),
  nonNegativeInteger: integer(0, Infinity),
  positiveInteger: integer(1, Infinity),
  // Longs have more digits than are read here.
  long: integer(-Infinity, Infinity),
  unsignedLong: integer(0, Infinity),
  int: integer(-(2 ** 31), 2 ** 31 - 1),
  unsignedInt: integer(0, 2 ** 32 - 1),
  short: integer(-(2 ** 15), 2 ** 15 - 1),
  unsignedShort: integer(0, 2 ** 16 - 1),
  byte: integer(-(2 ** 7), 2 ** 7 - 1),
  unsignedByte: integer(0, 2 ** 8 - 1),
}
