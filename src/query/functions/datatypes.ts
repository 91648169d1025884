/**
 * The datatypes whose values are known (SPARQL 1.2 §17.1), as IRIs that are made once.
 */
import { iri } from '../../rdf/terms.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'

export const xsdBoolean = iri(`${xsd}boolean`)
export const xsdInteger = iri(`${xsd}integer`)
export const xsdDecimal = iri(`${xsd}decimal`)
export const xsdFloat = iri(`${xsd}float`)
export const xsdDouble = iri(`${xsd}double`)
export const xsdDateTime = iri(`${xsd}dateTime`)
export const xsdDate = iri(`${xsd}date`)
export const xsdTime = iri(`${xsd}time`)
export const xsdDuration = iri(`${xsd}duration`)
export const xsdDayTimeDuration = iri(`${xsd}dayTimeDuration`)
export const xsdYearMonthDuration = iri(`${xsd}yearMonthDuration`)

/** The types derived from xsd:integer with their bounds (XML Schema 1.1 Part 2 §3.4.13 to §3.4.25). */
export const derivedIntegers: ReadonlyMap<string, readonly [least: bigint | undefined, most: bigint | undefined]> =
  new Map([
    [`${xsd}nonPositiveInteger`, [undefined, 0n]],
    [`${xsd}negativeInteger`, [undefined, -1n]],
    [`${xsd}long`, [-(2n ** 63n), 2n ** 63n - 1n]],
    [`${xsd}int`, [-(2n ** 31n), 2n ** 31n - 1n]],
    [`${xsd}short`, [-32768n, 32767n]],
    [`${xsd}byte`, [-128n, 127n]],
    [`${xsd}nonNegativeInteger`, [0n, undefined]],
    [`${xsd}unsignedLong`, [0n, 2n ** 64n - 1n]],
    [`${xsd}unsignedInt`, [0n, 2n ** 32n - 1n]],
    [`${xsd}unsignedShort`, [0n, 65535n]],
    [`${xsd}unsignedByte`, [0n, 255n]],
    [`${xsd}positiveInteger`, [1n, undefined]],
  ])
