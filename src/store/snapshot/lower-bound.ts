/**
 * Search in a part of a column that is sorted in ascending order. Both functions answer the first row of [from, to)
 * whose value is at least `value`, or `to` if there is none.
 */

/** By halving: O(log(to - from)). */
export function lowerBound(column: Uint32Array, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (column[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** By doubling steps and then halving: O(log d) where the answer is d rows away, so for one that is likely near. */
export function gallop(column: Uint32Array, value: number, from: number, to: number): number {
  let step = 1
  while (from + step <= to && column[from + step - 1]! < value) {
    from += step
    step *= 2
  }
  return lowerBound(column, value, from, Math.min(from + step, to))
}
