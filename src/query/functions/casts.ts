/**
 * XPath's constructor functions (SPARQL 1.2 §17.5, XPath Functions and Operators §19.1). White space around a text is
 * no part of it.
 */
import { type Literal, literal, type Term, xsdString } from '../../rdf/terms.ts'
import { booleanLiteral, effectiveBooleanValue } from './boolean.ts'
import type { StrictFunction } from './context.ts'
import {
  xsdBoolean,
  xsdDate,
  xsdDateTime,
  xsdDayTimeDuration,
  xsdDecimal,
  xsdDouble,
  xsdDuration,
  xsdFloat,
  xsdInteger,
  xsdTime,
  xsdYearMonthDuration,
} from './datatypes.ts'
import * as decimals from './decimal.ts'
import { writeDuration } from './duration.ts'
import { castToText } from './float.ts'
import { smallest } from './integer.ts'
import { integer, numericLiteral, toDecimal, toDouble, toFloat } from './numeric.ts'
import { writeDate, writeTemporal, writeTime } from './temporal.ts'
import { decode, isDuration, isNumeric, isString, type Value } from './values.ts'

/** A cast of a value; what it casts texts to is what the datatype's own lexical forms are. */
type Cast = (value: Value) => Literal | undefined

const toInteger: Cast = (value) => {
  if (value.kind === 'boolean') return numericLiteral(integer(Number(value.value)))
  if (value.kind === 'integer') return numericLiteral(value)
  const decimal = finite(value)
  return decimal && numericLiteral(integer(smallest(decimals.truncate(decimal))))
}

const toDecimalLiteral: Cast = (value) => {
  const decimal = value.kind === 'boolean' ? decimals.fromInteger(Number(value.value)) : finite(value)
  return decimal && numericLiteral({ kind: 'decimal', value: decimal })
}

const toDoubleLiteral: Cast = (value) => {
  if (value.kind === 'boolean') return numericLiteral({ kind: 'double', value: Number(value.value) })
  return isNumeric(value) ? numericLiteral({ kind: 'double', value: toDouble(value) }) : undefined
}

const toFloatLiteral: Cast = (value) => {
  if (value.kind === 'boolean') return numericLiteral({ kind: 'float', value: Number(value.value) })
  return isNumeric(value) ? numericLiteral({ kind: 'float', value: toFloat(value) }) : undefined
}

const toDateTime: Cast = (value) => {
  if (value.kind === 'dateTime') return literal(writeTemporal(value), xsdDateTime)
  return value.kind === 'date' ? literal(`${writeDate(value)}T00:00:00${value.zone}`, xsdDateTime) : undefined
}

const toDate: Cast = (value) => {
  const has = value.kind === 'dateTime' || value.kind === 'date'
  return has ? literal(`${writeDate(value)}${value.zone}`, xsdDate) : undefined
}

const toTime: Cast = (value) => {
  const has = value.kind === 'dateTime' || value.kind === 'time'
  return has ? literal(`${writeTime(value)}${value.zone}`, xsdTime) : undefined
}

const toDuration: Cast = (value) =>
  isDuration(value) ? literal(writeDuration({ ...value, kind: 'duration' }), xsdDuration) : undefined

const toDayTimeDuration: Cast = (value) =>
  isDuration(value)
    ? literal(writeDuration({ ...value, kind: 'dayTimeDuration', months: 0 }), xsdDayTimeDuration)
    : undefined

const noSeconds = decimals.fromInteger(0)

const toYearMonthDuration: Cast = (value) =>
  isDuration(value)
    ? literal(writeDuration({ ...value, kind: 'yearMonthDuration', seconds: noSeconds }), xsdYearMonthDuration)
    : undefined

const casts = new Map<string, StrictFunction>([
  [xsdString.value, ([term]) => toText(term!)],
  [xsdBoolean.value, ([term]) => toBoolean(term!)],
  ...(
    [
      [xsdInteger, toInteger],
      [xsdDecimal, toDecimalLiteral],
      [xsdFloat, toFloatLiteral],
      [xsdDouble, toDoubleLiteral],
      [xsdDateTime, toDateTime],
      [xsdDate, toDate],
      [xsdTime, toTime],
      [xsdDuration, toDuration],
      [xsdDayTimeDuration, toDayTimeDuration],
      [xsdYearMonthDuration, toYearMonthDuration],
    ] as const
  ).map(([datatype, cast]): [string, StrictFunction] => [
    datatype.value,
    ([term]) => {
      if (term?.termType !== 'Literal') return undefined
      const value = isString(term) ? decode(literal(trimmed(term.value), datatype)) : decode(term)
      return value && cast(value)
    },
  ]),
])

/** The casts that §17.5 does not ask for. */
export const furtherCasts: readonly string[] = [
  xsdDate,
  xsdTime,
  xsdDuration,
  xsdDayTimeDuration,
  xsdYearMonthDuration,
].map(({ value }) => value)

/** The cast that an IRI names, of one argument. */
export function castTo(iri: string): StrictFunction | undefined {
  return casts.get(iri)
}

/** IRIs and literals; of a datatype that is not known, and of what is ill-typed, the lexical form. */
function toText(term: Term): Literal | undefined {
  if (term.termType === 'NamedNode') return literal(term.value)
  if (term.termType !== 'Literal') return undefined
  if (isString(term)) return term
  const value = decode(term)
  return literal(value ? writeValue(value, term.value) : term.value)
}

function toBoolean(term: Term): Literal | undefined {
  const known = isString(term) ? decode(literal(trimmed(term.value), xsdBoolean)) : undefined
  if (known?.kind === 'boolean') return booleanLiteral(known.value)
  const value = isString(term) ? undefined : effectiveBooleanValue(term)
  return value === undefined ? undefined : booleanLiteral(value)
}

/** As a value is cast to xsd:string (§19.1). */
function writeValue(value: Value, lexical: string): string {
  switch (value.kind) {
    case 'string':
      return lexical
    case 'boolean':
    case 'integer':
      return String(value.value)
    case 'decimal':
      return decimals.writeDecimal(value.value)
    case 'float':
    case 'double':
      return castToText(value.value, value.kind === 'float')
    case 'dateTime':
    case 'date':
    case 'time':
      return writeTemporal(value)
    default:
      return writeDuration(value)
  }
}

/** The exact value of a number, if it is finite. */
function finite(value: Value): decimals.Decimal | undefined {
  if (value.kind === 'integer' || value.kind === 'decimal') return toDecimal(value)
  const isFiniteFloat = (value.kind === 'float' || value.kind === 'double') && Number.isFinite(value.value)
  return isFiniteFloat ? decimals.fromFloat(value.value) : undefined
}

/**
 * Facet `whiteSpace` = `collapse` (XML Schema 1.1 Part 2 §4.3.6): no lexical form has spaces inside. Not by a pattern: that
 * would try again at each of many spaces.
 */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
}
