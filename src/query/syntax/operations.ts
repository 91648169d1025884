/** Operations of other operations, with the simplification of §18.2.2.8: the empty group is the identity of a join. */
import type { Expression, Operation } from '../algebra.ts'
import type { Group } from './parser.ts'

export const emptyGroup: Operation = { type: 'bgp', patterns: [] }

export function isEmpty(operation: Operation): boolean {
  return operation.type === 'bgp' && operation.patterns.length === 0
}

export function joined(operands: readonly Operation[]): Operation {
  const flat = operands.flatMap((operand) => (operand.type === 'join' ? operand.operands : operand))
  const [first, ...more] = flat.filter((operand) => !isEmpty(operand))
  if (!first) return emptyGroup
  return more.length ? { type: 'join', operands: [first, ...more] } : first
}

/** What holds if all of some conditions do. */
export function conjunction([first, ...more]: readonly Expression[]): Expression | undefined {
  return first && more.length ? { type: 'call', name: '&&', args: [first, ...more] } : first
}

export function filtered(operand: Operation, conditions: readonly Expression[]): Operation {
  const expression = conjunction(conditions)
  return expression ? { type: 'filter', expression, operand } : operand
}

/** A group by itself (§18.2.2.7). */
export function whole({ operation, filters }: Group): Operation {
  return filtered(operation, filters)
}
