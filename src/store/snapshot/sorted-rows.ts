/**
 * Sorting rows of ids. Rows are columns of the same length; sorted by one column, that column is compressed away: the
 * rows of an id follow each other, and it is enough to know where they begin.
 *
 * All sorting is by one stable counting sort, which leaves rows of the same id in the order they had before. So rows
 * that are sorted by (a, b, c) become sorted by (c, a, b) in one pass, and every permutation is one pass away from
 * another.
 */
import { discard, sharedUint32 } from './columns.ts'

export interface SortedRows {
  /** The rows of an id are [offsets[id], offsets[id + 1]); its length is the number of terms + 2. */
  readonly offsets: Uint32Array
  /** The columns after the first. */
  readonly rest: readonly Uint32Array[]
}

/** Sorts rows, at most as many as it is made for, in working memory that it keeps from one time to the next. */
export class RowSorter {
  readonly #termCount: number
  /** By id: where its next row goes. */
  readonly #free: Uint32Array
  /** By row: where it goes. */
  readonly #places: Uint32Array
  readonly #firsts: Uint32Array

  constructor(rowCount: number, termCount: number) {
    this.#termCount = termCount
    this.#free = new Uint32Array(termCount + 2)
    this.#places = new Uint32Array(rowCount)
    this.#firsts = new Uint32Array(rowCount)
  }

  /**
   * Sorts rows by a key column, in which every id is at most `termCount`.
   * @param column makes those of the result: shared ones, or others where it is on the way to something else only
   */
  sortBy(key: Uint32Array, others: readonly Uint32Array[], column = sharedUint32): SortedRows {
    const places = this.#places
    const free = this.#free
    const offsets = column(this.#termCount + 2)
    for (let row = 0; row < key.length; row++) offsets[key[row]! + 1]!++
    for (let id = 1; id < offsets.length; id++) offsets[id]! += offsets[id - 1]!
    free.set(offsets)
    for (let row = 0; row < key.length; row++) places[row] = free[key[row]!]!++
    const rest = others.map((other) => {
      const sorted = column(key.length)
      for (let row = 0; row < key.length; row++) sorted[places[row]!] = other[row]!
      return sorted
    })
    return { offsets, rest }
  }

  /** Sorts sorted rows by another of their columns; what was first comes second. */
  bringForward({ offsets, rest }: SortedRows, position: number, column = sharedUint32): SortedRows {
    const firsts = this.#firsts
    for (let id = 0; id <= this.#termCount; id++) {
      for (let row = offsets[id]!; row < offsets[id + 1]!; row++) firsts[row] = id
    }
    return this.sortBy(rest[position]!, [firsts, ...rest.filter((_, at) => at !== position)], column)
  }

  /** Gives its working memory back; it sorts no more. */
  end(): void {
    discard([this.#free, this.#places, this.#firsts])
  }
}

/** A column that only this thread has. */
export function ownUint32(length: number): Uint32Array {
  return new Uint32Array(length)
}

/** Each row once. They are sorted by all of their columns, so that equal ones stand together. */
export function distinct(rows: SortedRows): SortedRows {
  const { rest } = rows
  return select(rows, (row, start) => row === start || rest.some((column) => column[row] !== column[row - 1]))
}

/** Those rows that are kept, in their order. `start` is the first row with the same first id. */
export function select(rows: SortedRows, keeps: (row: number, start: number) => boolean): SortedRows {
  const { offsets, rest } = rows
  const kept = new Uint32Array(rest[0]!.length)
  const keptOffsets = sharedUint32(offsets.length)
  let count = 0
  for (let id = 0; id < offsets.length - 1; id++) {
    const start = offsets[id]!
    for (let row = start; row < offsets[id + 1]!; row++) if (keeps(row, start)) kept[count++] = row
    keptOffsets[id + 1] = count
  }
  const selected =
    count === kept.length ? rows : { offsets: keptOffsets, rest: rest.map((column) => pick(column, kept, count)) }
  discard([kept])
  return selected
}

/** The first ids that have rows, in ascending order. */
export function idsWithRows(offsets: Uint32Array): Uint32Array {
  const ids = new Uint32Array(offsets.length - 1)
  let count = 0
  for (let id = 0; id < ids.length; id++) if (offsets[id]! < offsets[id + 1]!) ids[count++] = id
  return ids.subarray(0, count)
}

function pick(column: Uint32Array, rows: Uint32Array, count: number): Uint32Array {
  const picked = sharedUint32(count)
  for (let at = 0; at < count; at++) picked[at] = column[rows[at]!]!
  return picked
}
