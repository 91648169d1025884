/**
 * Triples with everything that is short for more of them: lists of properties and objects, collections, blank nodes
 * with properties, reified triples and annotations (§4.2, §4.3; §19.8, TriplesSameSubject to TripleTermObject).
 */

import { type Term, tripleTerm as tripleTermOf } from '../../rdf/terms.ts'
import type { Path, TriplePattern } from '../algebra.ts'
import type { Parser } from './parser.ts'
import { beginsPath, path } from './paths.ts'
import { iri, isIri, literal, rdfFirst, rdfNil, rdfReifies, rdfRest, rdfType, variableName } from './terms.ts'
import type { Kind } from './tokens.ts'

/** Where triples go: into a pattern or into a template, which differ in what a blank node is. */
export interface TripleSink {
  variable(name: string): Term
  /** @param label of the blank node at `offset`; undefined for one that nothing else names */
  blankNode(label: string | undefined, offset: number): Term
  triple(triple: TriplePattern): void
  /** There are no paths in templates. */
  path?(subject: Term, path: Path, object: Term): void
}

/** What stands between subject and object. Only after a plain one the triple can be reified (§19.8, note 17). */
type Property = { readonly predicate: Term; readonly plain: boolean } | { readonly path: Path; readonly plain: false }

const literals: ReadonlySet<Kind> = new Set<Kind>([
  ...(['STRING_LITERAL', 'STRING_LITERAL_LONG', 'INTEGER', 'DECIMAL', 'DOUBLE', 'TRUE', 'FALSE'] as const),
  ...(['SIGNED_INTEGER', 'SIGNED_DECIMAL', 'SIGNED_DOUBLE'] as const),
])

export function beginsTriples(kind: Kind): boolean {
  if (kind === 'VAR' || kind === 'BLANK_NODE_LABEL' || isIri(kind) || literals.has(kind)) return true
  return kind === '(' || kind === '[' || kind === '<<' || kind === '<<('
}

/** TriplesSameSubject, and TriplesSameSubjectPath where there are paths. */
export function triplesSameSubject(p: Parser, sink: TripleSink): void {
  // What is triples by itself needs no properties.
  const alone = p.kind === '<<' || ((p.kind === '(' || p.kind === '[') && !isEmptyBrackets(p))
  const subject = graphNode(p, sink)
  if (!alone || beginsProperty(p.kind, sink)) propertyListNotEmpty(p, sink, subject)
}

/** NIL or ANON */
function isEmptyBrackets({ kind, following }: Parser): boolean {
  return (kind === '(' && following === ')') || (kind === '[' && following === ']')
}

function beginsProperty(kind: Kind, sink: TripleSink): boolean {
  return kind === 'VAR' || (sink.path ? beginsPath(kind) : isIri(kind) || kind === 'a')
}

function propertyListNotEmpty(p: Parser, sink: TripleSink, subject: Term): void {
  do {
    const property = sink.path ? verbPath(p, sink) : { predicate: verb(p, sink), plain: true }
    do object(p, sink, subject, property)
    while (p.accept(','))
    if (p.kind !== ';') return
    while (p.accept(';')) {}
  } while (beginsProperty(p.kind, sink))
}

/** Verb */
function verb(p: Parser, sink: TripleSink): Term {
  if (p.kind === 'VAR') return sink.variable(variableName(p))
  if (p.accept('a')) return rdfType
  return isIri(p.kind) ? iri(p) : p.unexpected('a variable', 'an IRI', '“a”')
}

/** VerbPath or VerbSimple */
function verbPath(p: Parser, sink: TripleSink): Property {
  if (p.kind === 'VAR') return { predicate: verb(p, sink), plain: true }
  if (!beginsPath(p.kind)) p.unexpected('a variable', 'an IRI', '“a”', 'a path')
  const plain = p.kind !== '('
  const written = path(p)
  return written.type === 'link' ? { predicate: written.iri, plain } : { path: written, plain: false }
}

/** Object or ObjectPath: a node, its triple, and the annotations of that. */
function object(p: Parser, sink: TripleSink, subject: Term, property: Property): void {
  const node = graphNode(p, sink)
  if ('path' in property) sink.path!(subject, property.path, node)
  else sink.triple({ subject, predicate: property.predicate, object: node })
  if (p.kind !== '~' && p.kind !== '{|') return
  if (!property.plain) p.fail('Only a triple whose property is an IRI, “a” or a variable can be reified.')
  annotations(p, sink, tripleTermOf(subject, (property as { predicate: Term }).predicate, node))
}

