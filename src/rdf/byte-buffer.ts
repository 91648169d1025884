/**
 * Bytes of a document on their way: texts of the dictionary are copied into it without ever becoming strings.
 */

const smallest = 1024

/** For each of the 256 bytes what stands for it, if it cannot stand for itself. */
export type Escapes = readonly (Uint8Array | undefined)[]

export class ByteBuffer {
  length = 0
  readonly #room: number
  #bytes: Buffer

  /** @param room for how many bytes it has room before it has to grow */
  constructor(room = smallest) {
    this.#room = room
    this.#bytes = Buffer.allocUnsafe(room)
  }

  /** A text in UTF-8. */
  text(text: string): void {
    // UTF-8 has at most three bytes for a UTF-16 code unit.
    this.#reserve(text.length * 3)
    this.length += this.#bytes.write(text, this.length)
  }

  /** Bytes as they are. */
  bytes(source: Uint8Array): void {
    this.#reserve(source.length)
    const target = this.#bytes
    let at = this.length
    for (let index = 0; index < source.length; index++) target[at++] = source[index]!
    this.length = at
  }

  /** Those of its own bytes once more: the memory's own copying is faster than writing them anew. */
  again(from: number, to: number): void {
    this.#reserve(to - from)
    this.#bytes.copyWithin(this.length, from, to)
    this.length += to - from
  }

  /** The bytes of `source` from `from` to `to`, those that have to be escaped. */
  escaped(source: Uint8Array, from: number, to: number, escapes: Escapes): void {
    this.#reserve(to - from)
    let target = this.#bytes
    let at = this.length
    for (let index = from; index < to; index++) {
      const byte = source[index]!
      const standIn = escapes[byte]
      if (!standIn) target[at++] = byte
      else {
        this.length = at
        this.#reserve(standIn.length + to - index)
        target = this.#bytes
        this.bytes(standIn)
        at = this.length
      }
    }
    this.length = at
  }

  /** What is in it, which then is the caller's. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.length)
    this.#bytes = Buffer.allocUnsafe(this.#room)
    this.length = 0
    return taken
  }

  #reserve(room: number): void {
    const needed = this.length + room
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.length)
    this.#bytes = larger
  }
}
