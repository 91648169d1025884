/**
 * The functions of SPARQL by the names that the algebra calls them: the strict ones, which have all their arguments
 * evaluated. `||` `&&` `!` IN, NOT IN, BOUND, IF, COALESCE and EXISTS are the evaluator's.
 */
import type { Term } from '../../rdf/terms.ts'
import * as arithmetic from './arithmetic.ts'
import { booleanLiteral } from './boolean.ts'
import { castTo, furtherCasts } from './casts.ts'
import { equal, greater, greaterOrEqual, less, lessOrEqual, notEqual } from './compare.ts'
import type { StrictFunction } from './context.ts'
import * as dates from './dates.ts'
import { geoFunctions } from './geo/geo.ts'
import * as hashes from './hash.ts'
import * as strings from './strings.ts'
import * as terms from './terms.ts'

const relation =
  (call: (a: Term, b: Term) => boolean | undefined): StrictFunction =>
  ([a, b]) => {
    const result = call(a!, b!)
    return result === undefined ? undefined : booleanLiteral(result)
  }

const builtIns: ReadonlyMap<string, StrictFunction> = new Map<string, StrictFunction>([
  ['=', relation(equal)],
  ['!=', relation(notEqual)],
  ['<', relation(less)],
  ['>', relation(greater)],
  ['<=', relation(lessOrEqual)],
  ['>=', relation(greaterOrEqual)],
  ['+', arithmetic.plus],
  ['-', arithmetic.minus],
  ['*', arithmetic.times],
  ['/', arithmetic.dividedBy],
  ['u+', arithmetic.unaryPlus],
  ['u-', arithmetic.unaryMinus],

  ['sameterm', terms.sameTerm],
  ['isiri', terms.isIri],
  ['isuri', terms.isIri],
  ['isblank', terms.isBlank],
  ['isliteral', terms.isLiteral],
  ['isnumeric', terms.isNumeric],
  ['str', terms.str],
  ['lang', terms.lang],
  ['langdir', terms.langDir],
  ['haslang', terms.hasLang],
  ['haslangdir', terms.hasLangDir],
  ['datatype', terms.datatype],
  ['iri', terms.toIri],
  ['uri', terms.toIri],
  ['bnode', terms.bnode],
  ['strdt', terms.strDt],
  ['strlang', terms.strLang],
  ['strlangdir', terms.strLangDir],
  ['uuid', terms.uuid],
  ['struuid', terms.strUuid],
  ['triple', terms.triple],
  ['subject', terms.subject],
  ['predicate', terms.predicate],
  ['object', terms.object],
  ['istriple', terms.isTriple],

  ['strlen', strings.strLen],
  ['substr', strings.substr],
  ['ucase', strings.ucase],
  ['lcase', strings.lcase],
  ['strstarts', strings.strStarts],
  ['strends', strings.strEnds],
  ['contains', strings.contains],
  ['strbefore', strings.strBefore],
  ['strafter', strings.strAfter],
  ['encode_for_uri', strings.encodeForUri],
  ['concat', strings.concat],
  ['langmatches', strings.langMatches],
  ['regex', strings.regex],
  ['replace', strings.replace],

  ['abs', arithmetic.absolute],
  ['round', arithmetic.rounded],
  ['ceil', arithmetic.ceiling],
  ['floor', arithmetic.floored],
  ['rand', arithmetic.random],

  ['now', terms.now],
  ['year', dates.year],
  ['month', dates.month],
  ['day', dates.day],
  ['hours', dates.hours],
  ['minutes', dates.minutes],
  ['seconds', dates.seconds],
  ['timezone', dates.timezone],
  ['tz', dates.tz],

  ['md5', hashes.md5],
  ['sha1', hashes.sha1],
  ['sha256', hashes.sha256],
  ['sha384', hashes.sha384],
  ['sha512', hashes.sha512],
])

/** An operator or a built-in by its name in an Expression of type `call`; the parser saw to the number of arguments. */
export function builtIn(name: string): StrictFunction | undefined {
  return builtIns.get(name)
}

/** A function by its IRI: a cast (§17.5), or one of GeoSPARQL's. */
export function namedFunction(iri: string): StrictFunction | undefined {
  return castTo(iri) ?? geoFunctions.get(iri)?.[1]
}

export function isFunction(iri: string): boolean {
  return namedFunction(iri) !== undefined
}

/** How many arguments a function named by an IRI has; `undefined` if there is none of that name. */
export function arityOf(iri: string): number | undefined {
  return castTo(iri) ? 1 : geoFunctions.get(iri)?.[0]
}

/** The IRIs of the functions that SPARQL does not ask for. */
export const furtherFunctions: readonly string[] = [...furtherCasts, ...geoFunctions.keys()]
