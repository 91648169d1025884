/**
 * Terms in columns that grow, numbered from 1 as they come.
 */
import { withRoom } from './columns.ts'
import type { TermColumns } from './dictionary.ts'
import type { TermKey } from './term-key.ts'

/** What the 32 bits of an end can say. */
const maxTextBytes = 2 ** 32 - 1

export class TermList {
  length = 0
  readonly columns: { -readonly [Name in keyof TermColumns]: TermColumns[Name] } = {
    kinds: new Uint8Array(1),
    qualifiers: new Uint32Array(1),
    ends: new Uint32Array(1),
    text: new Uint8Array(1),
    values: new Float64Array(1),
  }

  /** @returns its number */
  append({ kind, qualifier, bytes, length }: TermKey, value: number): number {
    const { columns } = this
    const number = ++this.length
    const from = columns.ends[number - 1]!
    if (from + length > maxTextBytes) throw new RangeError('The terms of a snapshot have at most 4 GiB of text')
    columns.kinds = withRoom(columns.kinds, number + 1)
    columns.qualifiers = withRoom(columns.qualifiers, number + 1)
    columns.ends = withRoom(columns.ends, number + 1)
    columns.text = withRoom(columns.text, from + length)
    columns.values = withRoom(columns.values, number + 1)
    columns.kinds[number] = kind
    columns.qualifiers[number] = qualifier
    columns.ends[number] = from + length
    for (let at = 0; at < length; at++) columns.text[from + at] = bytes[at]!
    columns.values[number] = value
    return number
  }
}
