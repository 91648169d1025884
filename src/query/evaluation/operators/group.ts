/**
 * Group and Aggregation (SPARQL 1.2 §18.5.1): solutions by their keys, each group with the values of its aggregates.
 */
import type { Aggregate, Operation } from '../../algebra.ts'
import { createAccumulator } from '../../functions/aggregates.ts'
import { booleanLiteral } from '../../functions/boolean.ts'
import type { Environment, Evaluate, Step } from '../execution.ts'
import { RowIndex, Table } from '../table.ts'
import { inScope } from '../variables.ts'
import { DistinctRows } from './distinct.ts'

/** COUNT(*) counts solutions, whatever is in them. */
const anyTerm = booleanLiteral(true)

/** Bytes of a group's state, and of a set of what DISTINCT has seen. */
const perGroup = 200
const perSet = 1000

type Group = Extract<Operation, { type: 'group' }>

export function compileGroup(operation: Group, environment: Environment, next: Step): Step {
  const { operand, keys, aggregates } = operation
  const { execution, slots } = environment
  const { registers, ids, meter } = execution
  const scope = inScope(operand)
  const keyTerms = keys.map(({ expression }) => environment.expression(expression, environment, scope))
  // Not the slots of the variables themselves, which the operand may use for something else.
  const keySlots = keys.map(() => execution.newSlot())
  const results = [...keys, ...aggregates].map(({ variable }) => slots.of(variable))
  const collect = aggregates.map(({ aggregate }) => compileAggregate(aggregate, environment, scope))
  let groups = new Table(keys.length, meter)
  let index = new RowIndex(groups, keys.length, meter)
  let states: State[][] = []
  const gather = environment.compile(operand, environment, () => {
    for (const [column, slot] of keySlots.entries()) {
      const term = keyTerms[column]!()
      registers[slot] = term ? ids.idOf(term) : 0
    }
    let row = index.find(registers, keySlots)
    if (row < 0) {
      row = groups.push(registers, keySlots)
      index.update()
      states.push(collect.map(({ start }) => start()))
      meter.keep(perGroup + collect.reduce((sum, { bytes }) => sum + bytes, 0))
    }
    for (const state of states[row]!) state.add()
    return false
  })
  return () => {
    groups = new Table(keys.length, meter)
    index = new RowIndex(groups, keys.length, meter)
    states = []
    gather()
    // Without keys there is one group, be it of nothing.
    if (!keys.length && !states.length) {
      groups.push(registers, keySlots)
      states.push(collect.map(({ start }) => start()))
    }
    const finished = states
    const table = groups
    const given = results.map((slot) => registers[slot]!)
    const stop = finished.some((state, row) => {
      meter.step()
      const compatible = results.every((slot, column) => {
        const aggregate = state[column - keys.length]
        const id = aggregate ? aggregate.result() : table.at(row, column)
        registers[slot] = id || given[column]!
        return !given[column] || registers[slot] === given[column]
      })
      return compatible && next()
    })
    for (const [column, slot] of results.entries()) registers[slot] = given[column]!
    table.clear()
    index.clear()
    return stop
  }
}

/** One aggregate of one group. */
interface State {
  add(): void
  /** The id of its value, 0 for an error. */
  result(): number
}

function compileAggregate(
  { name, distinct, argument, separator }: Aggregate,
  environment: Environment,
  scope: ReadonlySet<string>,
): { readonly bytes: number; start(): State } {
  const { execution, slots } = environment
  const { registers, ids, meter, functions } = execution
  const evaluate: Evaluate | undefined = argument && environment.expression(argument, environment, scope)
  const whole = Array.from(scope, (variable) => slots.of(variable))
  // DISTINCT is about the value of the argument, or for COUNT(DISTINCT *) about the whole solution.
  const valueSlot = [execution.newSlot()]
  const start = (): State => {
    const accumulator = createAccumulator(name, { separator, ...(functions.charge && { charge: functions.charge }) })
    const seen = distinct ? new DistinctRows(evaluate ? valueSlot : whole, environment) : undefined
    const add = () => {
      meter.step()
      const term = evaluate?.()
      if (seen && evaluate) registers[valueSlot[0]!] = term ? ids.idOf(term) : 0
      // An error counts as an error each time, distinct or not.
      if (seen && (term || !evaluate) && !seen.add(registers)) return
      accumulator.add(evaluate ? term : anyTerm)
    }
    const result = () => {
      const term = accumulator.result()
      return term ? ids.idOf(term) : 0
    }
    return { add, result }
  }
  return { bytes: distinct ? perGroup + perSet : perGroup, start }
}