/** Annotation: a block says something of the reifier before it, or of one of its own. */
function annotations(p: Parser, sink: TripleSink, reified: Term): void {
  let reifierBefore: Term | undefined
  for (;;) {
    if (p.kind === '~') {
      reifierBefore = reifier(p, sink)
      sink.triple({ subject: reifierBefore, predicate: rdfReifies, object: reified })
    } else if (p.accept('{|')) {
      const subject = reifierBefore ?? sink.blankNode(undefined, p.offset)
      if (!reifierBefore) sink.triple({ subject, predicate: rdfReifies, object: reified })
      propertyListNotEmpty(p, sink, subject)
      if (!p.accept('|}')) p.unexpected('“;”', '“,”', '“|}”')
      reifierBefore = undefined
    } else return
  }
}

/** Reifier */
function reifier(p: Parser, sink: TripleSink): Term {
  const { offset } = p
  p.expect('~')
  if (p.kind === 'VAR') return sink.variable(variableName(p))
  if (isIri(p.kind)) return iri(p)
  return blankNode(p, sink) ?? sink.blankNode(undefined, offset)
}

/** GraphNode or GraphNodePath */
function graphNode(p: Parser, sink: TripleSink): Term {
  if (p.kind === '<<') return reifiedTriple(p, sink)
  if (p.kind === '(') return collection(p, sink)
  if (p.kind === '[' && p.following !== ']') return blankNodePropertyList(p, sink)
  return term(p, sink) ?? p.unexpected('a variable', 'an IRI', 'a literal', 'a blank node', '“(”', '“[”')
}

/** What VarOrTerm and the members of triple terms have in common, or undefined if nothing of it stands here. */
function term(p: Parser, sink: TripleSink): Term | undefined {
  if (p.kind === 'VAR') return sink.variable(variableName(p))
  if (isIri(p.kind)) return iri(p)
  if (p.kind === '<<(') return tripleTerm(p, sink)
  return blankNode(p, sink) ?? literal(p)
}

/** BlankNode, or undefined if none stands here. */
function blankNode(p: Parser, sink: TripleSink): Term | undefined {
  const { offset } = p
  if (p.kind === 'BLANK_NODE_LABEL') return sink.blankNode(p.take().slice(2), offset)
  if (p.kind !== '[' || p.following !== ']') return undefined
  p.advance()
  p.advance()
  return sink.blankNode(undefined, offset)
}

function collection(p: Parser, sink: TripleSink): Term {
  const { offset } = p
  p.expect('(')
  if (p.accept(')')) return rdfNil
  const head = sink.blankNode(undefined, offset)
  let cell = head
  for (;;) {
    sink.triple({ subject: cell, predicate: rdfFirst, object: graphNode(p, sink) })
    const last = p.accept(')')
    const rest = last ? rdfNil : sink.blankNode(undefined, p.offset)
    sink.triple({ subject: cell, predicate: rdfRest, object: rest })
    if (last) return head
    cell = rest
  }
}

function blankNodePropertyList(p: Parser, sink: TripleSink): Term {
  const { offset } = p
  p.expect('[')
  const node = sink.blankNode(undefined, offset)
  propertyListNotEmpty(p, sink, node)
  if (!p.accept(']')) p.unexpected('“;”', '“,”', '“]”')
  return node
}

/** ReifiedTriple: stands for its reifier. */
function reifiedTriple(p: Parser, sink: TripleSink): Term {
  const { offset } = p
  p.expect('<<')
  const subject = member(p, sink)
  const predicate = verb(p, sink)
  const object = member(p, sink)
  const subjectOfReifies = p.kind === '~' ? reifier(p, sink) : sink.blankNode(undefined, offset)
  if (!p.accept('>>')) p.unexpected('“~”', '“>>”')
  sink.triple({ subject: subjectOfReifies, predicate: rdfReifies, object: tripleTermOf(subject, predicate, object) })
  return subjectOfReifies
}

/** ReifiedTripleSubject or ReifiedTripleObject */
function member(p: Parser, sink: TripleSink): Term {
  if (p.kind === '<<') return reifiedTriple(p, sink)
  return term(p, sink) ?? p.unexpected('a variable', 'an IRI', 'a literal', 'a blank node', 'a triple')
}

function tripleTerm(p: Parser, sink: TripleSink): Term {
  p.expect('<<(')
  const part = () => term(p, sink) ?? p.unexpected('a variable', 'an IRI', 'a literal', 'a blank node', 'a triple term')
  const subject = part()
  const predicate = verb(p, sink)
  const object = part()
  p.expect(')>>')
  return tripleTermOf(subject, predicate, object)
}
