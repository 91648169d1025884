/**
 * Group and Aggregation (SPARQL 1.2 §18.5.1): solutions by their keys, each group with the values of its aggregates.
 */
import type { Operation } from '../../algebra.ts'
import { type Environment, needing, type Step } from '../execution.ts'
import { compileExpressionId } from '../expression-ids.ts'
import { RowIndex, Table } from '../table.ts'
import { inScope, mentioned, union } from '../variables.ts'
import { bytesPerGroup, compileAggregate, neededByAggregate } from './aggregate.ts'

type Group = Extract<Operation, { type: 'group' }>

export function compileGroup(operation: Group, environment: Environment, next: Step): Step {
  const { operand, keys, aggregates } = operation
  const { execution, slots } = environment
  const { registers, meter } = execution
  const scope = inScope(operand)
  const keyIds = keys.map(({ expression }) => compileExpressionId(expression, environment, scope))
  // Not the slots of the variables themselves, which the operand may use for something else.
  const keySlots = keys.map(() => execution.newSlot())
  const results = [...keys, ...aggregates].map(({ variable }) => slots.of(variable))
  const begin = aggregates.map(({ aggregate }) => compileAggregate(aggregate, environment, operand))
  const bytes = bytesPerGroup * (1 + begin.length)
  let groups = new Groups(keySlots, environment)
  let values = begin.map((start) => start())
  const gather = environment.compile(operand, needing(operand, neededBy(operation), environment), () => {
    meter.step()
    for (let column = 0; column < keySlots.length; column++) registers[keySlots[column]!] = keyIds[column]!()
    // Without keys, all are of the one group that there is then.
    const group = keySlots.length ? groups.ofRegisters(bytes) : 0
    for (let column = 0; column < values.length; column++) values[column]!.add(group)
    return false
  })
  return () => {
    groups = new Groups(keySlots, environment)
    values = begin.map((start) => start())
    // Without keys there is one group, be it of nothing.
    if (!keys.length) groups.ofRegisters(bytes)
    const around = execution.multiplicity
    execution.multiplicity = 1
    gather()
    execution.multiplicity = around
    const [finished, aggregated] = [groups, values]
    const given = results.map((slot) => registers[slot]!)
    let stop = false
    for (let group = 0; group < finished.count && !stop; group++) {
      meter.step()
      const compatible = results.every((slot, column) => {
        const aggregate = aggregated[column - keys.length]
        const id = aggregate ? aggregate.result(group) : finished.keyOf(group, column)
        registers[slot] = id || given[column]!
        return !given[column] || registers[slot] === given[column]
      })
      stop = compatible && next()
    }
    for (const [column, slot] of results.entries()) registers[slot] = given[column]!
    finished.clear()
    meter.release(bytes * finished.count)
    return stop
  }
}

/** What the value of a group depends on. */
export function neededBy({ operand, keys, aggregates }: Group): ReadonlySet<string> {
  return union([
    ...keys.map(({ expression }) => mentioned(expression)),
    ...aggregates.map(({ aggregate }) => neededByAggregate(aggregate, operand)),
  ])
}

/** Groups by their keys, numbered as they were met. */
class Groups {
  readonly #keySlots: readonly number[]
  readonly #environment: Environment
  readonly #table: Table
  readonly #index: RowIndex
  #last = -1
  count = 0

  constructor(keySlots: readonly number[], environment: Environment) {
    const { meter } = environment.execution
    this.#keySlots = keySlots
    this.#environment = environment
    this.#table = new Table(keySlots.length, meter)
    this.#index = new RowIndex(this.#table, keySlots.length, meter)
  }

  /** The group of the keys in the registers. @param bytes what a new one takes */
  ofRegisters(bytes: number): number {
    const { registers, meter } = this.#environment.execution
    // Solutions of a group often follow each other.
    if (this.#isLast(registers)) return this.#last
    let group = this.#index.find(registers, this.#keySlots)
    if (group < 0) {
      group = this.#table.push(registers, this.#keySlots)
      this.#index.update()
      this.count++
      meter.keep(bytes)
    }
    this.#last = group
    return group
  }

  keyOf(group: number, column: number): number {
    return this.#table.at(group, column)
  }

  clear(): void {
    this.#table.clear()
    this.#index.clear()
  }

  #isLast(registers: Uint32Array): boolean {
    if (this.#last < 0) return false
    for (let column = 0; column < this.#keySlots.length; column++) {
      if (this.#table.at(this.#last, column) !== registers[this.#keySlots[column]!]) return false
    }
    return true
  }
}
