/** RDF terms and variables as a query writes them (§4.1, §19.8 from RDFLiteral on). */
import { resolveIri } from '../../rdf/resolve.ts'
import { iri as iriTerm, type Literal, literal as literalTerm, type NamedNode, taggedLiteral } from '../../rdf/terms.ts'
import { xsdBoolean, xsdDecimal, xsdDouble, xsdInteger } from '../functions/datatypes.ts'
import { unescapeIri, unescapeLocal, unescapeString } from './escapes.ts'
import { isIriReference } from './iri-reference.ts'
import type { Parser } from './parser.ts'
import type { Kind } from './tokens.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

export const rdfType = iriTerm(`${rdf}type`)
export const rdfFirst = iriTerm(`${rdf}first`)
export const rdfRest = iriTerm(`${rdf}rest`)
export const rdfNil = iriTerm(`${rdf}nil`)
export const rdfReifies = iriTerm(`${rdf}reifies`)

export function isIri(kind: Kind): boolean {
  return kind === 'IRIREF' || kind === 'PNAME'
}

/** The name of a variable, without its sign. */
export function variableName(p: Parser): string {
  if (p.kind !== 'VAR') p.unexpected('a variable')
  return p.take().slice(1)
}

export function iri(p: Parser): NamedNode {
  if (p.kind === 'IRIREF') return iriTerm(iriReference(p))
  if (p.kind === 'PNAME') return iriTerm(prefixedName(p))
  return p.unexpected('an IRI')
}

/** IRIREF: the IRI that it stands for. */
export function iriReference(p: Parser): string {
  if (p.kind !== 'IRIREF') p.unexpected('an IRI in angle brackets')
  const { offset } = p
  const reference = unescapeIri(p, p.take().slice(1, -1), offset + 1)
  if (!isIriReference(reference)) p.fail(`<${reference}> is no IRI.`, offset)
  return resolveIri(reference, p.baseIri)
}

function prefixedName(p: Parser): string {
  const { offset } = p
  const name = p.take()
  const colon = name.indexOf(':')
  const prefix = name.slice(0, colon)
  const namespace = p.prefixes.get(prefix)
  if (namespace === undefined) p.fail(`The prefix ${prefix}: is declared nowhere.`, offset)
  const expanded = namespace + unescapeLocal(name.slice(colon + 1))
  if (!isIriReference(expanded)) p.fail(`${name} is no IRI: <${expanded}>.`, offset)
  return expanded
}

/** A literal, or undefined if the next token begins none. */
export function literal(p: Parser): Literal | undefined {
  switch (p.kind) {
    case 'STRING_LITERAL':
    case 'STRING_LITERAL_LONG':
      return rdfLiteral(p)
    case 'INTEGER':
    case 'SIGNED_INTEGER':
      return literalTerm(p.take(), xsdInteger)
    case 'DECIMAL':
    case 'SIGNED_DECIMAL':
      return literalTerm(p.take(), xsdDecimal)
    case 'DOUBLE':
    case 'SIGNED_DOUBLE':
      return literalTerm(p.take(), xsdDouble)
    case 'TRUE':
    case 'FALSE':
      return literalTerm(p.take().toLowerCase(), xsdBoolean)
    default:
      return undefined
  }
}

export function string(p: Parser): string {
  const marks = p.kind === 'STRING_LITERAL' ? 1 : 3
  if (p.kind !== 'STRING_LITERAL' && p.kind !== 'STRING_LITERAL_LONG') p.unexpected('a string')
  const { offset } = p
  return unescapeString(p, p.take().slice(marks, -marks), offset + marks)
}

function rdfLiteral(p: Parser): Literal {
  const value = string(p)
  if (p.accept('^^')) return literalTerm(value, iri(p))
  if (p.kind !== 'LANG_DIR') return literalTerm(value)
  const [language, direction] = p.written.slice(1).split('--') as [string, string | undefined]
  if (direction !== undefined && direction !== 'ltr' && direction !== 'rtl') {
    p.fail(`The base direction --${direction} is neither --ltr nor --rtl.`)
  }
  p.advance()
  return taggedLiteral(value, language, direction)
}

/** A literal whose sign was an operator: `?a -1` (§19.8, note 5). */
export function unsigned({ value, datatype }: Literal): Literal {
  return literalTerm(value.slice(1), datatype)
}
