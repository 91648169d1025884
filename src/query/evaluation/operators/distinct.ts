/**
 * Distinct (SPARQL 1.2 §18.5): each solution once, at its first occurrence.
 */
import type { Operation } from '../../algebra.ts'
import { type Environment, needing, type Step } from '../execution.ts'
import { RowIndex, Table } from '../table.ts'
import { inScope } from '../variables.ts'

type Distinct = Extract<Operation, { type: 'distinct' }>

export function compileDistinct({ operand }: Distinct, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers } = execution
  const columns = Array.from(inScope(operand), (name) => slots.of(name))
  let seen = new DistinctRows(columns, environment)
  let around = 1
  const inside = needing(operand, inScope(operand), environment, () => seen.has(registers))
  const step = environment.compile(operand, inside, () => {
    if (!seen.add(registers)) return false
    const { multiplicity } = execution
    execution.multiplicity = around
    const stop = next()
    execution.multiplicity = multiplicity
    return stop
  })
  return () => {
    around = execution.multiplicity
    seen = new DistinctRows(columns, environment)
    const stop = step()
    seen.clear()
    return stop
  }
}

/** The solutions that have been seen. */
export class DistinctRows {
  readonly #slots: readonly number[]
  readonly #table: Table
  readonly #index: RowIndex

  constructor(slots: readonly number[], { execution }: Pick<Environment, 'execution'>) {
    this.#slots = slots
    this.#table = new Table(slots.length, execution.meter)
    this.#index = new RowIndex(this.#table, slots.length, execution.meter)
  }

  has(registers: Uint32Array): boolean {
    return this.#index.find(registers, this.#slots) >= 0
  }

  /** Whether these are new. */
  add(registers: Uint32Array): boolean {
    if (this.has(registers)) return false
    this.#table.push(registers, this.#slots)
    this.#index.update()
    return true
  }

  clear(): void {
    this.#table.clear()
    this.#index.clear()
  }
}
