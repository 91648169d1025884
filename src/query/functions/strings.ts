/**
 * Functions on strings (SPARQL 1.2 §17.4.3). A string literal is an xsd:string or a string in a language, with or
 * without a direction; all else is an error.
 */
import { type Literal, literal, type Term, taggedLiteral } from '../../rdf/terms.ts'
import { InvalidPattern, matches, replace as replaceIn } from '../regex/regex.ts'
import { booleanLiteral } from './boolean.ts'
import { makeRoom } from './bounds.ts'
import { lengthOf, slice } from './code-points.ts'
import type { StrictFunction } from './context.ts'
import { integer, numericLiteral, toDouble } from './numeric.ts'
import { round } from './rounding.ts'
import { isString, numericOf } from './values.ts'

export function isStringLiteral(term: Term | undefined): term is Literal {
  return term?.termType === 'Literal' && (term.language !== '' || isString(term))
}

/** A string literal of the same kind. */
function likewise(source: Literal, text: string): Literal {
  return source.language ? taggedLiteral(text, source.language, source.direction ?? '') : literal(text)
}

/** Whether the second may be looked for in the first: argument compatibility. */
function areCompatible(a: Literal, b: Literal): boolean {
  return isString(b) || sameLanguage(a, b)
}

function sameLanguage(a: Literal, b: Literal): boolean {
  return a.language === b.language && (a.direction ?? '') === (b.direction ?? '')
}

/** A function of two compatible string literals. */
const ofCompatible =
  (call: (a: Literal, b: Literal) => Term): StrictFunction =>
  ([a, b]) =>
    isStringLiteral(a) && isStringLiteral(b) && areCompatible(a, b) ? call(a, b) : undefined

export const strLen: StrictFunction = ([text]) =>
  isStringLiteral(text) ? numericLiteral(integer(lengthOf(text.value))) : undefined

/** fn:substring: positions count from 1, and both numbers are rounded (XPath Functions and Operators §5.4.3). */
export const substr: StrictFunction = ([source, start, length]) => {
  const first = numericOf(start!)
  const count = length && numericOf(length)
  if (!isStringLiteral(source) || !first || (length && !count)) return undefined
  const from = toDouble(round(first))
  const to = count ? from + toDouble(round(count)) : Number.POSITIVE_INFINITY
  // NaN is in no range.
  if (!(from < to)) return likewise(source, '')
  return likewise(source, slice(source.value, Math.max(from, 1) - 1, Math.max(to, 1) - 1))
}

const inCase =
  (change: (text: string) => string): StrictFunction =>
  ([text], context) => {
    if (!isStringLiteral(text)) return undefined
    makeRoom(text.value.length, context)
    const changed = change(text.value)
    // One letter may become three.
    if (changed.length > text.value.length) makeRoom(changed.length, {})
    return likewise(text, changed)
  }

export const ucase = inCase((text) => text.toUpperCase())
export const lcase = inCase((text) => text.toLowerCase())

export const strStarts = ofCompatible((a, b) => booleanLiteral(a.value.startsWith(b.value)))
export const strEnds = ofCompatible((a, b) => booleanLiteral(a.value.endsWith(b.value)))
export const contains = ofCompatible((a, b) => booleanLiteral(a.value.includes(b.value)))

/** An empty xsd:string if the second is not in the first. */
export const strBefore = ofCompatible((a, b) => {
  const index = a.value.indexOf(b.value)
  return index < 0 ? empty : likewise(a, a.value.slice(0, index))
})

export const strAfter = ofCompatible((a, b) => {
  const index = a.value.indexOf(b.value)
  return index < 0 ? empty : likewise(a, a.value.slice(index + b.value.length))
})

const empty = literal('')

/** In the language and direction that all have, or an xsd:string. */
export const concat: StrictFunction = (args, context) => {
  const [first] = args
  if (!first) return empty
  if (!args.every(isStringLiteral)) return undefined
  makeRoom(
    args.reduce((sum, { value }) => sum + value.length, 0),
    context,
  )
  const text = args.map(({ value }) => value).join('')
  return args.every((term) => sameLanguage(args[0]!, term)) ? likewise(args[0]!, text) : literal(text)
}

/** Basic filtering (RFC 4647 §3.3.1): the range is the tag, or what stands before a hyphen of it. */
export const langMatches: StrictFunction = ([tag, range]) => {
  if (!isString(tag!) || !isString(range!)) return undefined
  if (!tag.value || !range.value) return booleanLiteral(false)
  if (range.value === '*') return booleanLiteral(true)
  return booleanLiteral(`${tag.value.toLowerCase()}-`.startsWith(`${range.value.toLowerCase()}-`))
}

/** fn:encode-for-uri: all is escaped but letters, digits, `-`, `_`, `.` and `~` (XPath Functions and Operators §6.2). */
export const encodeForUri: StrictFunction = ([text], context) => {
  if (!isStringLiteral(text)) return undefined
  const { value } = text
  // It may become nine times as long, which does not go on for ever.
  makeRoom(value.length, {})
  const encoded = encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  makeRoom(encoded.length, context)
  return literal(encoded)
}

/** fn:matches; an invalid pattern is an error of the row, a back-reference one of the query. */
export const regex: StrictFunction = ([text, pattern, flags]) => {
  if (!isStringLiteral(text) || !isString(pattern!) || (flags && !isString(flags))) return undefined
  return ofRow(() => booleanLiteral(matches(text.value, pattern.value, flags?.value ?? '')))
}

/** fn:replace. */
export const replace: StrictFunction = ([text, pattern, replacement, flags], context) => {
  if (!isStringLiteral(text) || !isString(pattern!) || !isString(replacement!) || (flags && !isString(flags))) {
    return undefined
  }
  return ofRow(() => {
    const replaced = replaceIn(text.value, pattern.value, replacement.value, flags?.value ?? '', (units) =>
      makeRoom(units, {}),
    )
    makeRoom(replaced.length, context)
    return likewise(text, replaced)
  })
}

function ofRow(call: () => Term): Term | undefined {
  try {
    return call()
  } catch (error) {
    if (error instanceof InvalidPattern) return undefined
    throw error
  }
}
