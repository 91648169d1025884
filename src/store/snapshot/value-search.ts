/**
 * Search in a part of a column of values that is sorted in ascending order. Both functions answer a row of [from, to), or
 * `to` if there is none. They are apart from the search for ids, which then only ever meets columns of ids: compiled for
 * two kinds it takes twice as long.
 */

/** The first row whose value is at least `value`. */
export function firstAtLeast(values: Float64Array, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (values[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}

/** The first row whose value is greater. */
export function firstAbove(values: Float64Array, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (values[middle]! <= value) from = middle + 1
    else to = middle
  }
  return from
}
