/**
 * Builds a dictionary term by term, in columns that are those of the finished one with room to grow.
 */
import type { Term } from '../../rdf/terms.ts'
import { toShared, withRoom } from './columns.ts'
import { type DictionaryColumns, slotOf } from './dictionary.ts'
import { firstTerms, readersById } from './first-terms.ts'
import { TermKey } from './term-key.ts'
import { kinds } from './term-kinds.ts'

/** What the 32 bits of an end can say. */
const maxTextBytes = 2 ** 32 - 1

export class DictionaryBuilder {
  termCount = 0
  readonly #key = new TermKey()
  readonly #columns: { -readonly [Name in keyof DictionaryColumns]: DictionaryColumns[Name] } = {
    kinds: new Uint8Array(1),
    qualifiers: new Uint32Array(1),
    ends: new Uint32Array(1),
    text: new Uint8Array(1),
    slots: new Uint32Array(256),
    values: new Float64Array(1),
  }

  constructor() {
    for (const term of firstTerms) this.idOf(term)
  }

  /** A new id if the term is met for the first time. */
  readonly idOf = (term: Term): number => {
    if (!this.#key.set(term, this.idOf)) throw new TypeError(`A ${term.termType} cannot stand in a dataset`)
    return this.idOfKey(this.#key)
  }

  /** The same for a term that is known by its key. */
  idOfKey(key: TermKey): number {
    const hash = key.hash()
    const { slots } = this.#columns
    const slot = slotOf(this.#columns, key, hash)
    if (slots[slot + 1] !== 0) return slots[slot + 1]!
    const id = this.#append(key)
    slots[slot] = hash
    slots[slot + 1] = id
    // At most two thirds of the pairs are in use, so that searches stay short.
    if (id * 3 > slots.length) this.#columns.slots = twiceAsLong(slots)
    return id
  }

  finish(): DictionaryColumns {
    const { kinds, qualifiers, ends, text, slots, values } = this.#columns
    const length = this.termCount + 1
    return {
      kinds: toShared(kinds, length),
      qualifiers: toShared(qualifiers, length),
      ends: toShared(ends, length),
      text: toShared(text, ends[this.termCount]!),
      slots: toShared(slots),
      values: toShared(values, length),
    }
  }

  #append({ kind, qualifier, bytes, length }: TermKey): number {
    const columns = this.#columns
    const id = ++this.termCount
    const from = columns.ends[id - 1]!
    if (from + length > maxTextBytes) throw new RangeError('The terms of a snapshot have at most 4 GiB of text')
    columns.kinds = withRoom(columns.kinds, id + 1)
    columns.qualifiers = withRoom(columns.qualifiers, id + 1)
    columns.ends = withRoom(columns.ends, id + 1)
    columns.text = withRoom(columns.text, from + length)
    columns.values = withRoom(columns.values, id + 1)
    columns.kinds[id] = kind
    columns.qualifiers[id] = qualifier
    columns.ends[id] = from + length
    for (let at = 0; at < length; at++) columns.text[from + at] = bytes[at]!
    const read = kind === kinds.literal ? readersById.get(qualifier) : undefined
    columns.values[id] = read ? read(bytes.toString('latin1', 0, length)) : NaN
    return id
  }
}

/** The same pairs in a table with twice the room; their hashes are in them, so no key is read. */
function twiceAsLong(slots: Uint32Array): Uint32Array {
  const longer = new Uint32Array(slots.length * 2)
  const last = longer.length - 1
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from + 1] === 0) continue
    let to = (slots[from]! << 1) & last
    while (longer[to + 1] !== 0) to = (to + 2) & last
    longer[to] = slots[from]!
    longer[to + 1] = slots[from + 1]!
  }
  return longer
}
