/**
 * The values of literals: what a lexical form stands for in its datatype (RDF 1.2 Concepts §3.3). Decoding is cheap
 * enough to be done at each use; ORDER BY does it once a row (`orderKey`).
 */
import { type Literal, type Term, xsdString } from '../../rdf/terms.ts'
import {
  derivedIntegers,
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
import { parseDecimal } from './decimal.ts'
import { type Duration, parseDuration } from './duration.ts'
import { parseDouble } from './float.ts'
import { parseInteger } from './integer.ts'
import { integer, type Numeric } from './numeric.ts'
import { parseTemporal } from './parse-temporal.ts'
import type { Temporal } from './temporal.ts'

export type Value =
  | Numeric
  | { readonly kind: 'string' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | Temporal
  | Duration

type Decoder = (lexical: string) => Value | undefined

const text: Value = { kind: 'string' }
const yes: Value = { kind: 'boolean', value: true }
const no: Value = { kind: 'boolean', value: false }

const decodeInteger = (lexical: string): Numeric | undefined => {
  const value = parseInteger(lexical)
  return value === undefined ? undefined : integer(value)
}

/** Of a type derived from xsd:integer. */
const decodeWithin = (least: bigint | undefined, most: bigint | undefined) => (lexical: string) => {
  const value = parseInteger(lexical)
  if (value === undefined) return undefined
  const fits = (least === undefined || value >= least) && (most === undefined || value <= most)
  return fits ? integer(value) : undefined
}

const numericDecoders: ReadonlyMap<string, (lexical: string) => Numeric | undefined> = new Map([
  [xsdInteger.value, decodeInteger],
  [
    xsdDecimal.value,
    (lexical) => {
      const value = parseDecimal(lexical)
      return value && { kind: 'decimal', value }
    },
  ],
  [
    xsdDouble.value,
    (lexical) => {
      const value = parseDouble(lexical)
      return value === undefined ? undefined : { kind: 'double', value }
    },
  ],
  [
    xsdFloat.value,
    (lexical) => {
      const value = parseDouble(lexical)
      return value === undefined ? undefined : { kind: 'float', value: Math.fround(value) }
    },
  ],
  ...[...derivedIntegers].map(([datatype, bounds]) => [datatype, decodeWithin(...bounds)] as const),
])

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ...numericDecoders,
  [xsdString.value, () => text],
  [xsdBoolean.value, decodeBoolean],
  [xsdDateTime.value, (lexical) => parseTemporal('dateTime', lexical)],
  [xsdDate.value, (lexical) => parseTemporal('date', lexical)],
  [xsdTime.value, (lexical) => parseTemporal('time', lexical)],
  [xsdDuration.value, (lexical) => parseDuration('duration', lexical)],
  [xsdDayTimeDuration.value, (lexical) => parseDuration('dayTimeDuration', lexical)],
  [xsdYearMonthDuration.value, (lexical) => parseDuration('yearMonthDuration', lexical)],
])

/** The value of a literal; `undefined` for an ill-typed one, one of a datatype that is not known, or one in a language. */
export function decode(literal: Literal): Value | undefined {
  return decoders.get(literal.datatype.value)?.(literal.value)
}

/** The number that a term is; `undefined` if it is none (`numeric` of SPARQL 1.2 §17.1). */
export function numericOf(term: Term): Numeric | undefined {
  return term.termType === 'Literal' ? numericDecoders.get(term.datatype.value)?.(term.value) : undefined
}

function decodeBoolean(lexical: string): Value | undefined {
  switch (lexical) {
    case 'true':
    case '1':
      return yes
    case 'false':
    case '0':
      return no
    default:
      return undefined
  }
}

interface StringLiteral extends Literal {
  readonly language: ''
}

export function isString(term: Term): term is StringLiteral {
  return term.termType === 'Literal' && term.datatype.value === xsdString.value
}

export function isNumeric(value: Value): value is Numeric {
  return value.kind === 'integer' || value.kind === 'decimal' || value.kind === 'double' || value.kind === 'float'
}

export function isTemporal(value: Value): value is Temporal {
  return value.kind === 'dateTime' || value.kind === 'date' || value.kind === 'time'
}

export function isDuration(value: Value): value is Duration {
  return value.kind === 'duration' || value.kind === 'dayTimeDuration' || value.kind === 'yearMonthDuration'
}
