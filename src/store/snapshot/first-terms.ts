/**
 * The terms that every dictionary begins with, whether the data uses them or not: their ids are known beforehand.
 */
import { defaultGraph, dirLangString, iri, langString, type Term, xsdString } from '../../rdf/terms.ts'
import { momentReaders, numericReaders, type ValueReader } from './literal-values.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const numeric = Object.entries(numericReaders)
const valued = [...numeric, ...Object.entries(momentReaders)]

/** In the order of their ids from 1. */
export const firstTerms: readonly Term[] = [
  defaultGraph,
  xsdString,
  langString,
  dirLangString,
  ...valued.map(([name]) => iri(xsd + name)),
]

const firstNumeric = firstTerms.length - valued.length + 1
const firstInteger = firstNumeric + numeric.findIndex(([name]) => name === 'integer')

/**
 * From `firstNumeric` to `lastInteger` stand the numeric datatypes, from `integer` on xsd:integer and those that are
 * derived from it; up to `lastValued` stand those of dates and moments.
 */
export const firstIds = {
  defaultGraph: 1,
  xsdString: 2,
  langString: 3,
  dirLangString: 4,
  firstNumeric,
  integer: firstInteger,
  lastInteger: firstNumeric + numeric.length - 1,
  lastValued: firstTerms.length,
} as const

/** What kind of value a literal has, by its datatype: two values can be compared if their spaces are the same. */
export const spaces = {
  none: 0,
  numbers: firstNumeric,
  dates: firstTerms.length - 1,
  moments: firstTerms.length,
} as const

/** By the id of the datatype; of what is no literal that is 0. */
export function spaceOf(datatype: number): number {
  if (!(datatype >= firstNumeric && datatype <= firstIds.lastValued)) return spaces.none
  return datatype <= firstIds.lastInteger ? spaces.numbers : datatype
}

/** By the id of their datatype. */
export const readersById: ReadonlyMap<number, ValueReader> = new Map(
  valued.map(([, read], index) => [firstNumeric + index, read]),
)
