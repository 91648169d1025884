/**
 * Union (SPARQL 1.2 §18.5): the solutions of each operand, one operand after the other.
 */
import type { Operation } from '../../algebra.ts'
import { type Environment, passNeeds, type Step } from '../execution.ts'

type Union = Extract<Operation, { type: 'union' }>

export function compileUnion(operation: Union, environment: Environment, next: Step): Step {
  const steps = operation.operands.map((operand) =>
    environment.compile(operand, passNeeds(operation, operand, environment), next),
  )
  return () => steps.some((step) => step())
}
