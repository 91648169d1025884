/**
 * For which variables it makes no difference whether they are given a value before an operation is evaluated or are
 * joined with one afterwards.
 */
import type { Expression, Operation } from '../algebra.ts'
import { type Bindings, bindingsOf } from './bindings.ts'
import { isChanging } from './changing.ts'
import { certain, inScope, intersection, mentioned, occurring, remember, union } from './variables.ts'

const none: ReadonlySet<string> = new Set()

const known = new WeakMap<Operation, ReadonlySet<string>>()

/**
 * Variables in scope that may be given: evaluating the operation with such a variable bound gives the solutions that
 * are compatible with the binding, no more and no fewer. For the others (a variable that only an OPTIONAL binds, the
 * result of a LIMIT …) the operation must be evaluated by itself first, as the algebra is defined from the bottom up.
 */
export function givable(operation: Operation): ReadonlySet<string> {
  return remember(known, operation, computeGivable)
}

function computeGivable(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
    case 'path':
    case 'values':
    case 'service':
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
      return givableOfBindings(bindingsOf(operation))
    case 'graph':
      return where(operation, (name) => !inScope(operation.operand).has(name) || givable(operation.operand).has(name))
    case 'orderBy':
      return givable(operation.operand)
    case 'distinct':
      // Solutions that differ in a variable which only some of them bind are the same once it is given.
      return intersection(givable(operation.operand), certain(operation.operand))
    case 'project':
      return intersection(givable(operation.operand), inScope(operation))
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

function givableOfBindings({ operand, bindings }: Bindings): ReadonlySet<string> {
  // BNODE() gives each solution of the operand one node, however many others that is joined with.
  if (bindings.some(({ expression }) => isChanging(expression))) return none
  const variables = new Set(givable(operand))
  for (const { variable, expression } of bindings) {
    for (const name of mentioned(expression)) if (!certain(operand).has(name)) variables.delete(name)
    // The operand may use the name for something that it keeps to itself, as a group does.
    if (!occurring(operand).has(variable)) variables.add(variable)
  }
  return variables
}

function everyWithin(operands: readonly Operation[], name: string): boolean {
  return operands.every((operand) => !inScope(operand).has(name) || givable(operand).has(name))
}

function where(operation: Operation, holds: (name: string) => boolean): ReadonlySet<string> {
  const scope = inScope(operation)
  const held = [...scope].filter(holds)
  return held.length === scope.size ? scope : new Set(held)
}
