/**
 * Extend (SPARQL 1.2 §18.5): BIND and SELECT (… AS …). An error leaves the variable unbound.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { withSlot } from '../positions.ts'
import { inScope } from '../variables.ts'

type Extend = Extract<Operation, { type: 'extend' }>

export function compileExtend(operation: Extend, environment: Environment, next: Step): Step {
  const { operand, variable, expression } = operation
  const { execution, slots } = environment
  const { registers, ids } = execution
  const evaluate = environment.expression(expression, environment, inScope(operand))
  const slot = slots.of(variable)
  return environment.compile(operand, environment, () => {
    const term = evaluate()
    if (!term) return next()
    // What this is joined with may have bound the variable before.
    return withSlot(slot, ids.idOf(term), registers, next)
  })
}
