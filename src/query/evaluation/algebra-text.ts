/**
 * The algebra in words, as near to what one writes in a query as it goes.
 */
import { toNTerm } from '../../rdf/nquads.ts'
import type { Term } from '../../rdf/terms.ts'
import type { Aggregate, Expression, Path, TriplePattern } from '../algebra.ts'

export function termText(term: Term): string {
  if (term.termType === 'Variable') return variableText(term.value)
  if (term.termType !== 'Quad') return toNTerm(term)
  return `<<( ${[term.subject, term.predicate, term.object].map(termText).join(' ')} )>>`
}

/** A blank node of the query is a variable whose name begins as it does. */
export function variableText(name: string): string {
  return name.startsWith('_:') ? name : `?${name}`
}

export function patternText({ subject, predicate, object }: TriplePattern): string {
  return [subject, predicate, object].map(termText).join(' ')
}

const signs = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' } as const

export function pathText(path: Path): string {
  switch (path.type) {
    case 'link':
      return termText(path.iri)
    case 'inverse':
      return `^${pathText(path.path)}`
    case 'sequence':
      return `(${path.paths.map(pathText).join('/')})`
    case 'alternative':
      return `(${path.paths.map(pathText).join('|')})`
    case 'negated':
      return `!(${[...path.forward.map(termText), ...path.inverse.map((iri) => `^${termText(iri)}`)].join('|')})`
    default:
      return `${pathText(path.path)}${signs[path.type]}`
  }
}

const infix = new Set(['||', '&&', '=', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/'])

export function expressionText(expression: Expression): string {
  switch (expression.type) {
    case 'term':
      return termText(expression.term)
    case 'variable':
      return variableText(expression.name)
    case 'exists':
      return expression.negated ? 'NOT EXISTS' : 'EXISTS'
    case 'function':
      return `<${expression.iri}>(${expression.args.map(expressionText).join(', ')})`
    case 'call': {
      const args = expression.args.map(expressionText)
      if (infix.has(expression.name) && args.length === 2) return `(${args.join(` ${expression.name} `)})`
      return `${expression.name.toUpperCase()}(${args.join(', ')})`
    }
  }
}

export function aggregateText({ name, distinct, argument }: Aggregate): string {
  return `${name.toUpperCase()}(${distinct ? 'DISTINCT ' : ''}${argument ? expressionText(argument) : '*'})`
}
