/** Property paths (§9.1; §19.8, Path to PathOneInPropertySet). */

import type { NamedNode } from '../../rdf/terms.ts'
import type { Path } from '../algebra.ts'
import type { Parser } from './parser.ts'
import { iri, isIri, rdfType } from './terms.ts'
import type { Kind } from './tokens.ts'

export function beginsPath(kind: Kind): boolean {
  return isIri(kind) || kind === 'a' || kind === '^' || kind === '!' || kind === '('
}

export function path(p: Parser): Path {
  const first = pathSequence(p)
  if (p.kind !== '|') return first
  const paths = [first]
  while (p.accept('|')) paths.push(pathSequence(p))
  return { type: 'alternative', paths: paths.flatMap((part) => (part.type === 'alternative' ? part.paths : part)) }
}

function pathSequence(p: Parser): Path {
  const first = pathEltOrInverse(p)
  if (p.kind !== '/') return first
  const paths = [first]
  while (p.accept('/')) paths.push(pathEltOrInverse(p))
  return { type: 'sequence', paths: paths.flatMap((part) => (part.type === 'sequence' ? part.paths : part)) }
}

function pathEltOrInverse(p: Parser): Path {
  return p.accept('^') ? { type: 'inverse', path: pathElt(p) } : pathElt(p)
}

function pathElt(p: Parser): Path {
  const primary = pathPrimary(p)
  if (p.accept('*')) return { type: 'zeroOrMore', path: primary }
  if (p.accept('+')) return { type: 'oneOrMore', path: primary }
  return p.accept('?') ? { type: 'zeroOrOne', path: primary } : primary
}

function pathPrimary(p: Parser): Path {
  if (p.accept('!')) return negatedPropertySet(p)
  if (p.accept('(')) {
    const inner = path(p)
    p.expect(')')
    return inner
  }
  return { type: 'link', iri: property(p, 'an IRI', '“a”', '“(”', '“!”') }
}

function property(p: Parser, ...expected: string[]): NamedNode {
  if (p.accept('a')) return rdfType
  return isIri(p.kind) ? iri(p) : p.unexpected(...expected)
}

function negatedPropertySet(p: Parser): Path {
  const forward: NamedNode[] = []
  const inverse: NamedNode[] = []
  const one = () => {
    if (p.accept('^')) inverse.push(property(p, 'an IRI', '“a”'))
    else forward.push(property(p, 'an IRI', '“a”', '“^”'))
  }
  if (!p.accept('(')) one()
  else if (!p.accept(')')) {
    do one()
    while (p.accept('|'))
    p.expect(')')
  }
  return { type: 'negated', forward, inverse, goesForward: forward.length > 0 || inverse.length === 0 }
}
