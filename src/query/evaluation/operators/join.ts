/**
 * Join (SPARQL 1.2 §18.5): operands are evaluated one inside the other, each with what those before it have bound.
 * Filters of the group stand where the variables that they need are bound for the first time.
 */
import type { Expression, Operation } from '../../algebra.ts'
import { asksExists, isChanging } from '../changing.ts'
import { compileCondition } from '../condition.ts'
import { type Environment, neededOf, needing, type Step } from '../execution.ts'
import { givable } from '../givable.ts'
import { compileProbe } from '../materialized.ts'
import { order } from '../order-of-joins.ts'
import { rangeOfObject, type ValueRanges, valueRanges } from '../value-range.ts'
import { certain, inScope, intersection, mentioned, occurring, union } from '../variables.ts'
import { compileIntersection, type Stage, stagesOf } from './intersection.ts'
import { compilePattern } from './pattern.ts'

/** @param filters conditions on the joined solution */
export function compileJoin(
  operation: Operation,
  filters: readonly Expression[],
  environment: Environment,
  next: Step,
): Step {
  const ranges = valueRanges(filters, environment.execution.ids.snapshot)
  let needed = neededOf(operation, environment)
  const operands = order(partsOf(operation), environment, ranges, withMentioned(needed, filters))
  const scope = inScope(operation)
  const places = placesOf(filters, operands, environment)
  const before = boundBefore(operands, environment)
  const stages = stagesOf(operands, environment)
  const settled = needed && settledAfter(needed, operands, stages)
  const { isKnown } = environment.needs ?? {}
  let step = next
  for (const { from, to, variable } of stages.toReversed()) {
    if (to === settled && isKnown) step = unless(isKnown, step)
    for (const [filter, place] of places) {
      if (place < from || place >= to) continue
      step = compileFilterStep(filter, environment, scope, step)
      needed &&= union([needed, mentioned(filter)])
    }
    const after = step
    for (let index = to - 1; index >= from; index--) {
      const operand = operands[index]!
      const inside = { ...environment, bound: before[index]! }
      const options = { ranges, looksUpSubjects: looksUpSubjects(operand, operands.slice(to)) }
      step = compileOperand(operand, needed ? needing(operand, needed, inside) : inside, step, options)
      needed &&= union([needed, occurring(operand)])
    }
    if (to - from > 1) {
      const patterns = operands.slice(from, to).flatMap((operand) => (operand.type === 'bgp' ? operand.patterns : []))
      step = compileIntersection(patterns, variable!, environment, after, step)
    }
  }
  for (const [filter, place] of places) {
    if (place < 0) step = compileFilterStep(filter, environment, scope, step)
  }
  return step
}

/**
 * After how many operands all is bound that is looked at, so that those behind it only decide whether there is a solution;
 * undefined where none is behind it.
 */
function settledAfter(
  needed: ReadonlySet<string>,
  operands: readonly Operation[],
  stages: readonly Stage[],
): number | undefined {
  const bindsNone = (operand: Operation) => inScope(operand).isDisjointFrom(missing)
  const missing = new Set(needed)
  for (const { from, to } of stages.slice(0, -1)) {
    for (const operand of operands.slice(from, to)) for (const name of certain(operand)) missing.delete(name)
    if (operands.slice(to).every(bindsNone)) return to
  }
  return undefined
}

function unless(isKnown: () => boolean, next: Step): Step {
  return () => !isKnown() && next()
}

/** What is looked at of a joined solution, its filters included. */
export function withMentioned(
  needed: ReadonlySet<string> | undefined,
  filters: readonly Expression[],
): ReadonlySet<string> | undefined {
  return needed && union([needed, ...filters.map(mentioned)])
}

/** What may be bound before each operand: what is around the join, and what those before it bind. */
function boundBefore(operands: readonly Operation[], { bound }: Environment): readonly ReadonlySet<string>[] {
  let before = bound
  return operands.map((operand) => {
    const here = before
    before = union([before, inScope(operand)])
    return here
  })
}

/** What finds its solutions as fast as a table would. */
const quick = new Set<Operation['type']>(['bgp', 'values'])

/** Whether one of the next patterns has the same subject. */
function looksUpSubjects(operand: Operation, next: readonly Operation[]): boolean {
  const subjectOf = (one: Operation) => (one.type === 'bgp' ? one.patterns[0]?.subject : undefined)
  const subject = subjectOf(operand)
  const isSame = (other: Operation) => subjectOf(other)?.value === subject?.value
  return subject?.termType === 'Variable' && next.slice(0, 2).some(isSame)
}

interface OperandOptions {
  /** What the joined solution has to fulfil. */
  readonly ranges?: ValueRanges
  readonly looksUpSubjects?: boolean
}

/** An operand that may be given what is bound before it is; any other is evaluated once and looked up. */
export function compileOperand(
  operation: Operation,
  environment: Environment,
  next: Step,
  { ranges = new Map(), looksUpSubjects = false }: OperandOptions = {},
): Step {
  if (!isGiven(operation, environment)) {
    const shared = intersection(inScope(operation), environment.bound)
    return compileProbe(operation, shared, { ...environment, needs: undefined }, next)
  }
  if (operation.type === 'bgp' && operation.patterns.length === 1) {
    const [pattern] = operation.patterns
    const objects = rangeOfObject(pattern!, ranges)
    const needed = neededOf(operation, environment)
    return compilePattern(pattern!, environment, next, { objects, needed, looksUpSubjects })
  }
  return environment.compile(operation, environment, next)
}

/** Whether an operand is given what is bound before it, and not evaluated by itself. */
export function isGiven(operation: Operation, { bound }: Environment): boolean {
  const shared = intersection(inScope(operation), bound)
  // Where nothing is given, evaluating it again would find the same again.
  if (!shared.size && bound.size && !quick.has(operation.type)) return false
  return shared.isSubsetOf(givable(operation))
}

/** The operands of nested joins, each triple pattern of a basic graph pattern for itself. */
export function partsOf(operation: Operation): readonly Operation[] {
  if (operation.type === 'join') return operation.operands.flatMap(partsOf)
  if (operation.type !== 'bgp') return [operation]
  return operation.patterns.map((pattern) => ({ type: 'bgp', patterns: [pattern] }))
}

/** After which operand each filter can be decided: the first with which all of its variables are certain; -1 before all. */
function placesOf(
  filters: readonly Expression[],
  operands: readonly Operation[],
  { execution }: Environment,
): readonly (readonly [Expression, number])[] {
  const scope = union(operands.map(inScope))
  return filters.map((filter) => {
    // Nobody has looked whether what changes is inside of an EXISTS.
    if (!execution.deterministic && (isChanging(filter) || asksExists(filter)))
      return [filter, operands.length - 1] as const
    const missing = new Set(intersection(mentioned(filter), scope))
    let place = -1
    while (missing.size && place < operands.length - 1) {
      place++
      for (const name of certain(operands[place]!)) missing.delete(name)
    }
    return [filter, missing.size ? operands.length - 1 : place] as const
  })
}

function compileFilterStep(filter: Expression, environment: Environment, scope: ReadonlySet<string>, next: Step): Step {
  const holds = compileCondition(filter, environment, scope)
  return () => holds() === true && next()
}
