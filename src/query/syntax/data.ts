/** Inline data: VALUES (§10.2). */

import { type NamedNode, type Term, tripleTerm } from '../../rdf/terms.ts'
import type { Operation } from '../algebra.ts'
import type { Parser } from './parser.ts'
import { iri, isIri, literal, rdfType, variableName } from './terms.ts'

export type Values = Extract<Operation, { type: 'values' }>

/** DataBlock, after VALUES. */
export function dataBlock(p: Parser): Values {
  if (p.kind === 'VAR') {
    const variables = [variableName(p)]
    p.expect('{')
    const rows: (Term | undefined)[][] = []
    while (!p.accept('}')) rows.push([dataBlockValue(p)])
    return { type: 'values', variables, rows }
  }
  if (!p.accept('(')) p.unexpected('a variable', '“(”')
  const variables: string[] = []
  const known = new Set<string>()
  while (!p.accept(')')) {
    const { offset } = p
    const name = variableName(p)
    if (known.has(name)) p.fail(`VALUES names ?${name} twice.`, offset)
    known.add(name)
    variables.push(name)
  }
  p.expect('{')
  const rows: (Term | undefined)[][] = []
  while (!p.accept('}')) rows.push(row(p, variables.length))
  return { type: 'values', variables, rows }
}

function row(p: Parser, length: number): (Term | undefined)[] {
  const { offset } = p
  if (!p.accept('(')) p.unexpected('“(”', '“}”')
  const values: (Term | undefined)[] = []
  while (!p.accept(')')) values.push(dataBlockValue(p))
  if (values.length !== length) {
    const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
    p.fail(`A row of VALUES has ${count(values.length, 'value')} for ${count(length, 'variable')}.`, offset)
  }
  return values
}

function dataBlockValue(p: Parser): Term | undefined {
  if (p.accept('UNDEF')) return undefined
  if (p.kind === '<<(') return tripleTermData(p)
  return isIri(p.kind) ? iri(p) : (literal(p) ?? p.unexpected('an IRI', 'a literal', 'UNDEF', 'the end of the data'))
}

function tripleTermData(p: Parser): Term {
  p.expect('<<(')
  const subject = iri(p)
  const predicate = dataPredicate(p)
  const object = p.kind === '<<(' ? tripleTermData(p) : isIri(p.kind) ? iri(p) : literal(p)
  if (!object) p.unexpected('an IRI', 'a literal', 'a triple term')
  p.expect(')>>')
  return tripleTerm(subject, predicate, object)
}

function dataPredicate(p: Parser): NamedNode {
  return p.accept('a') ? rdfType : iri(p)
}
