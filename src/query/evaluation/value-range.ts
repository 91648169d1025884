/**
 * Comparisons of a variable with a constant as ranges of ids: literals that have values stand in their order (see
 * `Snapshot.idsOfSpace`). Ids of the range and those of terms without a value may fulfil the comparison, no others do.
 */

import type { Term } from '../../rdf/terms.ts'
import { spaces } from '../../store/snapshot/first-terms.ts'
import type { IdRange, Snapshot } from '../../store/snapshot/snapshot.ts'
import { firstAbove, firstAtLeast } from '../../store/snapshot/value-search.ts'
import type { Expression, TriplePattern } from '../algebra.ts'
import { literalValue } from './comparison.ts'

/** By the name of the variable. */
export type ValueRanges = ReadonlyMap<string, IdRange>

/** As they are read from right to left. */
const turned: Readonly<Record<string, string>> = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/** @param conditions all of which a solution has to fulfil */
export function valueRanges(conditions: readonly Expression[], snapshot: Snapshot): ValueRanges {
  const ranges = new Map<string, IdRange>()
  for (const condition of conditions) {
    if (condition.type !== 'call' || !turned[condition.name]) continue
    const [left, right] = condition.args
    const [variable, relation, constant] =
      right?.type === 'variable' ? [right, turned[condition.name]!, left] : [left, condition.name, right]
    if (variable?.type !== 'variable' || constant?.type !== 'term') continue
    const range = rangeOf(relation, constant.term, snapshot)
    const known = ranges.get(variable.name)
    if (range) ranges.set(variable.name, known ? intersection(known, range) : range)
  }
  return ranges
}

/** That of the variable in the object's place of a pattern. */
export function rangeOfObject({ object }: TriplePattern, ranges: ValueRanges): IdRange | undefined {
  return object.termType === 'Variable' ? ranges.get(object.value) : undefined
}

/** Undefined if the constant has no value that decides. */
function rangeOf(relation: string, term: Term, snapshot: Snapshot): IdRange | undefined {
  const { space, value } = literalValue(term, snapshot.idOf)
  // Whether two dates are the same depends on whether their timezones are written.
  if (Number.isNaN(value) || (relation === '=' && space === spaces.dates)) return undefined
  const { from, to } = snapshot.idsOfSpace(space)
  const least = () => firstAtLeast(snapshot.values, value, from, to)
  const behind = () => firstAbove(snapshot.values, value, from, to)
  switch (relation) {
    case '<':
      return { from, to: least() }
    case '<=':
      return { from, to: behind() }
    case '>':
      return { from: behind(), to }
    case '>=':
      return { from: least(), to }
    default:
      return { from: least(), to: behind() }
  }
}

function intersection(one: IdRange, other: IdRange): IdRange {
  const from = Math.max(one.from, other.from)
  return { from, to: Math.max(from, Math.min(one.to, other.to)) }
}
