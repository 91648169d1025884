/**
 * Columns: typed arrays, in the end in shared memory, which threads read without a copy and nobody writes any more.
 */

export type Column = Uint8Array | Uint32Array | Float64Array

/** By the names that they have in a file. */
export const columnTypes = { Uint8Array, Uint32Array, Float64Array }

export type ColumnType = keyof typeof columnTypes

/** A shared column of zeros. */
export function sharedColumn(type: ColumnType, length: number): Column {
  const memory = new SharedArrayBuffer(length * columnTypes[type].BYTES_PER_ELEMENT)
  return new (columnTypes[type] as new (memory: SharedArrayBuffer) => Column)(memory)
}

export function sharedUint32(length: number): Uint32Array {
  return sharedColumn('Uint32Array', length) as Uint32Array
}

/** A shared copy of a column, or of its first `length` elements. */
export function toShared<C extends Column>(column: C, length = column.length): C {
  const shared = sharedColumn(column[Symbol.toStringTag], length)
  shared.set(column.subarray(0, length))
  return shared as C
}

/** Gives the memory of columns back at once: collected as garbage, it would go when the peak is over. They are of no use then. */
export function discard(columns: Iterable<Column>): void {
  for (const { buffer } of columns) if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0)
}

/** The column itself if it holds `length` elements, or else a longer copy instead: twice as long, so that growth costs O(1) each. */
export function withRoom<C extends Column>(column: C, length: number): C {
  if (length <= column.length) return column
  const longer = new columnTypes[column[Symbol.toStringTag]](Math.max(length, column.length * 2))
  longer.set(column)
  discard([column])
  return longer as Column as C
}

/** The columns in a tree of objects, each once however often it is used. */
export function columnsIn(tree: object): readonly Column[] {
  const columns = new Set<Column>()
  for (const branch of Object.values(tree)) {
    if (isColumn(branch)) columns.add(branch)
    else for (const column of columnsIn(branch)) columns.add(column)
  }
  return [...columns]
}

export function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value)
}
