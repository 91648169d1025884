/** Templates of CONSTRUCT (§16.2), and what they are as patterns (§16.2.4). */

import { blankNode, type Term, tripleTerm, variable } from '../../rdf/terms.ts'
import type { TriplePattern } from '../algebra.ts'
import type { Parser } from './parser.ts'
import { beginsTriples, type TripleSink, triplesSameSubject } from './triples.ts'

/** ConstructTemplate, with its braces. */
export function constructTemplate(p: Parser): TriplePattern[] {
  const template: TriplePattern[] = []
  const sink: TripleSink = {
    variable,
    blankNode: (label) => blankNode(label ?? p.freshName().slice('_:'.length)),
    triple: (triple) => template.push(triple),
  }
  p.expect('{')
  let more = true
  while (more && beginsTriples(p.kind)) {
    triplesSameSubject(p, sink)
    more = p.accept('.')
  }
  if (!p.accept('}')) p.unexpected(...(more ? ['a triple'] : ['“.”', '“;”', '“,”']), '“}”')
  return template
}

/** The template as a pattern, whose blank nodes are variables. */
export function asPattern(template: readonly TriplePattern[]): TriplePattern[] {
  return template.map(({ subject, predicate, object }) => ({
    subject: asMember(subject),
    predicate: asMember(predicate),
    object: asMember(object),
  }))
}

function asMember(term: Term): Term {
  if (term.termType === 'BlankNode') return variable(`_:${term.value}`)
  if (term.termType !== 'Quad') return term
  return tripleTerm(asMember(term.subject), asMember(term.predicate), asMember(term.object))
}

/** The variables that a query can name in triples, in the order in which they come. */
export function variablesOf(triples: readonly TriplePattern[]): string[] {
  const names = new Set<string>()
  const visit = (term: Term): void => {
    if (term.termType === 'Variable') names.add(term.value)
    else if (term.termType === 'Quad') visitAll(term)
  }
  const visitAll = ({ subject, predicate, object }: TriplePattern) => [subject, predicate, object].forEach(visit)
  triples.forEach(visitAll)
  return [...names]
}
