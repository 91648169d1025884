/**
 * Search in a part of a column that is sorted in ascending order: for the first row of [from, to) whose value is at least
 * `value`, or greater than it, or else for `to`.
 */

/** The first that is at least `value`, by halving: O(log(to - from)). */
export function lowerBound(column: Uint32Array | Float64Array, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (column[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** As `lowerBound`, for the first row that is greater. */
export function upperBound(column: Float64Array, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (column[middle]! <= value) from = middle + 1
    else to = middle
  }
  return from
}

/** The same by doubling steps and then halving: O(log d) where the answer is d rows away, so for one that is likely near. */
export function gallop(column: Uint32Array, value: number, from: number, to: number): number {
  let step = 1
  while (from + step <= to && column[from + step - 1]! < value) {
    from += step
    step *= 2
  }
  return lowerBound(column, value, from, Math.min(from + step, to))
}
