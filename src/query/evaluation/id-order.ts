/**
 * The order of ORDER BY, MIN and MAX (SPARQL 1.2 §15.1) on ids: by the values that the snapshot has where they decide,
 * and by what terms stand for where they do not.
 */
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { compareKeys, type OrderKey, orderKey } from '../functions/order.ts'
import type { Execution } from './execution.ts'

/** Bytes of what is kept of a term. */
const perKey = 200

/** As `IdOrder` compares, for once. */
export function compareIds({ ids }: Execution, one: number, other: number): number {
  const keyOf = (id: number) => orderKey(id ? ids.termOf(id) : undefined)
  return byValues(ids.snapshot, one, other) || compareKeys(keyOf(one), keyOf(other))
}

/**
 * What two values tell, 0 if nothing. Rounding to a double keeps the order, so that doubles that differ tell it; NaN,
 * and undefined for what a query made up, tell nothing.
 */
function byValues(snapshot: Snapshot, one: number, other: number): number {
  const [a, b] = [snapshot.values[one]!, snapshot.values[other]!]
  const difference = a < b ? -1 : a > b ? 1 : 0
  return difference && snapshot.spaceOf(one) === snapshot.spaceOf(other) ? difference : 0
}

/** Compares ids many times. */
export class IdOrder {
  readonly #execution: Execution
  readonly #snapshot: Snapshot
  readonly #mostKeys: number
  readonly #keys = new Map<number, OrderKey>()

  /** @param mostKeys how many terms are remembered at most */
  constructor(execution: Execution, mostKeys = Number.POSITIVE_INFINITY) {
    this.#mostKeys = mostKeys
    this.#execution = execution
    this.#snapshot = execution.ids.snapshot
  }

  /** Less than 0, 0 or more than 0; 0 only for the same id. 0 is no value, which comes first. */
  compare(one: number, other: number): number {
    return byValues(this.#snapshot, one, other) || compareKeys(this.#keyOf(one), this.#keyOf(other))
  }

  /** Forgets the terms that it has looked at, and their memory. */
  clear(): void {
    this.#execution.meter.release(perKey * this.#keys.size)
    this.#keys.clear()
  }

  #keyOf(id: number): OrderKey {
    const known = this.#keys.get(id)
    if (known) return known
    if (this.#keys.size >= this.#mostKeys) this.clear()
    this.#execution.meter.keep(perKey)
    const key = orderKey(id ? this.#execution.ids.termOf(id) : undefined)
    this.#keys.set(id, key)
    return key
  }
}
