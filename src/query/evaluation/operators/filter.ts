/**
 * Filter (SPARQL 1.2 §18.5): solutions for which the condition's effective boolean value is true.
 */
import type { Expression, Operation } from '../../algebra.ts'
import { compileCondition } from '../condition.ts'
import { type Environment, passNeeds, type Step } from '../execution.ts'
import { inScope } from '../variables.ts'
import { compileJoin } from './join.ts'

export type Filter = Extract<Operation, { type: 'filter' }>

export function compileFilter(operation: Filter, environment: Environment, next: Step): Step {
  const { operand, conditions } = filterOf(operation)
  if (operand.type === 'join' || operand.type === 'bgp') {
    return compileJoin(operand, conditions, passNeeds(operation, operand, environment), next)
  }
  const scope = inScope(operand)
  const compiled = conditions.map((condition) => compileCondition(condition, environment, scope))
  const last: Step = () => compiled.every((holds) => holds() === true) && next()
  return environment.compile(operand, environment, last)
}

/** What is filtered by filters that follow each other, and all conditions that they make. */
export function filterOf(operation: Filter): {
  readonly operand: Operation
  readonly conditions: readonly Expression[]
} {
  const conditions: Expression[] = []
  let operand: Operation = operation
  for (; operand.type === 'filter'; operand = operand.operand) conditions.push(...conjunctsOf(operand.expression))
  return { operand, conditions }
}

/** A conjunction is true exactly if each of its parts is, errors counting as not true (§17.2). */
function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.type === 'call' && expression.name === '&&' ? expression.args.flatMap(conjunctsOf) : [expression]
}
