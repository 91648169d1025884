/**
 * The set functions (SPARQL 1.2 §18.6.1.1), fed row by row. An error among the values makes the result one, as the
 * functions that they are defined by have it; COUNT does not count it and SAMPLE takes another.
 */
import { literal, type Term } from '../../rdf/terms.ts'
import type { AggregateName } from '../algebra.ts'
import { makeRoom } from './bounds.ts'
import type { FunctionContext } from './context.ts'
import { add, divide, integer, type Numeric, numericLiteral } from './numeric.ts'
import { compareKeys, type OrderKey, orderKey } from './order.ts'
import { isStringLiteral } from './strings.ts'
import { numericOf } from './values.ts'

export interface Accumulator {
  /** The value of the expression in one row; `undefined` is an error. DISTINCT is done before. */
  add(term: Term | undefined): void
  /** `undefined` is an error. */
  result(): Term | undefined
}

export interface AccumulatorOptions extends Pick<FunctionContext, 'charge'> {
  /** Of GROUP_CONCAT. */
  readonly separator: string
}

export function createAccumulator(name: AggregateName, options: AccumulatorOptions): Accumulator {
  switch (name) {
    case 'count':
      return new Count()
    case 'sum':
      return new Sum()
    case 'avg':
      return new Average()
    case 'min':
      return new Extreme(1)
    case 'max':
      return new Extreme(-1)
    case 'sample':
      return new Sample()
    case 'group_concat':
      return new GroupConcat(options)
  }
}

class Count implements Accumulator {
  #count = 0

  add(term: Term | undefined): void {
    if (term) this.#count++
  }

  result(): Term {
    return numericLiteral(integer(this.#count))
  }
}

export class Sum implements Accumulator {
  #sum: Numeric | undefined = integer(0)

  /** The sum of so many integers, which somebody else has added. */
  addIntegers(sum: number, _count: number): void {
    this.#sum &&= add(this.#sum, integer(sum))
  }

  add(term: Term | undefined): void {
    if (this.#sum === undefined) return
    const number = term && numericOf(term)
    this.#sum = number && add(this.#sum, number)
  }

  /** The sum as a number, before it is written. */
  total(): Numeric | undefined {
    return this.#sum
  }

  result(): Term | undefined {
    return this.#sum && numericLiteral(this.#sum)
  }
}

export class Average implements Accumulator {
  readonly #sum = new Sum()
  #count = 0

  addIntegers(sum: number, count: number): void {
    this.#sum.addIntegers(sum, count)
    this.#count += count
  }

  add(term: Term | undefined): void {
    this.#sum.add(term)
    this.#count++
  }

  result(): Term | undefined {
    if (this.#count === 0) return numericLiteral(integer(0))
    const total = this.#sum.total()
    const average = total && divide(total, integer(this.#count))
    return average && numericLiteral(average)
  }
}

/** MIN and MAX: the first by the order of ORDER BY, or by its reverse. */
class Extreme implements Accumulator {
  readonly #direction: 1 | -1
  #best: OrderKey | undefined
  #failed = false

  constructor(direction: 1 | -1) {
    this.#direction = direction
  }

  add(term: Term | undefined): void {
    if (!term) this.#failed = true
    if (this.#failed) return
    const key = orderKey(term)
    if (!this.#best || compareKeys(key, this.#best) * this.#direction < 0) this.#best = key
  }

  result(): Term | undefined {
    return this.#failed ? undefined : this.#best?.term
  }
}

class Sample implements Accumulator {
  #term: Term | undefined

  add(term: Term | undefined): void {
    this.#term ??= term
  }

  result(): Term | undefined {
    return this.#term
  }
}

/** An xsd:string whatever the languages are, as the separator is one. */
class GroupConcat implements Accumulator {
  readonly #options: AccumulatorOptions
  readonly #texts: string[] = []
  #length = 0
  #failed = false

  constructor(options: AccumulatorOptions) {
    this.#options = options
  }

  add(term: Term | undefined): void {
    if (!isStringLiteral(term)) this.#failed = true
    else if (!this.#failed) this.#append(term.value)
  }

  #append(text: string): void {
    const units = text.length + (this.#texts.length ? this.#options.separator.length : 0)
    this.#length += units
    makeRoom(this.#length, {})
    this.#options.charge?.(units)
    this.#texts.push(text)
  }

  result(): Term | undefined {
    return this.#failed ? undefined : literal(this.#texts.join(this.#options.separator))
  }
}
