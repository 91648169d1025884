/**
 * An operation evaluated by itself, from the bottom up, its solutions kept in a table and looked up from there.
 */
import type { Operation } from '../algebra.ts'
import type { Environment, Step } from './execution.ts'
import { hiding } from './hide.ts'
import { bindSlot, free } from './positions.ts'
import { RowIndex, Table } from './table.ts'
import { certain, inScope, intersection, occurring } from './variables.ts'

/** The solutions of an operation, with an index over some of their variables. */
export class Materialized {
  /** The columns of the table: those of the key first. */
  readonly slots: readonly number[]
  readonly #keySlots: readonly number[]
  readonly #environment: Environment
  readonly #fill: Step
  readonly #table: Table
  #index: RowIndex
  #epoch = -1
  #graph = -1

  /** @param keys variables of the operation that every solution of it binds */
  constructor(operation: Operation, keys: ReadonlySet<string>, environment: Environment) {
    const { execution, slots, bound, substitution } = environment
    const hidden = intersection(occurring(operation), bound)
    for (const name of intersection(hidden, substitution.names)) substitution.clock.given.set(slots.of(name), 0)
    const { registers, meter } = execution
    const others = [...inScope(operation)].filter((name) => !keys.has(name))
    this.#keySlots = Array.from(keys, (name) => slots.of(name))
    this.slots = [...this.#keySlots, ...others.map((name) => slots.of(name))]
    this.#environment = environment
    this.#table = new Table(this.slots.length, meter)
    this.#index = new RowIndex(this.#table, this.#keySlots.length, meter)
    const fill = environment.compile(operation, { ...environment, bound: new Set() }, () => {
      this.#table.push(registers, this.slots)
      return false
    })
    this.#fill = hiding(hidden, environment, fill)
  }

  /**
   * Visits the rows that are compatible with the registers: equal wherever both are bound.
   * @returns whether a visit stopped it
   */
  compatible(visit: (table: Table, row: number) => boolean): boolean {
    this.#refresh()
    const { registers, meter } = this.#environment.execution
    const table = this.#table
    const keys = this.#keySlots
    const keyed = keys.length > 0 && keys.every((slot) => registers[slot])
    let row = keyed ? this.#index.find(registers, keys) : table.length - 1
    while (row >= 0) {
      meter.step()
      if (this.#agrees(row, keyed ? keys.length : 0) && visit(table, row)) return true
      row = keyed ? this.#index.after(row, registers, keys) : row - 1
    }
    return false
  }

  #agrees(row: number, from: number): boolean {
    const { registers } = this.#environment.execution
    for (let column = from; column < this.slots.length; column++) {
      const id = registers[this.slots[column]!]!
      const other = this.#table.at(row, column)
      if (id && other && id !== other) return false
    }
    return true
  }

  /** Evaluates, if nothing is there yet or what is there was for another graph or another solution of EXISTS. */
  #refresh(): void {
    const { execution, graph, substitution } = this.#environment
    const current = graph.currentSlot === undefined ? 0 : execution.registers[graph.currentSlot]!
    if (this.#epoch === substitution.clock.epoch && this.#graph === current) return
    this.#epoch = substitution.clock.epoch
    this.#graph = current
    this.#evaluate()
  }

  #evaluate(): void {
    const { meter } = this.#environment.execution
    this.#table.clear()
    this.#fill()
    this.#index = new RowIndex(this.#table, this.#keySlots.length, meter)
    this.#index.update()
  }
}

/** Joins an operation that cannot be given what is bound before it: its solutions are found by what they share. */
export function compileProbe(
  operation: Operation,
  shared: ReadonlySet<string>,
  environment: Environment,
  next: Step,
): Step {
  const { registers } = environment.execution
  const materialized = new Materialized(operation, intersection(shared, certain(operation)), environment)
  const { slots } = materialized
  return () =>
    materialized.compatible((table, row) => {
      const bound: number[] = []
      for (let column = 0; column < slots.length; column++) {
        const id = table.at(row, column)
        if (id) bindSlot(slots[column]!, id, registers, bound)
      }
      const stop = next()
      free(bound, 0, registers)
      return stop
    })
}
