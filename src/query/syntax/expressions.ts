/**
 * Expressions (§17; §19.8, Expression to PrimaryExpression). Chains of operators are read in loops: they nest without
 * brackets, as deep as the text is long.
 */

import { type Term, tripleTerm } from '../../rdf/terms.ts'
import type { Expression } from '../algebra.ts'
import { beginsBuiltInCall, builtInCall, expressionList, functionCall, namedCall, variable } from './calls.ts'
import type { Parser } from './parser.ts'
import { iri, isIri, literal, rdfType, unsigned } from './terms.ts'
import type { Kind } from './tokens.ts'

/** Expression, which is ConditionalOrExpression */
export function expression(p: Parser): Expression {
  return chain(p, '||', conditionalAnd)
}

function conditionalAnd(p: Parser): Expression {
  return chain(p, '&&', relational)
}

/** One call with as many arguments as there are operands: which of them comes first makes no difference (§17.2). */
function chain(p: Parser, operator: '||' | '&&', operand: (p: Parser) => Expression): Expression {
  const first = operand(p)
  if (p.kind !== operator) return first
  const args = [first]
  while (p.accept(operator)) args.push(operand(p))
  return { type: 'call', name: operator, args }
}

const comparisons: ReadonlySet<Kind> = new Set<Kind>(['=', '!=', '<', '>', '<=', '>='])

function relational(p: Parser): Expression {
  const left = additive(p)
  if (comparisons.has(p.kind)) {
    const name = p.take()
    return { type: 'call', name, args: [left, additive(p)] }
  }
  if (p.accept('IN')) return { type: 'call', name: 'in', args: [left, ...expressionList(p)] }
  if (p.kind === 'NOT' && p.following === 'IN') {
    p.advance()
    p.advance()
    return { type: 'call', name: 'notin', args: [left, ...expressionList(p)] }
  }
  return left
}

/** From left to right, as in what order numbers are added changes their sum: rounding is not associative. */
function additive(p: Parser): Expression {
  let left = multiplicative(p, unary(p))
  for (;;) {
    if (p.kind === '+' || p.kind === '-') {
      const name = p.take()
      left = { type: 'call', name, args: [left, multiplicative(p, unary(p))] }
    } else if (isSigned(p.kind)) {
      // A sign that touches a number belongs to its token; here it is an operator (§19.8, note 5).
      const name = p.written[0]!
      const right: Expression = { type: 'term', term: unsigned(literal(p)!) }
      left = { type: 'call', name, args: [left, multiplicative(p, right)] }
    } else return left
  }
}

function isSigned(kind: Kind): boolean {
  return kind === 'SIGNED_INTEGER' || kind === 'SIGNED_DECIMAL' || kind === 'SIGNED_DOUBLE'
}

function multiplicative(p: Parser, first: Expression): Expression {
  let left = first
  while (p.kind === '*' || p.kind === '/') {
    const name = p.take()
    left = { type: 'call', name, args: [left, unary(p)] }
  }
  return left
}

function unary(p: Parser): Expression {
  if (p.kind === '!') return negation(p)
  if (p.accept('+')) return { type: 'call', name: 'u+', args: [primary(p)] }
  if (p.accept('-')) return { type: 'call', name: 'u-', args: [primary(p)] }
  return primary(p)
}

/** Two negations are the effective boolean value, as every further two are. */
function negation(p: Parser): Expression {
  let count = 0
  while (p.accept('!')) count++
  const not = (argument: Expression): Expression => ({ type: 'call', name: '!', args: [argument] })
  const once = not(unary(p))
  return count % 2 === 0 ? not(once) : once
}

function primary(p: Parser): Expression {
  const { kind, offset } = p
  if (kind === '(') return brackettedExpression(p)
  if (kind === 'VAR') return variable(p)
  if (isIri(kind)) {
    const name = iri(p)
    return p.kind === '(' ? functionCall(p, name, offset) : { type: 'term', term: name }
  }
  if (kind === '<<(') return exprTripleTerm(p)
  if (beginsBuiltInCall(kind) && (kind !== 'NOT' || p.following === 'EXISTS')) return builtInCall(p)
  const term = literal(p)
  return term ? { type: 'term', term } : p.unexpected('an expression')
}

export function brackettedExpression(p: Parser): Expression {
  p.expect('(')
  const inner = expression(p)
  if (!p.accept(')')) p.unexpected('an operator', '“)”')
  return inner
}

export function beginsConstraint(kind: Kind): boolean {
  return kind === '(' || isIri(kind) || beginsBuiltInCall(kind)
}

/** Constraint, of FILTER, HAVING and ORDER BY. */
export function constraint(p: Parser): Expression {
  if (p.kind === '(') return brackettedExpression(p)
  if (isIri(p.kind)) return namedCall(p)
  return beginsBuiltInCall(p.kind) ? builtInCall(p) : p.unexpected('“(”', 'a function call')
}

/** ExprTripleTerm: a term if it has no variables, else a call of TRIPLE. */
function exprTripleTerm(p: Parser): Expression {
  p.expect('<<(')
  const subject = variableOrIri(p)
  const predicate = p.accept('a') ? constant(rdfType) : variableOrIri(p)
  const object = exprTripleTermObject(p)
  p.expect(')>>')
  if (subject.type !== 'term' || predicate.type !== 'term' || object.type !== 'term') {
    return { type: 'call', name: 'triple', args: [subject, predicate, object] }
  }
  return constant(tripleTerm(subject.term, predicate.term, object.term))
}

function variableOrIri(p: Parser): Expression {
  if (p.kind === 'VAR') return variable(p)
  return isIri(p.kind) ? constant(iri(p)) : p.unexpected('a variable', 'an IRI')
}

function exprTripleTermObject(p: Parser): Expression {
  if (p.kind === 'VAR') return variable(p)
  if (p.kind === '<<(') return exprTripleTerm(p)
  const term = isIri(p.kind) ? iri(p) : literal(p)
  return term ? constant(term) : p.unexpected('a variable', 'an IRI', 'a literal', 'a triple term')
}

function constant(term: Term): Expression {
  return { type: 'term', term }
}
