/**
 * VALUES (SPARQL 1.2 §10.2): solutions that the query brings along.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'

type Values = Extract<Operation, { type: 'values' }>

export function compileValues({ variables, rows }: Values, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, ids, meter } = execution
  const columns = variables.map((name) => slots.of(name))
  const solutions = rows.map((row) => row.map((term) => (term ? ids.idOf(term) : 0)))
  return () => {
    for (const solution of solutions) {
      meter.step()
      const taken: number[] = []
      const compatible = solution.every((id, index) => {
        const slot = columns[index]!
        if (!id || registers[slot] === id) return true
        if (registers[slot]) return false
        registers[slot] = id
        taken.push(slot)
        return true
      })
      const stop = compatible && next()
      for (const slot of taken) registers[slot] = 0
      if (stop) return true
    }
    return false
  }
}
