/**
 * Filter (SPARQL 1.2 §18.5): solutions for which the condition's effective boolean value is true.
 */
import type { Expression, Operation } from '../../algebra.ts'
import { compileCondition } from '../condition.ts'
import type { Environment, Step } from '../execution.ts'
import { inScope } from '../variables.ts'
import { compileJoin } from './join.ts'

type Filter = Extract<Operation, { type: 'filter' }>

export function compileFilter(operation: Filter, environment: Environment, next: Step): Step {
  const conjuncts: Expression[] = []
  let operand: Operation = operation
  while (operand.type === 'filter') {
    conjuncts.push(...conjunctsOf(operand.expression))
    operand = operand.operand
  }
  if (operand.type === 'join' || operand.type === 'bgp') return compileJoin(operand, conjuncts, environment, next)
  const scope = inScope(operand)
  const conditions = conjuncts.map((conjunct) => compileCondition(conjunct, environment, scope))
  const last: Step = () => conditions.every((holds) => holds() === true) && next()
  return environment.compile(operand, environment, last)
}

/** A conjunction is true exactly if each of its parts is, errors counting as not true (§17.2). */
function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.type === 'call' && expression.name === '&&' ? expression.args.flatMap(conjunctsOf) : [expression]
}
