/**
 * LeftJoin (SPARQL 1.2 §18.5): OPTIONAL. A solution of the left side is kept as it is if the right side has none that is
 * compatible and fulfils the condition.
 */
import type { Operation } from '../../algebra.ts'
import { compileCondition } from '../condition.ts'
import type { Environment, Step } from '../execution.ts'
import { inScope, union } from '../variables.ts'
import { compileOperand } from './join.ts'

type LeftJoin = Extract<Operation, { type: 'leftJoin' }>

export function compileLeftJoin(operation: LeftJoin, environment: Environment, next: Step): Step {
  const { left, right, expression } = operation
  let matched = false
  const found: Step = () => {
    matched = true
    return next()
  }
  const holds = expression && compileCondition(expression, environment, inScope(operation))
  const checked: Step = holds ? () => holds() === true && found() : found
  const bound = union([environment.bound, inScope(left)])
  const rightSide = compileOperand(right, { ...environment, bound }, checked)
  return environment.compile(left, environment, () => {
    matched = false
    return rightSide() || (!matched && next())
  })
}
