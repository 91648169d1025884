/**
 * What terms are sorted by: keys that are read from the bytes of the dictionary, four at a time, and never made whole.
 */
import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import { kinds } from '../snapshot/term-kinds.ts'
import { literalEscapes, type StoredTerms, writeLiteralEnd, writeTerm } from '../snapshot/written-terms.ts'

/** Different terms have different keys, and no key has a byte of 0. */
export interface SortKeys {
  /**
   * The next four bytes of a term's key as a number that sorts as they do; what is beyond the end of the key is 0.
   * @param place 0, or `next` of a key that is the same up to there
   */
  read(id: number, place: number): number
  /** The place behind the bytes that were read last. */
  next: number
}

const zero = 0x30
const nine = 0x39

/** The names themselves: their order is that of their bytes. */
export class NameKeys implements SortKeys {
  next = 0
  readonly #stored: StoredTerms

  /** @param stored of which IRIs alone are sorted */
  constructor(stored: StoredTerms) {
    this.#stored = stored
  }

  read(id: number, place: number): number {
    const { ends, text } = this.#stored
    const end = ends[id]!
    let key = 0
    let at = ends[id - 1]! + place
    for (let count = 0; count < 4; count++, at++) key = (key << 8) | (at < end ? text[at]! : 0)
    this.next = place + 4
    return key >>> 0
  }
}

/**
 * Names with numbers in them, which sort by size (`#L9` before `#L10`): before digits stands their count, as it does in
 * `rdf/order.ts`.
 */
export class NaturalKeys implements SortKeys {
  next = 0
  readonly #stored: StoredTerms
  readonly #hash: number

  /**
   * @param stored of which IRIs and the default graph alone are sorted
   * @param hash the byte that stands for `#`: 1 puts the parts of a thing right behind it
   */
  constructor(stored: StoredTerms, hash = 0x23) {
    this.#stored = stored
    this.#hash = hash
  }

  /** A place is twice that in the name; it is odd if the digits there have been counted. */
  read(id: number, place: number): number {
    const { ends, text } = this.#stored
    const start = ends[id - 1]!
    const end = ends[id]!
    let at = start + (place >>> 1)
    let isCounted = (place & 1) === 1
    let key = 0
    for (let count = 0; count < 4; count++) {
      const byte = at < end ? text[at]! : 0
      const isDigit = byte >= zero && byte <= nine
      if (isDigit && !isCounted) {
        key = (key << 8) | (zero + digitsFrom(text, at, end))
        isCounted = true
        continue
      }
      key = (key << 8) | (byte === 0x23 ? this.#hash : byte)
      isCounted = isDigit
      at++
    }
    this.next = (at - start) * 2 + Number(isCounted)
    return key >>> 0
  }
}

/** How many digits follow each other, at most 9. */
function digitsFrom(text: Uint8Array, at: number, end: number): number {
  const most = Math.min(at + 9, end)
  let last = at
  while (last < most && text[last]! >= zero && text[last]! <= nine) last++
  return last - at
}

/** Terms as N-Triples writes them. */
export class WrittenKeys implements SortKeys {
  next = 0
  readonly #stored: StoredTerms
  /** What stands behind the text of a literal, by its kind and qualifier. */
  readonly #literalEnds = new Map<number, Uint8Array>()

  constructor(stored: StoredTerms) {
    this.#stored = stored
  }

  read(id: number, place: number): number {
    const kind = this.#stored.kinds[id]!
    if (kind === kinds.iri) return this.#readIri(id, place)
    if (kind >= kinds.literal && kind <= kinds.taggedRtl) return this.#readLiteral(id, place)
    return this.#readBytes(this.#written(id), place)
  }

  #readIri(id: number, place: number): number {
    const { ends, text } = this.#stored
    const start = ends[id - 1]!
    const end = ends[id]!
    let key = 0
    let at = start + place - 1
    for (let count = 0; count < 4; count++, at++) {
      key = (key << 8) | (at < start ? 0x3c : at < end ? text[at]! : at === end ? 0x3e : 0)
    }
    this.next = place + 4
    return key >>> 0
  }

  /** A place is eight times that in the text with its quotation marks, and how far what stands for one byte was read. */
  #readLiteral(id: number, place: number): number {
    const { ends, text } = this.#stored
    const start = ends[id - 1]! - 1
    const end = ends[id]!
    let at = start + (place >>> 3)
    let within = place & 7
    let key = 0
    for (let count = 0; count < 4; count++) {
      if (at > start && at < end) {
        const byte = text[at]!
        const standIn = literalEscapes[byte]
        if (standIn) {
          key = (key << 8) | standIn[within++]!
          if (within < standIn.length) continue
          within = 0
        } else key = (key << 8) | byte
      } else key = (key << 8) | (at === start ? 0x22 : (this.#literalEnd(id)[at - end] ?? 0))
      at++
    }
    this.next = (at - start) * 8 + within
    return key >>> 0
  }

  #readBytes(bytes: Uint8Array, place: number): number {
    let key = 0
    for (let at = place; at < place + 4; at++) key = (key << 8) | (bytes[at] ?? 0)
    this.next = place + 4
    return key >>> 0
  }

  #literalEnd(id: number): Uint8Array {
    const key = this.#stored.qualifiers[id]! * 16 + this.#stored.kinds[id]!
    const known = this.#literalEnds.get(key)
    if (known) return known
    const out = new ByteBuffer()
    writeLiteralEnd(this.#stored, id, out)
    const bytes = out.take()
    this.#literalEnds.set(key, bytes)
    return bytes
  }

  #written(id: number): Uint8Array {
    const out = new ByteBuffer()
    writeTerm(this.#stored, id, out)
    return out.take()
  }
}
