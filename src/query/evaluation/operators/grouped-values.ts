/**
 * The set functions (SPARQL 1.2 §18.6.1.1) of all groups side by side, fed with the ids of values. What ids and the values
 * that the dictionary has for them tell never becomes a term; anything else goes to accumulators of terms.
 */
import type { AggregateName } from '../../algebra.ts'
import { type Accumulator, Average, createAccumulator, Sum } from '../../functions/aggregates.ts'
import { integer, numericLiteral } from '../../functions/numeric.ts'
import type { Execution } from '../execution.ts'
import { compareIds } from '../id-order.ts'

export interface GroupedValues {
  /** @param id of a value, 0 for an error. @param times how often it is there */
  add(group: number, id: number, times: number): void
  /** The id of what the function makes of a group's values, 0 for an error. */
  result(group: number): number
}

/** @param separator of GROUP_CONCAT */
export function startValues(name: AggregateName, separator: string, execution: Execution): GroupedValues {
  if (name === 'count') return new Counts(execution)
  if (name === 'sum') return new Sums(() => new Sum(), execution)
  if (name === 'avg') return new Sums(() => new Average(), execution)
  if (name === 'min') return new Extremes(1, execution)
  if (name === 'max') return new Extremes(-1, execution)
  const { charge } = execution.functions
  const accumulators = new Accumulators(
    () => createAccumulator(name, { separator, ...(charge && { charge }) }),
    execution,
  )
  // Of SAMPLE the first value is the one.
  return name === 'sample' ? new Once(accumulators) : accumulators
}

class Counts implements GroupedValues {
  readonly #counts: number[] = []
  /** What a count has beyond what a number can say exactly. */
  readonly #beyond: bigint[] = []
  readonly #execution: Execution

  constructor(execution: Execution) {
    this.#execution = execution
  }

  add(group: number, id: number, times: number): void {
    if (!id) return
    const before = this.#counts[group] ?? 0
    if (Number.isSafeInteger(before + times)) this.#counts[group] = before + times
    else {
      this.#beyond[group] = (this.#beyond[group] ?? 0n) + BigInt(before)
      this.#counts[group] = times
    }
  }

  result(group: number): number {
    const count = this.#counts[group] ?? 0
    const beyond = this.#beyond[group]
    return this.#execution.ids.idOf(numericLiteral(integer(beyond ? beyond + BigInt(count) : count)))
  }
}

/** MIN and MAX: the first by the order of ORDER BY, or by its reverse. */
class Extremes implements GroupedValues {
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
class Accumulators implements GroupedValues {
  readonly #create: () => Accumulator
  readonly #execution: Execution
  readonly #byGroup: Accumulator[] = []

  constructor(create: () => Accumulator, execution: Execution) {
    this.#create = create
    this.#execution = execution
  }

  add(group: number, id: number, times: number): void {
    const accumulator = this.of(group)
    const term = id ? this.#execution.ids.termOf(id) : undefined
    for (let time = 0; time < times; time++) {
      this.#execution.meter.step()
      accumulator.add(term)
    }
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

/** A set function for which it does not matter how often a value is there. */
class Once implements GroupedValues {
  readonly #values: GroupedValues

  constructor(values: GroupedValues) {
    this.#values = values
  }

  add(group: number, id: number): void {
    this.#values.add(group, id, 1)
  }

  result(group: number): number {
    return this.#values.result(group)
  }
}

/** SUM and AVG: integers are added as they are for as long as their sum is exact. */
class Sums implements GroupedValues {
  readonly #others: Accumulators
  readonly #execution: Execution
  readonly #sums: number[] = []
  readonly #counts: number[] = []

  constructor(create: () => Sum | Average, execution: Execution) {
    this.#execution = execution
    this.#others = new Accumulators(create, execution)
  }

  add(group: number, id: number, times: number): void {
    const added = this.#execution.ids.snapshot.integerOf(id) * times
    const sum = (this.#sums[group] ?? 0) + added
    const count = (this.#counts[group] ?? 0) + times
    if (Number.isSafeInteger(added) && Number.isSafeInteger(sum) && Number.isSafeInteger(count)) {
      this.#sums[group] = sum
      this.#counts[group] = count
    } else this.#others.add(group, id, times)
  }

  result(group: number): number {
    const accumulator = this.#others.of(group) as Sum | Average
    accumulator.addIntegers(this.#sums[group] ?? 0, this.#counts[group] ?? 0)
    return this.#others.result(group)
  }
}
