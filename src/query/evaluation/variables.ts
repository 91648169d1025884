/**
 * Which variables an operation can bind, which it always binds, and for which it makes no difference whether they are
 * given a value before it is evaluated or joined with one afterwards.
 */
import type { Term } from '../../rdf/terms.ts'
import type { Expression, Operation } from '../algebra.ts'

const none: ReadonlySet<string> = new Set()

const scopes = new WeakMap<Operation, ReadonlySet<string>>()
const certainties = new WeakMap<Operation, ReadonlySet<string>>()
const givens = new WeakMap<Operation, ReadonlySet<string>>()

/** The variables in scope (SPARQL 1.2 §18.2.1): those that a solution may bind. */
export function inScope(operation: Operation): ReadonlySet<string> {
  return remember(scopes, operation, computeScope)
}

/** Variables that every solution binds. */
export function certain(operation: Operation): ReadonlySet<string> {
  return remember(certainties, operation, computeCertain)
}

/**
 * Variables in scope that may be given: evaluating the operation with such a variable bound gives the solutions that
 * are compatible with the binding, no more and no fewer. For the others (a variable that only an OPTIONAL binds, the
 * result of a LIMIT …) the operation must be evaluated by itself first, as the algebra is defined from the bottom up.
 */
export function givable(operation: Operation): ReadonlySet<string> {
  return remember(givens, operation, computeGivable)
}

export function variablesOfTerm(term: Term): readonly string[] {
  if (term.termType === 'Variable') return [term.value]
  if (term.termType !== 'Quad') return []
  return [term.subject, term.predicate, term.object].flatMap(variablesOfTerm)
}

/** Variables that an expression mentions, in its EXISTS too. */
export function mentioned(expression: Expression): ReadonlySet<string> {
  switch (expression.type) {
    case 'term':
      return none
    case 'variable':
      return new Set([expression.name])
    case 'exists':
      return occurring(expression.operand)
    default:
      return union(expression.args.map(mentioned))
  }
}

/** Functions whose value is another one each time that they are asked. */
const volatile = new Set(['rand', 'uuid', 'struuid', 'bnode'])

function isVolatile(expression: Expression): boolean {
  return 'args' in expression && (expression.args.some(isVolatile) || volatile.has((expression as Call).name))
}

type Call = Extract<Expression, { type: 'call' }>

export function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]))
}

export function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return one.intersection(other)
}

function remember<T>(known: WeakMap<Operation, T>, operation: Operation, compute: (operation: Operation) => T): T {
  const before = known.get(operation)
  if (before) return before
  const computed = compute(operation)
  known.set(operation, computed)
  return computed
}

function computeScope(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
      return new Set(
        operation.patterns.flatMap((pattern) =>
          [pattern.subject, pattern.predicate, pattern.object].flatMap(variablesOfTerm),
        ),
      )
    case 'path':
      return new Set([operation.subject, operation.object].flatMap(variablesOfTerm))
    case 'join':
    case 'union':
      return union(operation.operands.map(inScope))
    case 'leftJoin':
      return union([inScope(operation.left), inScope(operation.right)])
    case 'minus':
      return inScope(operation.left)
    case 'graph':
    case 'service':
      return union([new Set(variablesOfTerm(operation.name)), inScope(operation.operand)])
    case 'extend':
      return union([inScope(operation.operand), new Set([operation.variable])])
    case 'values':
      return new Set(operation.variables)
    case 'group':
      return new Set([...operation.keys, ...operation.aggregates].map(({ variable }) => variable))
    case 'project':
      return new Set(operation.variables)
    default:
      return inScope(operation.operand)
  }
}

function computeCertain(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
    case 'path':
      return inScope(operation)
    case 'join':
      return union(operation.operands.map(certain))
    case 'union':
      return operation.operands.map(certain).reduce(intersection)
    case 'leftJoin':
    case 'minus':
      return certain(operation.left)
    case 'graph':
      return union([new Set(variablesOfTerm(operation.name)), certain(operation.operand)])
    case 'extend':
      return certain(operation.operand)
    case 'values':
      return new Set(operation.variables.filter((_, column) => operation.rows.every((row) => row[column])))
    case 'project':
      return intersection(certain(operation.operand), inScope(operation))
    case 'service':
      return none
    case 'group':
      return new Set(
        operation.keys
          .filter(({ expression }) => expression.type === 'variable' && certain(operation.operand).has(expression.name))
          .map(({ variable }) => variable),
      )
    default:
      return certain(operation.operand)
  }
}

function computeGivable(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
    case 'path':
    case 'values':
      return inScope(operation)
    case 'join':
    case 'union':
      return where(operation, (name) => everyWithin(operation.operands, name))
    case 'leftJoin': {
      const { left, right, expression } = operation
      const outside = union([occurring(right), expression ? mentioned(expression) : none])
      return where(left, (name) => givable(left).has(name) && (!outside.has(name) || certain(left).has(name)))
    }
    case 'minus': {
      const { left, right } = operation
      return where(left, (name) => givable(left).has(name) && (!inScope(right).has(name) || certain(left).has(name)))
    }
    case 'filter':
      return besideExpression(operation.operand, operation.expression)
    case 'extend':
      // BNODE() gives each solution of the operand one node, however many others that is joined with.
      if (isVolatile(operation.expression)) return none
      return union([besideExpression(operation.operand, operation.expression), new Set([operation.variable])])
    case 'graph':
      return where(operation, (name) => !inScope(operation.operand).has(name) || givable(operation.operand).has(name))
    case 'orderBy':
      return givable(operation.operand)
    case 'distinct':
      // Solutions that differ in a variable which only some of them bind are the same once it is given.
      return intersection(givable(operation.operand), certain(operation.operand))
    case 'project':
      return intersection(givable(operation.operand), inScope(operation))
    case 'service':
      // The endpoint that a variable names has to be known before it can be asked.
      return operation.name.termType === 'Variable' ? inScope(operation) : none
    case 'group':
    case 'slice':
      return none
  }
}

/** An expression may only see a given variable that it would have seen bound anyway. */
function besideExpression(operand: Operation, expression: Expression): ReadonlySet<string> {
  const seen = mentioned(expression)
  return where(operand, (name) => givable(operand).has(name) && (!seen.has(name) || certain(operand).has(name)))
}

function everyWithin(operands: readonly Operation[], name: string): boolean {
  return operands.every((operand) => !inScope(operand).has(name) || givable(operand).has(name))
}

function where(operation: Operation, holds: (name: string) => boolean): ReadonlySet<string> {
  return new Set([...inScope(operation)].filter(holds))
}

/** Every variable of an operation, those that only filters mention and those that sub-queries hide included. */
export function occurring(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'join':
    case 'union':
      return union(operation.operands.map(occurring))
    case 'leftJoin': {
      const { left, right, expression } = operation
      return union([occurring(left), occurring(right), expression ? mentioned(expression) : none])
    }
    case 'minus':
      return union([occurring(operation.left), occurring(operation.right)])
    case 'filter':
    case 'extend':
      return union([inScope(operation), occurring(operation.operand), mentioned(operation.expression)])
    case 'bgp':
    case 'path':
    case 'values':
      return inScope(operation)
    default:
      return union([inScope(operation), occurring(operation.operand)])
  }
}
