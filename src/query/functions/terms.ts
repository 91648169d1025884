/**
 * Functions on RDF terms and on triple terms (SPARQL 1.2 §17.4.2, §17.4.6).
 */
import { randomUUID } from 'node:crypto'
import { resolveIri } from '../../rdf/resolve.ts'
import {
  dirLangString,
  iri,
  type Literal,
  langString,
  literal,
  type NamedNode,
  type Quad,
  type Term,
  taggedLiteral,
  tripleTerm,
} from '../../rdf/terms.ts'
import { isAbsoluteIri, isWellFormed } from '../../rdf/well-formed.ts'
import { booleanLiteral } from './boolean.ts'
import { makeRoom } from './bounds.ts'
import type { FunctionContext, StrictFunction } from './context.ts'
import { isString, numericOf } from './values.ts'

const isKind =
  (termType: Term['termType']): StrictFunction =>
  ([term]) =>
    booleanLiteral(term?.termType === termType)

/** A function of a literal, an error for other terms. */
const ofLiteral =
  (call: (term: Literal) => Term): StrictFunction =>
  ([term]) =>
    term?.termType === 'Literal' ? call(term) : undefined

/** A function of a triple term, an error for other terms. */
const ofTriple =
  (call: (term: Quad) => Term): StrictFunction =>
  ([term]) =>
    term?.termType === 'Quad' ? call(term as Quad) : undefined

export const isIri = isKind('NamedNode')
export const isBlank = isKind('BlankNode')
export const isLiteral = isKind('Literal')
export const isTriple = isKind('Quad')
export const isNumeric: StrictFunction = ([term]) => booleanLiteral(numericOf(term!) !== undefined)
export const sameTerm: StrictFunction = ([a, b]) => booleanLiteral(a!.equals(b!))

export const str: StrictFunction = ([term]) => {
  if (isString(term!)) return term
  return term?.termType === 'Literal' || term?.termType === 'NamedNode' ? literal(term.value) : undefined
}

export const lang = ofLiteral((term) => literal(term.language))
export const langDir = ofLiteral((term) => literal(term.direction ?? ''))
export const datatype = ofLiteral((term) => term.datatype)
export const hasLang: StrictFunction = ([term]) => booleanLiteral(term?.termType === 'Literal' && term.language !== '')
export const hasLangDir: StrictFunction = ([term]) => booleanLiteral(term?.termType === 'Literal' && !!term.direction)

/** Of a text the IRI that it resolves to, an error if that is none. */
export const toIri: StrictFunction = ([term], context) => {
  if (term?.termType === 'NamedNode') return term
  if (!isString(term!)) return undefined
  makeRoom(term.value.length + context.baseIri.length, context)
  const made = resolveIri(term.value, context.baseIri)
  return isAbsoluteIri(made) ? iri(made) : undefined
}

export const bnode: StrictFunction = ([label], context) => {
  if (!label) return context.blankNode()
  return isString(label) ? context.blankNode(label.value) : undefined
}

/** A string in a language has no datatype of one's choice, so rdf:langString and rdf:dirLangString are refused. */
export const strDt: StrictFunction = ([text, type]) => {
  if (!isString(text!) || type?.termType !== 'NamedNode' || needsLanguage(type)) return undefined
  return literal(text.value, type)
}

export const strLang: StrictFunction = ([text, tag]) => {
  if (!isString(text!) || !isString(tag!) || !tag.value) return undefined
  return wellFormed(taggedLiteral(text.value, tag.value))
}

export const strLangDir: StrictFunction = ([text, tag, direction]) => {
  if (!isString(text!) || !isString(tag!) || !tag.value || !isString(direction!)) return undefined
  const { value } = direction
  return value === 'ltr' || value === 'rtl' ? wellFormed(taggedLiteral(text.value, tag.value, value)) : undefined
}

export const uuid: StrictFunction = () => iri(`urn:uuid:${randomUUID()}`)
export const strUuid: StrictFunction = () => literal(randomUUID())
export const now: StrictFunction = (_args, context: FunctionContext) => context.now

/** Only of what can be an RDF triple: no literal or triple term as its subject, nothing but an IRI as its predicate. */
export const triple: StrictFunction = ([subject, predicate, object]) => {
  const fits = subject!.termType === 'NamedNode' || subject!.termType === 'BlankNode'
  return fits && predicate!.termType === 'NamedNode' ? tripleTerm(subject!, predicate!, object!) : undefined
}

export const subject = ofTriple((term) => term.subject)
export const predicate = ofTriple((term) => term.predicate)
export const object = ofTriple((term) => term.object)

function needsLanguage(type: NamedNode): boolean {
  return type.equals(langString) || type.equals(dirLangString)
}

function wellFormed(term: Literal): Literal | undefined {
  return isWellFormed(term) ? term : undefined
}
