/**
 * Puts literals that have a value behind all other terms, by the space of the value and then by the value itself. So what
 * lies between two values is a range of ids, and stands together wherever rows are sorted by objects.
 */
import { Buffer } from 'node:buffer'
import { type Column, discard, sharedColumn, toShared } from './columns.ts'
import { type DictionaryColumns, reinserted, type TermColumns } from './dictionary.ts'
import { spaceOf } from './first-terms.ts'
import { RowSorter } from './sorted-rows.ts'
import { TermKey } from './term-key.ts'
import { kinds } from './term-kinds.ts'
import type { TermList } from './term-list.ts'
import { firstAtLeast } from './value-search.ts'

/**
 * @param others as `valued`, of no use afterwards
 * @returns all terms in shared memory, and by the number of each that has a value its id among them
 */
export function inOrderOfValue(
  others: TermList,
  valued: TermList,
): { readonly columns: TermColumns; readonly places: Uint32Array } {
  const order = orderOf(valued)
  const places = new Uint32Array(valued.length + 1)
  const [before, own] = [others.columns, valued.columns]
  const columns = {
    kinds: joined(before.kinds, others.length + 1, valued.length),
    qualifiers: joined(before.qualifiers, others.length + 1, valued.length),
    ends: joined(before.ends, others.length + 1, valued.length),
    text: joined(before.text, before.ends[others.length]!, own.ends[valued.length]!),
    values: joined(before.values, others.length + 1, valued.length),
  }
  let id = others.length
  for (const number of order) {
    places[number] = ++id
    columns.kinds[id] = own.kinds[number]!
    columns.qualifiers[id] = own.qualifiers[number]!
    columns.values[id] = own.values[number]!
    const text = own.text.subarray(own.ends[number - 1], own.ends[number])
    columns.text.set(text, columns.ends[id - 1])
    columns.ends[id] = columns.ends[id - 1]! + text.length
  }
  discard([...Object.values(before), ...Object.values(own)])
  return { columns, places }
}

/** The hash table of a finished dictionary, with ids that were other ones before. */
export function withIds(columns: TermColumns, slots: Uint32Array, idNow: (id: number) => number): DictionaryColumns {
  for (let slot = 0; slot < slots.length; slot += 2) slots[slot + 1] = idNow(slots[slot + 1]!)
  return {
    ...columns,
    slots: toShared(rewriteTriples(columns, slots, idNow) ? reinserted(slots, slots.length) : slots),
  }
}

/**
 * The keys of triple terms are made of ids: what stands in place of their objects changes them and their hashes.
 * @returns whether there are any
 */
function rewriteTriples({ kinds: own, ends, text }: TermColumns, slots: Uint32Array, idNow: (id: number) => number) {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  const key = new TermKey()
  let changed = false
  for (let slot = 0; slot < slots.length; slot += 2) {
    const id = slots[slot + 1]!
    if (own[id] !== kinds.tripleTerm) continue
    const from = ends[id - 1]!
    const [subject, predicate, object] = [0, 4, 8].map((at) => bytes.readUInt32LE(from + at)) as [
      number,
      number,
      number,
    ]
    key.setTriple(subject, predicate, idNow(object))
    text.set(key.bytes.subarray(0, key.length), from)
    slots[slot] = key.hash()
    changed = true
  }
  return changed
}

/** The numbers of the terms in their order; those of the same value stay as they were. */
function orderOf({ length, columns: { qualifiers, values } }: TermList): Uint32Array {
  const bySpace = new Map<number, number[]>()
  for (let number = 1; number <= length; number++) {
    const space = spaceOf(qualifiers[number]!)
    const known = bySpace.get(space)
    if (known) known.push(number)
    else bySpace.set(space, [number])
  }
  const order = new Uint32Array(length)
  let placed = 0
  for (const [, numbers] of [...bySpace].sort(([one], [other]) => one - other)) {
    order.set(sortedByValue(numbers, values), placed)
    placed += numbers.length
  }
  return order
}

function sortedByValue(numbers: readonly number[], values: Float64Array): Uint32Array {
  const own = Float64Array.from(numbers, (number) => values[number]!)
  const distinct = own.toSorted().filter((value, index, sorted) => value !== sorted[index - 1])
  const ranks = Uint32Array.from(own, (value) => firstAtLeast(distinct, value, 0, distinct.length))
  return new RowSorter(numbers.length, distinct.length).sortBy(ranks, [Uint32Array.from(numbers)]).rest[0]!
}

/** A shared column of the first elements of another one and of so many more. */
function joined<C extends Column>(column: C, length: number, more: number): C {
  const shared = sharedColumn(column[Symbol.toStringTag], length + more)
  shared.set(column.subarray(0, length))
  return shared as C
}
