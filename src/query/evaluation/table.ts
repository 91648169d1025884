/**
 * Rows of term ids, and the index that finds them by some of their columns.
 */
import type { Meter } from './meter.ts'

/** Rows of equal width, one after the other; 0 is an unbound variable. */
export class Table {
  readonly width: number
  length = 0
  data: Uint32Array
  readonly #meter: Meter

  constructor(width: number, meter: Meter) {
    this.width = width
    this.data = new Uint32Array(Math.max(1, width) * 16)
    this.#meter = meter
  }

  /** Appends these slots of the registers as a row. @returns its number */
  push(registers: Uint32Array, slots: readonly number[]): number {
    const { width } = this
    const start = this.length * width
    if (start + width > this.data.length) this.#grow()
    for (let column = 0; column < width; column++) this.data[start + column] = registers[slots[column]!]!
    return this.length++
  }

  /** Takes the last row away. */
  pop(): void {
    this.length--
  }

  at(row: number, column: number): number {
    return this.data[row * this.width + column]!
  }

  /** Copies a row into the registers. */
  load(row: number, registers: Uint32Array, slots: readonly number[]): void {
    const start = row * this.width
    for (let column = 0; column < slots.length; column++) registers[slots[column]!] = this.data[start + column]!
  }

  /** Forgets the rows, and their memory. */
  clear(): void {
    const smallest = new Uint32Array(Math.max(1, this.width) * 16)
    this.#meter.release(this.data.byteLength - smallest.byteLength)
    this.data = smallest
    this.length = 0
  }

  #grow(): void {
    this.#meter.keep(this.data.byteLength)
    const larger = new Uint32Array(this.data.length * 2)
    larger.set(this.data)
    this.data = larger
  }
}

/** The smallest hash table. */
const smallest = 16

/** A hash index over the first columns of a table: chains of rows with the same key. */
export class RowIndex {
  readonly #table: Table
  readonly #keyWidth: number
  readonly #meter: Meter
  #heads = new Int32Array(smallest).fill(-1)
  #next = new Int32Array(smallest)
  #indexed = 0

  /** @param keyWidth how many of the first columns are the key */
  constructor(table: Table, keyWidth: number, meter: Meter) {
    this.#table = table
    this.#keyWidth = keyWidth
    this.#meter = meter
  }

  /** The first row that has these slots of the registers as its key, or -1. */
  find(registers: Uint32Array, slots: readonly number[]): number {
    let row = this.#heads[this.#bucketOf(registers, slots)]!
    while (row >= 0 && !this.#matches(row, registers, slots)) row = this.#next[row]!
    return row
  }

  /** The next row with the same key, or -1. */
  after(row: number, registers: Uint32Array, slots: readonly number[]): number {
    let next = this.#next[row]!
    while (next >= 0 && !this.#matches(next, registers, slots)) next = this.#next[next]!
    return next
  }

  /** Takes in the rows that the table has got since. */
  update(): void {
    const { length } = this.#table
    if (length > this.#next.length || length > this.#heads.length) this.#rebuild(length)
    for (; this.#indexed < length; this.#indexed++) this.#link(this.#indexed)
  }

  /** Forgets the rows, and their memory. */
  clear(): void {
    this.#meter.release((this.#heads.length - smallest) * 8)
    this.#heads = new Int32Array(smallest).fill(-1)
    this.#next = new Int32Array(smallest)
    this.#indexed = 0
  }

  #rebuild(length: number): void {
    const size = 1 << (32 - Math.clz32(Math.max(smallest, length * 2 - 1)))
    this.#meter.keep((size - this.#heads.length) * 8)
    this.#heads = new Int32Array(size).fill(-1)
    this.#next = new Int32Array(size)
    this.#indexed = 0
  }

  #link(row: number): void {
    const start = row * this.#table.width
    let hash = 0
    for (let column = 0; column < this.#keyWidth; column++) hash = mix(hash, this.#table.data[start + column]!)
    const bucket = hash & (this.#heads.length - 1)
    this.#next[row] = this.#heads[bucket]!
    this.#heads[bucket] = row
  }

  #bucketOf(registers: Uint32Array, slots: readonly number[]): number {
    let hash = 0
    for (let column = 0; column < this.#keyWidth; column++) hash = mix(hash, registers[slots[column]!]!)
    return hash & (this.#heads.length - 1)
  }

  #matches(row: number, registers: Uint32Array, slots: readonly number[]): boolean {
    const start = row * this.#table.width
    for (let column = 0; column < this.#keyWidth; column++) {
      if (this.#table.data[start + column] !== registers[slots[column]!]) return false
    }
    return true
  }
}

/** Spreads ids that lie close together over the whole range (a multiplicative hash after Fibonacci). */
function mix(hash: number, id: number): number {
  const mixed = Math.imul((hash ^ id) + 0x9e3779b9, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
