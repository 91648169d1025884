/**
 * Truth: the two terms of it, and what other terms count as (SPARQL 1.2 §17.2.3).
 */
import { type Literal, literal, type Term } from '../../rdf/terms.ts'
import { xsdBoolean } from './datatypes.ts'
import { decode } from './values.ts'

const trueTerm = literal('true', xsdBoolean)
const falseTerm = literal('false', xsdBoolean)

export function booleanLiteral(value: boolean): Literal {
  return value ? trueTerm : falseTerm
}

/** EBV; `undefined` where it is an error: of all but booleans, numbers and xsd:strings, and of what is ill-typed. */
export function effectiveBooleanValue(term: Term): boolean | undefined {
  if (term === trueTerm) return true
  if (term === falseTerm) return false
  if (term.termType !== 'Literal') return undefined
  const value = decode(term)
  switch (value?.kind) {
    case 'boolean':
      return value.value
    case 'string':
      return term.value !== ''
    case 'decimal':
      return value.value.unscaled !== 0n
    case 'integer':
    case 'float':
    case 'double':
      // Of numbers 0, -0 and NaN.
      return Boolean(value.value)
    default:
      return undefined
  }
}
