/**
 * Projection (SPARQL 1.2 §18.5): a SELECT, whose other variables nothing outside of it sees.
 */
import type { Operation } from '../../algebra.ts'
import { type Environment, passNeeds, Slots, type Step } from '../execution.ts'
import { intersection } from '../variables.ts'

type Project = Extract<Operation, { type: 'project' }>

export function compileProject(operation: Project, environment: Environment, next: Step): Step {
  const { operand, variables } = operation
  const { execution } = environment
  const slots = new Slots(execution.newSlot, { slots: environment.slots, names: variables })
  const seen = new Set(variables)
  const inside = {
    ...passNeeds(operation, operand, environment),
    slots,
    bound: intersection(environment.bound, seen),
    substitution: { ...environment.substitution, names: intersection(environment.substitution.names, seen) },
  }
  return environment.compile(operand, inside, () => {
    execution.solution++
    return next()
  })
}
