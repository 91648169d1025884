/**
 * The values of numbers, dates and moments (XML Schema Datatypes 1.1 §3.3.3 to §3.3.9 and §3.4.13 to §3.4.25), where a
 * double can stand for them.
 */

/**
 * The value of a lexical form; NaN if it is not of the datatype, and also if it has so many digits that two that differ
 * could become the same double. Who meets NaN has to read the text.
 */
export type ValueReader = (text: string) => number

/** So many digits of a decimal number come back from a double as they went into it. */
const exactDigits = 15

const decimalForm = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
const integerForm = /^[+-]?\d+$/
const doubleForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/

const decimal: ValueReader = (text) => (text.length <= exactDigits && decimalForm.test(text) ? Number(text) : NaN)

const double: ValueReader = (text) => {
  if (text === 'INF' || text === '+INF') return Infinity
  if (text === '-INF') return -Infinity
  return doubleForm.test(text) ? Number(text) : NaN
}

function integer(least: number, greatest: number): ValueReader {
  return (text) => {
    const value = text.length <= exactDigits && integerForm.test(text) ? Number(text) : NaN
    return value >= least && value <= greatest ? value : NaN
  }
}

/**
 * By the local names of the datatypes. Those of xsd:float are not read: promotion rounds what they are compared with, so
 * that two numbers do not tell how they compare (XPath Functions and Operators 3.1 §4.3).
 */
export const numericReaders: Readonly<Record<string, ValueReader>> = {
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

const dateForm = /^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$/
const dateTimeForm = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?$/

/** Seconds on the time line, in UTC where nothing else is said (XPath Functions and Operators 3.1 §10.4). */
function seconds(day: string, time: string, zone = 'Z'): number {
  // The 30th of February would be read as the first of March.
  const exists = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  return exists && zoneForm.test(zone) ? Date.parse(`${day}T${time}${zone}`) / 1000 : NaN
}

/** No timezone is more than 14 hours from UTC. */
const zoneForm = /^(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/** By the local names of the datatypes: those that people write, with years of four digits and without fractions. */
export const momentReaders: Readonly<Record<string, ValueReader>> = {
  date(text) {
    const [, day, zone] = dateForm.exec(text) ?? []
    return day ? seconds(day, '00:00:00', zone) : NaN
  },
  dateTime(text) {
    const [, day, , zone] = dateTimeForm.exec(text) ?? []
    return day ? seconds(day, text.slice(11, 19), zone) : NaN
  },
}
