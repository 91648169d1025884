/**
 * Aggregates of all groups side by side, by the number of the group. What can be told from ids and from the numbers that
 * the snapshot has for them never becomes a term; anything else goes to the accumulators of the set functions.
 */
import type { Aggregate } from '../../algebra.ts'
import { type Accumulator, Average, createAccumulator, Sum } from '../../functions/aggregates.ts'
import { integer, numericLiteral } from '../../functions/numeric.ts'
import type { Environment, Execution } from '../execution.ts'
import { compileExpressionId, type EvaluateId } from '../expression-ids.ts'
import { compareIds } from '../id-order.ts'
import { DistinctRows } from './distinct.ts'

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

/** @param scope the variables of the solutions that are grouped */
export function compileAggregate(
  { name, distinct, argument, separator }: Aggregate,
  environment: Environment,
  scope: ReadonlySet<string>,
): () => GroupedAggregate {
  const { execution, slots } = environment
  const evaluate = argument ? compileExpressionId(argument, environment, scope) : whole
  const start = (): ValueAggregate => {
    if (name === 'count') return new Counts(execution)
    if (name === 'sum') return new Sums(() => new Sum(), execution)
    if (name === 'avg') return new Sums(() => new Average(), execution)
    if (name === 'min') return new Extremes(1, execution)
    if (name === 'max') return new Extremes(-1, execution)
    const { charge } = execution.functions
    return new Accumulators(() => createAccumulator(name, { separator, ...(charge && { charge }) }), execution)
  }
  // DISTINCT is about the value of the argument, or for COUNT(DISTINCT *) about the whole solution.
  const told = argument ? [execution.newSlot()] : Array.from(scope, (variable) => slots.of(variable))
  const groupSlot = execution.newSlot()
  return () => {
    const values = start()
    if (!distinct) return new AllValues(values, evaluate)
    return new DistinctValues(values, evaluate, [groupSlot, ...told], environment)
  }
}

/** Takes values by their ids. */
interface ValueAggregate {
  add(group: number, id: number): void
  result(group: number): number
}

class AllValues implements GroupedAggregate {
  readonly #values: ValueAggregate
  readonly #evaluate: EvaluateId

  constructor(values: ValueAggregate, evaluate: EvaluateId) {
    this.#values = values
    this.#evaluate = evaluate
  }

  add(group: number): void {
    this.#values.add(group, this.#evaluate())
  }

  result(group: number): number {
    return this.#values.result(group)
  }
}

/** Each value once a group. */
class DistinctValues implements GroupedAggregate {
  readonly #values: ValueAggregate
  readonly #evaluate: EvaluateId
  readonly #registers: Uint32Array
  /** A slot for the group, and either one for the value or those of the whole solution. */
  readonly #slots: readonly number[]
  readonly #seen: DistinctRows

  constructor(values: ValueAggregate, evaluate: EvaluateId, slots: readonly number[], environment: Environment) {
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
    this.#values.add(group, id)
  }

  result(group: number): number {
    return this.#values.result(group)
  }
}

class Counts implements ValueAggregate {
  readonly #counts: number[] = []
  readonly #execution: Execution

  constructor(execution: Execution) {
    this.#execution = execution
  }

  add(group: number, id: number): void {
    if (id) this.#counts[group] = (this.#counts[group] ?? 0) + 1
  }

  result(group: number): number {
    return this.#execution.ids.idOf(numericLiteral(integer(this.#counts[group] ?? 0)))
  }
}

/** MIN and MAX: the first by the order of ORDER BY, or by its reverse. */
class Extremes implements ValueAggregate {
  readonly #direction: 1 | -1
  readonly #execution: Execution
  /** 0 where an error was among the values. */
  readonly #best: number[] = []

  constructor(direction: 1 | -1, execution: Execution) {
    this.#direction = direction
    this.#execution = execution
  }

  add(group: number, id: number): void {
    const best = this.#best[group]
    if (best === 0) return
    const isBetter = !best || !id || compareIds(this.#execution, id, best) * this.#direction < 0
    if (isBetter) this.#best[group] = id
  }

  result(group: number): number {
    return this.#best[group] ?? 0
  }
}

/** Any set function, with an accumulator for each group. */
class Accumulators implements ValueAggregate {
  readonly #create: () => Accumulator
  readonly #execution: Execution
  readonly #byGroup: Accumulator[] = []

  constructor(create: () => Accumulator, execution: Execution) {
    this.#create = create
    this.#execution = execution
  }

  add(group: number, id: number): void {
    this.of(group).add(id ? this.#execution.ids.termOf(id) : undefined)
  }

  of(group: number): Accumulator {
    let accumulator = this.#byGroup[group]
    if (!accumulator) {
      accumulator = this.#create()
      this.#byGroup[group] = accumulator
    }
    return accumulator
  }

  result(group: number): number {
    const term = this.of(group).result()
    return term ? this.#execution.ids.idOf(term) : 0
  }
}

/** SUM and AVG: integers are added as they are for as long as their sum is exact. */
class Sums implements ValueAggregate {
  readonly #others: Accumulators
  readonly #execution: Execution
  readonly #sums: number[] = []
  readonly #counts: number[] = []

  constructor(create: () => Sum | Average, execution: Execution) {
    this.#execution = execution
    this.#others = new Accumulators(create, execution)
  }

  add(group: number, id: number): void {
    const { snapshot } = this.#execution.ids
    const number = snapshot.integerOf(id)
    const sum = (this.#sums[group] ?? 0) + number
    if (Number.isSafeInteger(sum)) {
      this.#sums[group] = sum
      this.#counts[group] = (this.#counts[group] ?? 0) + 1
    } else this.#others.add(group, id)
  }

  result(group: number): number {
    const accumulator = this.#others.of(group) as Sum | Average
    accumulator.addIntegers(this.#sums[group] ?? 0, this.#counts[group] ?? 0)
    return this.#others.result(group)
  }
}
