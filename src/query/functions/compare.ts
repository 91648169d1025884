/**
 * The operators `=` `!=` `<` `>` `<=` `>=` on RDF terms (SPARQL 1.2 §17.3, §17.4.2.2).
 */
import type { Literal, Term } from '../../rdf/terms.ts'
import { compareText } from './code-points.ts'
import { compareDurations } from './duration.ts'
import { compareNumeric } from './numeric.ts'
import { compareTemporal, sameMoment } from './temporal.ts'
import { decode, isDuration, isNumeric, isString, isTemporal, type Value } from './values.ts'

export function equal(a: Term, b: Term): boolean | undefined {
  if (a.termType === 'Literal' && b.termType === 'Literal') return equalLiterals(a, b)
  if (a.termType === 'Quad' && b.termType === 'Quad') {
    return and(equal(a.subject, b.subject), equal(a.predicate, b.predicate), equal(a.object, b.object))
  }
  return a.termType === b.termType && a.value === b.value
}

export function notEqual(a: Term, b: Term): boolean | undefined {
  return not(equal(a, b))
}

export function less(a: Term, b: Term): boolean | undefined {
  const relation = compare(a, b)
  return relation === undefined ? undefined : relation < 0
}

export function greater(a: Term, b: Term): boolean | undefined {
  const relation = compare(a, b)
  return relation === undefined ? undefined : relation > 0
}

export function lessOrEqual(a: Term, b: Term): boolean | undefined {
  const relation = compare(a, b)
  return relation === undefined ? undefined : relation <= 0
}

export function greaterOrEqual(a: Term, b: Term): boolean | undefined {
  const relation = compare(a, b)
  return relation === undefined ? undefined : relation >= 0
}

/**
 * The operator table from its most specific row to sameValue. Two rows are ours, as §17.3.1 lets us put a result where
 * the table has an error: literals of two known datatypes with nothing in common are not equal ("the processor can
 * determine that their values are not equal"), and a string in a language is not equal to any literal but itself, even
 * if that one is ill-typed or its datatype unknown; no datatype IRI has such values (RDF 1.2 Semantics §7).
 */
function equalLiterals(a: Literal, b: Literal): boolean | undefined {
  if (isString(a) && isString(b)) return a.value === b.value
  const left = decode(a)
  const right = decode(b)
  // Before sameTerm: NaN is not equal to itself.
  if (left && right && isNumeric(left) && isNumeric(right)) return compareNumeric(left, right) === 0
  if (a.equals(b)) return true
  if (a.language || b.language) return false
  return left && right && sameValue(left, right)
}

/** Of two values that are no strings and not both numbers. */
function sameValue(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value
  // op:dateTime-equal knows an implicit timezone; values of the others are what they are (§17.4.2.2).
  if (a.kind === 'dateTime' && b.kind === 'dateTime') return compareTemporal(a, b) === 0
  if ((a.kind === 'date' && b.kind === 'date') || (a.kind === 'time' && b.kind === 'time')) return sameMoment(a, b)
  if (isDuration(a) && isDuration(b)) return compareDurations(a, b) === 0
  return false
}

/**
 * The sign of the result is the relation; NaN is none of the three. `undefined` is an error: for all but two numbers,
 * strings, booleans or dateTimes, and by operators of XPath (§17.3.1) two dates, times or durations of one ordered type.
 */
function compare(a: Term, b: Term): number | undefined {
  if (a.termType !== 'Literal' || b.termType !== 'Literal') return undefined
  if (isString(a)) return isString(b) ? compareText(a.value, b.value) : undefined
  const left = decode(a)
  const right = left && decode(b)
  return right && compareValues(left, right)
}

/** As `compare`, of two values that are no strings. */
function compareValues(a: Value, b: Value): number | undefined {
  if (isNumeric(a)) return isNumeric(b) ? compareNumeric(a, b) : undefined
  if (a.kind === 'boolean') return b.kind === 'boolean' ? Number(a.value) - Number(b.value) : undefined
  if (a.kind !== b.kind) return undefined
  if (isTemporal(a) && isTemporal(b)) return compareTemporal(a, b)
  return isDuration(a) && isDuration(b) && a.kind !== 'duration' ? compareDurations(a, b) : undefined
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}

/** logical-and (§17.2): false beside an error is false. */
function and(...values: readonly (boolean | undefined)[]): boolean | undefined {
  return values.includes(false) ? false : values.includes(undefined) ? undefined : true
}
