/**
 * The dictionary: terms to ids and back. Ids count from 1; 0 is no term.
 *
 * What has no value stands in the order in which it was met: what was stated together is together in memory too, and to
 * sort every string would cost more than all else in building. Behind it stand the literals that have one (see
 * `ValueReader`), by its space and then by the value.
 */
import { Buffer } from 'node:buffer'
import {
  blankNode,
  defaultGraph,
  iri,
  literal,
  type NamedNode,
  type Term,
  taggedLiteral,
  tripleTerm,
} from '../../rdf/terms.ts'
import { firstIds, spaceOf } from './first-terms.ts'
import { TermKey } from './term-key.ts'
import { type Kind, kinds } from './term-kinds.ts'

/** Terms by their ids: the key of each (see `TermKey`) and its value. */
export interface TermColumns {
  readonly kinds: Uint8Array
  readonly qualifiers: Uint32Array
  /** The bytes of a term are `text` from `ends[id - 1]` to `ends[id]`; `ends[0]` is 0. */
  readonly ends: Uint32Array
  readonly text: Uint8Array
  /** The value of a number, a date or a moment, else NaN (see `ValueReader`). */
  readonly values: Float64Array
}

export interface DictionaryColumns extends TermColumns {
  /**
   * The way from keys to ids: a hash table with open addressing: pairs of a key's hash and its id, which is 0 where there is none. The number of
   * pairs is a power of two, and some are empty, so that every search ends. Between the place that its hash asks for and
   * the place where a pair stands no pair is empty.
   */
  readonly slots: Uint32Array
}

/**
 * Where in a hash table the pair of a key stands, or the empty pair where it is to stand.
 * @param has whether an id is that of a key
 */
export function slotOf(
  slots: Uint32Array,
  key: TermKey,
  hash: number,
  has: (id: number, key: TermKey) => boolean,
): number {
  const last = slots.length - 1
  let slot = (hash << 1) & last
  while (slots[slot + 1] !== 0 && !(slots[slot] === hash && has(slots[slot + 1]!, key))) slot = (slot + 2) & last
  return slot
}

/** The same pairs in a table of another length; their hashes are in them, so no key is read. */
export function reinserted(slots: Uint32Array, length: number): Uint32Array {
  const table = new Uint32Array(length)
  const last = length - 1
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from + 1] === 0) continue
    let to = (slots[from]! << 1) & last
    while (table[to + 1] !== 0) to = (to + 2) & last
    table[to] = slots[from]!
    table[to + 1] = slots[from + 1]!
  }
  return table
}

/** Whether the term of an id has a key. */
export function hasKey(columns: TermColumns, id: number, key: TermKey): boolean {
  const from = columns.ends[id - 1]!
  if (columns.kinds[id] !== key.kind || columns.qualifiers[id] !== key.qualifier) return false
  if (columns.ends[id]! - from !== key.length) return false
  const { text } = columns
  for (let at = 0; at < key.length; at++) if (text[from + at] !== key.bytes[at]) return false
  return true
}

/** Terms that were made lately are kept in as many places, each for the ids that end in the same bits. */
const cachedTerms = 2 ** 14

export class Dictionary {
  readonly termCount: number
  readonly firstWithValue: number
  readonly columns: DictionaryColumns
  readonly #text: Buffer
  readonly #key = new TermKey()
  readonly #cachedIds = new Uint32Array(cachedTerms)
  readonly #cached: Term[] = new Array(cachedTerms)

  constructor(columns: DictionaryColumns) {
    this.columns = columns
    this.termCount = columns.kinds.length - 1
    this.firstWithValue = firstWhere(1, this.termCount + 1, (id) => !Number.isNaN(columns.values[id]))
    this.#text = Buffer.from(columns.text.buffer, columns.text.byteOffset, columns.text.byteLength)
  }

  /** 0 if the term is not here. */
  readonly idOf = (term: Term): number => {
    if (!this.#key.set(term, this.idOf)) return 0
    const { slots } = this.columns
    return slots[slotOf(slots, this.#key, this.#key.hash(), this.#has) + 1]!
  }

  readonly #has = (id: number, key: TermKey): boolean => hasKey(this.columns, id, key)

  termOf(id: number): Term {
    const place = id % cachedTerms
    if (this.#cachedIds[place] === id && id) return this.#cached[place]!
    const term = this.#makeTerm(id)
    this.#cachedIds[place] = id
    this.#cached[place] = term
    return term
  }

  kindOf(id: number): Kind {
    return (this.columns.kinds[id] ?? 0) as Kind
  }

  /** The id of a literal's datatype, 0 if it is no literal. */
  datatypeOf(id: number): number {
    switch (this.kindOf(id)) {
      case kinds.literal:
        return this.columns.qualifiers[id]!
      case kinds.tagged:
        return firstIds.langString
      case kinds.taggedLtr:
      case kinds.taggedRtl:
        return firstIds.dirLangString
      default:
        return 0
    }
  }

  /** The IRI, the label or the lexical form; of no use for a triple term. */
  textOf(id: number): string {
    const { ends } = this.columns
    return this.#text.toString('utf8', ends[id - 1], ends[id])
  }

  spaceOf(id: number): number {
    // Of a string in a language this is its tag, and that is none of the first terms.
    return spaceOf(this.columns.qualifiers[id]!)
  }

  idsOfSpace(space: number): { readonly from: number; readonly to: number } {
    const from = firstWhere(this.firstWithValue, this.termCount + 1, (id) => this.spaceOf(id) >= space)
    return { from, to: firstWhere(from, this.termCount + 1, (id) => this.spaceOf(id) > space) }
  }

  integerOf(id: number): number {
    const { values, qualifiers } = this.columns
    const datatype = qualifiers[id]!
    // Only literals have values, so what qualifies one is its datatype.
    return datatype >= firstIds.integer && datatype <= firstIds.lastInteger ? values[id]! : NaN
  }

  #makeTerm(id: number): Term {
    switch (this.kindOf(id)) {
      case kinds.iri:
        return iri(this.textOf(id))
      case kinds.blankNode:
        return blankNode(this.textOf(id))
      case kinds.literal:
        return literal(this.textOf(id), this.termOf(this.columns.qualifiers[id]!) as NamedNode)
      case kinds.tagged:
        return taggedLiteral(this.textOf(id), this.#languageOf(id))
      case kinds.taggedLtr:
        return taggedLiteral(this.textOf(id), this.#languageOf(id), 'ltr')
      case kinds.taggedRtl:
        return taggedLiteral(this.textOf(id), this.#languageOf(id), 'rtl')
      case kinds.tripleTerm:
        return tripleTerm(this.#memberOf(id, 0), this.#memberOf(id, 1), this.#memberOf(id, 2))
      case kinds.defaultGraph:
        return defaultGraph
      default:
        throw new RangeError(`No term has the id ${id}: they go from 1 to ${this.termCount}`)
    }
  }

  #languageOf(id: number): string {
    return this.termOf(this.columns.qualifiers[id]!).value
  }

  #memberOf(id: number, position: number): Term {
    return this.termOf(this.#text.readUInt32LE(this.columns.ends[id - 1]! + position * 4))
  }
}

/** The first id of [from, to) from which on a condition holds, which it does for none before; `to` if there is none. */
function firstWhere(from: number, to: number, holds: (id: number) => boolean): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
