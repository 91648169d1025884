/**
 * OrderBy (SPARQL 1.2 §15.1, §18.5): solutions as a sequence; those that compare as equal stay as they came.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { compileExpressionId } from '../expression-ids.ts'
import { IdOrder } from '../id-order.ts'
import { orderedScan } from '../ordered-scan.ts'
import { Table } from '../table.ts'
import { inScope } from '../variables.ts'

export type OrderBy = Extract<Operation, { type: 'orderBy' }>

/** Bytes of a row's place in the sequence. */
const perRow = 16

/** How many terms are remembered at least, while only the first rows are kept. */
const leastKeys = 1024

/** @param most how many of the first solutions are asked for */
export function compileOrderBy(
  operation: OrderBy,
  environment: Environment,
  next: Step,
  most = Number.POSITIVE_INFINITY,
): Step {
  const { operand, conditions } = operation
  const { execution, slots } = environment
  const { registers, meter } = execution
  const scope = inScope(operand)
  const columns = Array.from(scope, (name) => slots.of(name))
  const keys = conditions.map(({ expression }) => compileExpressionId(expression, environment, scope))
  // Not the slots of variables: the key of a row may be a value that is none of theirs.
  const keySlots = keys.map(() => execution.newSlot())
  const signs = conditions.map(({ descending }) => (descending ? -1 : 1))
  const width = keys.length
  // Of what is not among the first nothing has to be remembered.
  const order = new IdOrder(execution, 4 * most * width + leastKeys)
  const table = new Table(width + columns.length, meter)
  const compare = (one: number, other: number): number => {
    meter.step()
    for (let key = 0; key < width; key++) {
      const difference = order.compare(table.at(one, key), table.at(other, key))
      if (difference) return signs[key]! * difference
    }
    return one - other
  }
  let sequence = new Sequence(table, [...keySlots, ...columns], compare, most)
  const scan = most < Number.POSITIVE_INFINITY ? orderedScan(operation, environment) : undefined
  const { values } = execution.ids.snapshot
  const gather = environment.compile(operand, { ...environment, scan }, () => {
    for (let key = 0; key < width; key++) registers[keySlots[key]!] = keys[key]!()
    if (sequence.add(registers)) meter.keep(perRow)
    // Of the same value there may be some that other keys put before.
    else if (scan?.isInOrder) return values[registers[keySlots[0]!]!] !== values[table.at(sequence.last, 0)]
    return false
  })
  return () => {
    // What the surroundings have bound stays bound.
    const given = columns.map((slot) => registers[slot]!)
    sequence = new Sequence(table, [...keySlots, ...columns], compare, most)
    gather()
    const stop = sequence.rows().some((row) => {
      meter.step()
      for (const [column, slot] of columns.entries()) registers[slot] = table.at(row, width + column)
      return next()
    })
    for (const [index, slot] of columns.entries()) registers[slot] = given[index]!
    meter.release(perRow * sequence.added)
    order.clear()
    table.clear()
    return stop
  }
}

/** The first rows of a table, in order: of twice as many as are asked for, the second half is let go. */
class Sequence {
  readonly #table: Table
  readonly #slots: readonly number[]
  readonly #compare: (one: number, other: number) => number
  readonly #most: number
  #rows: number[] = []
  /** The last of the first rows, once there are as many as are asked for; less than 0 before. */
  last = -1
  added = 0

  constructor(table: Table, slots: readonly number[], compare: (one: number, other: number) => number, most: number) {
    this.#table = table
    this.#slots = slots
    this.#compare = compare
    this.#most = most
  }

  /** Whether the row may be one of the first. */
  add(registers: Uint32Array): boolean {
    const row = this.#table.push(registers, this.#slots)
    if (this.last >= 0 && this.#compare(row, this.last) > 0) {
      this.#table.pop()
      return false
    }
    this.added++
    this.#rows.push(row)
    if (this.#rows.length >= 2 * this.#most) this.#cut()
    return true
  }

  rows(): readonly number[] {
    this.#cut()
    return this.#rows
  }

  #cut(): void {
    this.#rows.sort(this.#compare)
    if (this.#rows.length < this.#most) return
    this.#rows.length = this.#most
    this.last = this.#rows.at(-1)!
  }
}
