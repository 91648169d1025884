/**
 * Slice (SPARQL 1.2 §18.5): LIMIT and OFFSET. What would come after the limit is never computed.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'

type Slice = Extract<Operation, { type: 'slice' }>

export function compileSlice({ operand, offset, limit = Infinity }: Slice, environment: Environment, next: Step): Step {
  const end = offset + limit
  let count = 0
  // Whether the stop came from further on, and not from the limit, which ends this operation only.
  let stopped = false
  const step = environment.compile(operand, environment, () => {
    count++
    if (count <= offset) return false
    stopped = next()
    return stopped || count >= end
  })
  return () => {
    count = 0
    stopped = false
    if (limit > 0) step()
    return stopped
  }
}
