/**
 * Extend (SPARQL 1.2 §18.5): BIND and SELECT (… AS …). An error leaves the variable unbound.
 */
import { type Bindings, bindingsOf, type Extend } from '../bindings.ts'
import type { Environment, Evaluate, Step } from '../execution.ts'
import { bindSlot, free } from '../positions.ts'
import { inScope } from '../variables.ts'

export function compileExtend(operation: Extend, environment: Environment, next: Step): Step {
  const { operand, bindings } = bindingsOf(operation)
  const { registers, ids } = environment.execution
  const compiled = compileBindings(bindings, inScope(operand), environment)
  return environment.compile(operand, environment, () => {
    const bound: number[] = []
    const compatible = compiled.every(({ slot, evaluate }) => {
      const term = evaluate()
      // What this is joined with may have bound the variable before.
      return !term || bindSlot(slot, ids.idOf(term), registers, bound)
    })
    const stop = compatible && next()
    free(bound, 0, registers)
    return stop
  })
}

function compileBindings(
  bindings: Bindings['bindings'],
  scope: ReadonlySet<string>,
  environment: Environment,
): readonly { readonly slot: number; readonly evaluate: Evaluate }[] {
  const visible = new Set(scope)
  return bindings.map(({ variable, expression }) => {
    const evaluate = environment.expression(expression, environment, visible)
    visible.add(variable)
    return { slot: environment.slots.of(variable), evaluate }
  })
}
