/**
 * Slice (SPARQL 1.2 §18.5): LIMIT and OFFSET. What would come after the limit is never computed.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { compileOrderBy } from './order-by.ts'

type Slice = Extract<Operation, { type: 'slice' }>

export function compileSlice(slice: Slice, environment: Environment, next: Step): Step {
  const { operand, offset, limit = Infinity } = slice
  // A projection neither adds nor removes solutions: under it, the slice may stand upon an order.
  if (operand.type === 'project') {
    return environment.compile({ ...operand, operand: { ...slice, operand: operand.operand } }, environment, next)
  }
  const end = offset + limit
  let count = 0
  // Whether the stop came from further on, and not from the limit, which ends this operation only.
  let stopped = false
  const first: Step = () => {
    count++
    if (count <= offset) return false
    stopped = next()
    return stopped || count >= end
  }
  const step =
    operand.type === 'orderBy'
      ? compileOrderBy(operand, environment, first, end)
      : environment.compile(operand, environment, first)
  return () => {
    count = 0
    stopped = false
    if (limit > 0) step()
    return stopped
  }
}
