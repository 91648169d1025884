/**
 * VALUES (SPARQL 1.2 §10.2): solutions that the query brings along.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { bindSlot, free } from '../positions.ts'

type Values = Extract<Operation, { type: 'values' }>

export function compileValues({ variables, rows }: Values, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, ids, meter } = execution
  const columns = variables.map((name) => slots.of(name))
  const solutions = rows.map((row) => row.map((term) => (term ? ids.idOf(term) : 0)))
  return () => {
    for (const solution of solutions) {
      meter.step()
      const bound: number[] = []
      const compatible = solution.every((id, index) => !id || bindSlot(columns[index]!, id, registers, bound))
      const stop = compatible && next()
      free(bound, 0, registers)
      if (stop) return true
    }
    return false
  }
}
