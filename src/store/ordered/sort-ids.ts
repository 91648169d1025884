/**
 * Sorting ids by the keys of their terms. Four bytes of a key and the id are one number; the numbers are sorted, and
 * those with the same four bytes by the next four. So each byte is read once, and what all begin with is not compared.
 */
import { endianness } from 'node:os'
import type { SortKeys } from './sort-keys.ts'

/** So many are sorted in place. */
const few = 12

/** Where in a number of 64 bits its halves are. */
const [idHalf, keyHalf] = endianness() === 'LE' ? [0, 1] : [1, 0]

/** Sorts the ids from `from` to `to` where they stand. */
export function sortIds(ids: Uint32Array, keys: SortKeys, from = 0, to = ids.length): void {
  if (to - from <= few) {
    insert(ids, 1, 0, keys, from, to, 0)
    return
  }
  const numbers = new BigUint64Array(to - from)
  const halves = new Uint32Array(numbers.buffer)
  for (let row = 0; row < numbers.length; row++) halves[row * 2 + idHalf] = ids[from + row]!
  sortNumbers(numbers, halves, keys)
  for (let row = 0; row < numbers.length; row++) ids[from + row] = halves[row * 2 + idHalf]!
}

function sortNumbers(numbers: BigUint64Array, halves: Uint32Array, keys: SortKeys): void {
  /** The runs whose keys are the same up to a place. */
  const runs = [{ from: 0, to: numbers.length, place: 0 }]
  for (let run = runs.pop(); run; run = runs.pop()) {
    const { from, to, place } = run
    if (to - from <= few) {
      insert(halves, 2, idHalf, keys, from, to, place)
      continue
    }
    const isOne = readKeys(halves, keys, from, to, place)
    if (!isOne) numbers.subarray(from, to).sort()
    for (let start = from, row = from + 1; row <= to; row++) {
      const key = halves[start * 2 + keyHalf]!
      if (row < to && halves[row * 2 + keyHalf] === key) continue
      if (row - start > 1 && !isEnded(key)) {
        keys.read(halves[start * 2 + idHalf]!, place)
        runs.push({ from: start, to: row, place: keys.next })
      }
      start = row
    }
  }
}

/** Puts the bytes from a place on to each id. @returns whether they are the same for all */
function readKeys(halves: Uint32Array, keys: SortKeys, from: number, to: number, place: number): boolean {
  const first = keys.read(halves[from * 2 + idHalf]!, place)
  let isOne = true
  for (let row = from; row < to; row++) {
    const key = keys.read(halves[row * 2 + idHalf]!, place)
    halves[row * 2 + keyHalf] = key
    if (key !== first) isOne = false
  }
  return isOne
}

/** Insertion sort of the ids that stand `step` elements apart. */
function insert(
  column: Uint32Array,
  step: number,
  half: number,
  keys: SortKeys,
  from: number,
  to: number,
  place: number,
): void {
  for (let row = from + 1; row < to; row++) {
    const id = column[row * step + half]!
    let at = row
    for (; at > from && isBefore(id, column[(at - 1) * step + half]!, keys, place); at--) {
      column[at * step + half] = column[(at - 1) * step + half]!
    }
    column[at * step + half] = id
  }
}

function isBefore(one: number, other: number, keys: SortKeys, place: number): boolean {
  for (let at = place; ; at = keys.next) {
    const ours = keys.read(one, at)
    const theirs = keys.read(other, at)
    if (ours !== theirs) return ours < theirs
    if (isEnded(ours)) return false
  }
}

/** Whether the last of four bytes is beyond the end of a key. */
function isEnded(key: number): boolean {
  return (key & 0xff) === 0
}
