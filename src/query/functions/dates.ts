/**
 * Functions on dates and times (SPARQL 1.2 §17.4.5): the parts as they are written, of xsd:dateTime, and by the like
 * functions of XPath (§9.5) of xsd:date and xsd:time where these have the part.
 */
import { literal, type Term } from '../../rdf/terms.ts'
import type { StrictFunction } from './context.ts'
import { xsdDayTimeDuration, xsdDecimal } from './datatypes.ts'
import { ofMinutes, writeDuration } from './duration.ts'
import { integer, numericLiteral } from './numeric.ts'
import type { Temporal } from './temporal.ts'
import { decode } from './values.ts'

const ofTemporal =
  (call: (value: Temporal) => Term | undefined): StrictFunction =>
  ([term]) => {
    const value = term?.termType === 'Literal' ? decode(term) : undefined
    return value?.kind === 'dateTime' || value?.kind === 'date' || value?.kind === 'time' ? call(value) : undefined
  }

const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') =>
  ofTemporal((value) => (value[name] === undefined ? undefined : numericLiteral(integer(value[name]))))

export const year = part('year')
export const month = part('month')
export const day = part('day')
export const hours = part('hour')
export const minutes = part('minute')

export const seconds = ofTemporal(({ second, fraction }) =>
  second === undefined ? undefined : literal(fraction ? `${second}.${fraction}` : String(second), xsdDecimal),
)

/** An error where no timezone is written. */
export const timezone = ofTemporal((value) =>
  value.timezone === undefined ? undefined : literal(writeDuration(ofMinutes(value.timezone)), xsdDayTimeDuration),
)

/** Nothing where no timezone is written. */
export const tz = ofTemporal((value) => literal(value.zone))
