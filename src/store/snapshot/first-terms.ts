/**
 * The terms that every dictionary begins with, whether the data uses them or not: their ids are known beforehand.
 */
import { defaultGraph, dirLangString, iri, langString, type Term, xsdString } from '../../rdf/terms.ts'
import { type NumericReader, numericReaders } from './numbers.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const numeric = Object.entries(numericReaders)

/** In the order of their ids from 1. */
export const firstTerms: readonly Term[] = [
  defaultGraph,
  xsdString,
  langString,
  dirLangString,
  ...numeric.map(([name]) => iri(xsd + name)),
]

const firstNumeric = firstTerms.length - numeric.length + 1
const firstInteger = firstNumeric + numeric.findIndex(([name]) => name === 'integer')

/** xsd:integer is `integer`, and the datatypes from there on to `lastInteger` are derived from it. */
export const firstIds = {
  defaultGraph: 1,
  xsdString: 2,
  langString: 3,
  dirLangString: 4,
  integer: firstInteger,
  lastInteger: firstTerms.length,
} as const

/** By the id of their datatype. */
export const readersById: ReadonlyMap<number, NumericReader> = new Map(
  numeric.map(([, read], index) => [firstNumeric + index, read]),
)
