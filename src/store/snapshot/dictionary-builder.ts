/**
 * Builds a dictionary term by term. Literals that have a value are kept apart, as their ids follow from the values of
 * all: until then they have ids for the time being.
 */
import type { Term } from '../../rdf/terms.ts'
import { discard } from './columns.ts'
import { type DictionaryColumns, hasKey, reinserted, slotOf } from './dictionary.ts'
import { firstTerms, readersById } from './first-terms.ts'
import { TermKey } from './term-key.ts'
import { kinds } from './term-kinds.ts'
import { TermList } from './term-list.ts'
import { inOrderOfValue, withIds } from './value-order.ts'

/** Added to the number of a literal that has a value. */
const forNow = 2 ** 31

export class DictionaryBuilder {
  readonly #key = new TermKey()
  readonly #others = new TermList()
  readonly #valued = new TermList()
  #slots: Uint32Array = new Uint32Array(256)

  constructor() {
    for (const term of firstTerms) this.idOf(term)
  }

  get termCount(): number {
    return this.#others.length + this.#valued.length
  }

  /** A new id if the term is met for the first time; see `finish` for what becomes of it. */
  readonly idOf = (term: Term): number => {
    if (!this.#key.set(term, this.idOf)) throw new TypeError(`A ${term.termType} cannot stand in a dataset`)
    return this.idOfKey(this.#key)
  }

  /** The same for a term that is known by its key. */
  idOfKey(key: TermKey): number {
    const hash = key.hash()
    const slot = slotOf(this.#slots, key, hash, this.#has)
    const known = this.#slots[slot + 1]!
    if (known !== 0) return known
    const id = this.#append(key)
    this.#slots[slot] = hash
    this.#slots[slot + 1] = id
    // At most two thirds of the pairs are in use, so that searches stay short.
    if (this.termCount * 3 > this.#slots.length) {
      const slots = this.#slots
      this.#slots = reinserted(slots, slots.length * 2)
      discard([slots])
    }
    return id
  }

  /** The dictionary, and the ids in it by those that were given until now; the builder is of no use then. */
  finish(): { readonly columns: DictionaryColumns; readonly idNow: (id: number) => number } {
    const { columns, places } = inOrderOfValue(this.#others, this.#valued)
    const idNow = (id: number) => (id < forNow ? id : places[id - forNow]!)
    return { columns: withIds(columns, this.#slots, idNow), idNow }
  }

  readonly #has = (id: number, key: TermKey): boolean =>
    id < forNow ? hasKey(this.#others.columns, id, key) : hasKey(this.#valued.columns, id - forNow, key)

  #append(key: TermKey): number {
    const read = key.kind === kinds.literal ? readersById.get(key.qualifier) : undefined
    const value = read ? read(key.bytes.toString('latin1', 0, key.length)) : Number.NaN
    return Number.isNaN(value) ? this.#others.append(key, value) : this.#valued.append(key, value) + forNow
  }
}
