/**
 * The order of ORDER BY, MIN and MAX (SPARQL 1.2 §15.1), made total, so that the same rows come in the same order
 * whatever way they took: nothing, blank nodes, IRIs, literals, triple terms; literals by kind as §15.1 names them
 * (numbers, strings, booleans, dateTimes), then by value, then by lexical form, language, direction and datatype.
 */
import type { Literal, Quad, Term } from '../../rdf/terms.ts'
import { compareText } from './code-points.ts'
import { compareDurations } from './duration.ts'
import { compareExactly } from './numeric.ts'
import { compareTemporal } from './temporal.ts'
import { decode, isNumeric, type Value } from './values.ts'

/** What is compared of a term, found once for a row and not once for a comparison. */
export interface OrderKey {
  readonly term: Term | undefined
  readonly rank: number
  /** Of a literal that is no string. */
  readonly value: Value | undefined
}

const nothing: OrderKey = { term: undefined, rank: 0, value: undefined }

const literalRanks = {
  integer: 3,
  decimal: 3,
  float: 3,
  double: 3,
  string: 4,
  boolean: 5,
  dateTime: 6,
  date: 7,
  time: 8,
  dayTimeDuration: 9,
  yearMonthDuration: 10,
  duration: 11,
} satisfies Record<Value['kind'], number>

/** `undefined` is no value: unbound, or an error. */
export function orderKey(term: Term | undefined): OrderKey {
  switch (term?.termType) {
    case undefined:
      return nothing
    case 'BlankNode':
      return { term, rank: 1, value: undefined }
    case 'NamedNode':
      return { term, rank: 2, value: undefined }
    case 'Literal': {
      // Strings in a language stand among the others, as words in a list do.
      const value = term.language ? undefined : decode(term)
      const rank = term.language ? literalRanks.string : value ? literalRanks[value.kind] : 12
      return { term, rank, value }
    }
    default:
      return { term, rank: 13, value: undefined }
  }
}

/** Less than 0, 0 or more than 0; 0 only for the same term. */
export function compareKeys(a: OrderKey, b: OrderKey): number {
  if (a.rank !== b.rank || !a.term || !b.term) return a.rank - b.rank
  if (a.term.termType === 'Literal') {
    const byValue = a.value && b.value ? compareWithin(a.value, b.value) : 0
    return byValue || compareLiterals(a.term, b.term as Literal)
  }
  if (a.term.termType === 'Quad') return compareTriples(a.term as Quad, b.term as Quad)
  return compareText(a.term.value, b.term.value)
}

export function compareForOrder(a: Term | undefined, b: Term | undefined): number {
  return compareKeys(orderKey(a), orderKey(b))
}

/** Two values of one rank; never NaN. Where `<` is defined this agrees with it. */
function compareWithin(a: Value, b: Value): number {
  if (isNumeric(a)) return isNumeric(b) ? compareExactly(a, b) : 0
  switch (a.kind) {
    case 'string':
      return 0
    case 'boolean':
      return b.kind === 'boolean' ? Number(a.value) - Number(b.value) : 0
    case 'dateTime':
    case 'date':
    case 'time':
      return a.kind === b.kind ? compareTemporal(a, b as typeof a) : 0
    default:
      return a.kind === b.kind ? compareDurations(a, b as typeof a) : 0
  }
}

function compareLiterals(a: Literal, b: Literal): number {
  return (
    compareText(a.value, b.value) ||
    compareText(a.language, b.language) ||
    compareText(a.direction ?? '', b.direction ?? '') ||
    compareText(a.datatype.value, b.datatype.value)
  )
}

function compareTriples(a: Quad, b: Quad): number {
  return (
    compareForOrder(a.subject, b.subject) ||
    compareForOrder(a.predicate, b.predicate) ||
    compareForOrder(a.object, b.object)
  )
}
