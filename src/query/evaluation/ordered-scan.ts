/**
 * ORDER BY along an index: where the first key of the order is the object of the pattern that everything begins with,
 * solutions come in the order of that key, and those behind the last one that is asked for need not be looked for.
 */
import type { Operation, TriplePattern } from '../algebra.ts'
import type { Environment, OrderedScan } from './execution.ts'
import { filterOf } from './operators/filter.ts'
import { partsOf } from './operators/join.ts'
import { order } from './order-of-joins.ts'
import { type ValueRanges, valueRanges } from './value-range.ts'

type OrderBy = Extract<Operation, { type: 'orderBy' }>

/** Undefined where solutions come in no order that helps. */
export function orderedScan({ operand, conditions }: OrderBy, environment: Environment): OrderedScan | undefined {
  const [first] = conditions
  if (first?.expression.type !== 'variable' || environment.bound.size || environment.substitution.names.size) {
    return undefined
  }
  const pattern = leadingPattern(operand, environment, new Map())
  const isKey = pattern?.object.termType === 'Variable' && pattern.object.value === first.expression.name
  return isKey ? { pattern, descending: first.descending, isInOrder: false } : undefined
}

/** The pattern whose rows are gone through once, with all else inside of that. */
function leadingPattern(
  operation: Operation,
  environment: Environment,
  ranges: ValueRanges,
): TriplePattern | undefined {
  switch (operation.type) {
    case 'filter': {
      const { operand, conditions } = filterOf(operation)
      return leadingPattern(operand, environment, valueRanges(conditions, environment.execution.ids.snapshot))
    }
    case 'bgp':
    case 'join': {
      const [first] = order(partsOf(operation), environment, ranges)
      return first?.type === 'bgp' ? first.patterns[0] : first && leadingPattern(first, environment, new Map())
    }
    case 'leftJoin':
    case 'minus':
      return leadingPattern(operation.left, environment, new Map())
    case 'extend':
      return leadingPattern(operation.operand, environment, new Map())
    default:
      return undefined
  }
}
