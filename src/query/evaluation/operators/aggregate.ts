/**
 * Aggregates (SPARQL 1.2 §18.5.1) of all groups side by side, by the number of the group.
 */
import type { Aggregate, Operation } from '../../algebra.ts'
import type { Environment, Execution } from '../execution.ts'
import { compileExpressionId, type EvaluateId } from '../expression-ids.ts'
import { certain, inScope, mentioned } from '../variables.ts'
import { DistinctRows } from './distinct.ts'
import { type GroupedValues, startValues } from './grouped-values.ts'

export interface GroupedAggregate {
  /** Takes the solution in the registers into a group. */
  add(group: number): void
  /** The id of a group's value, 0 for an error. */
  result(group: number): number
}

/** COUNT(*) counts solutions, whatever is in them. */
const whole: EvaluateId = () => 1

/** Bytes of a group in one aggregate. */
export const bytesPerGroup = 200

/** @param operand whose solutions are grouped */
export function compileAggregate(
  aggregate: Aggregate,
  environment: Environment,
  operand: Operation,
): () => GroupedAggregate {
  const { name, distinct, argument, separator } = aggregate
  const { execution, slots } = environment
  const scope = inScope(operand)
  const evaluate =
    argument && !countsAll(aggregate, operand) ? compileExpressionId(argument, environment, scope) : whole
  // DISTINCT is about the value of the argument, or for COUNT(DISTINCT *) about the whole solution.
  const told = argument ? [execution.newSlot()] : Array.from(scope, (variable) => slots.of(variable))
  const groupSlot = execution.newSlot()
  return () => {
    const values = startValues(name, separator, execution)
    if (!distinct) return new AllValues(values, evaluate, execution)
    return new DistinctValues(values, evaluate, [groupSlot, ...told], environment)
  }
}

/** The variables that an aggregate depends on, but for how often solutions come. */
export function neededByAggregate(aggregate: Aggregate, operand: Operation): ReadonlySet<string> {
  if (countsAll(aggregate, operand)) return new Set()
  return aggregate.argument ? mentioned(aggregate.argument) : inScope(operand)
}

/** COUNT(*), and COUNT(?x) where every solution has a value of it. */
function countsAll({ name, distinct, argument }: Aggregate, operand: Operation): boolean {
  if (name !== 'count' || distinct) return false
  return !argument || (argument.type === 'variable' && certain(operand).has(argument.name))
}

class AllValues implements GroupedAggregate {
  readonly #values: GroupedValues
  readonly #evaluate: EvaluateId
  readonly #execution: Execution

  constructor(values: GroupedValues, evaluate: EvaluateId, execution: Execution) {
    this.#values = values
    this.#evaluate = evaluate
    this.#execution = execution
  }

  add(group: number): void {
    this.#values.add(group, this.#evaluate(), this.#execution.multiplicity)
  }

  result(group: number): number {
    return this.#values.result(group)
  }
}

/** Each value once a group. */
class DistinctValues implements GroupedAggregate {
  readonly #values: GroupedValues
  readonly #evaluate: EvaluateId
  readonly #registers: Uint32Array
  /** A slot for the group, and either one for the value or those of the whole solution. */
  readonly #slots: readonly number[]
  readonly #seen: DistinctRows

  constructor(values: GroupedValues, evaluate: EvaluateId, slots: readonly number[], environment: Environment) {
    this.#values = values
    this.#evaluate = evaluate
    this.#registers = environment.execution.registers
    this.#slots = slots
    this.#seen = new DistinctRows(slots, environment)
  }

  add(group: number): void {
    const id = this.#evaluate()
    // An error counts as an error each time, distinct or not.
    if (id) {
      const [groupSlot, valueSlot] = this.#slots
      this.#registers[groupSlot!] = group
      if (this.#evaluate !== whole) this.#registers[valueSlot!] = id
      if (!this.#seen.add(this.#registers)) return
    }
    this.#values.add(group, id, 1)
  }

  result(group: number): number {
    return this.#values.result(group)
  }
}
