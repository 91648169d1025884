/**
 * Quads by their ids as lines of N-Quads, in pieces that are worth being sent.
 */
import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import { firstIds } from '../snapshot/first-terms.ts'
import { type StoredTerms, writeTerm } from '../snapshot/written-terms.ts'

/** A piece is sent when it has grown so long; there is room for a line more. */
const pieceBytes = 2 ** 17
const lineBytes = 2 ** 12

const space = Buffer.from(' ')
const end = Buffer.from(' .\n')

export class LineWriter {
  readonly #stored: StoredTerms
  readonly #out = new ByteBuffer(pieceBytes + lineBytes)
  #subject = 0
  /** Where the subject stands in the piece; nowhere if the two are the same. */
  #from = 0
  #to = 0

  constructor(stored: StoredTerms) {
    this.#stored = stored
  }

  get length(): number {
    return this.#out.length
  }

  get isPiece(): boolean {
    return this.length >= pieceBytes
  }

  setSubject(subject: number): void {
    this.#subject = subject
    this.#to = this.#from
  }

  write(predicate: number, object: number, graph: number): void {
    const out = this.#out
    this.#writeSubject()
    writeTerm(this.#stored, predicate, out)
    out.bytes(space)
    writeTerm(this.#stored, object, out)
    if (graph !== firstIds.defaultGraph) {
      out.bytes(space)
      writeTerm(this.#stored, graph, out)
    }
    out.bytes(end)
  }

  take(): Uint8Array {
    this.#to = this.#from
    return this.#out.take()
  }

  #writeSubject(): void {
    if (this.#to > this.#from) {
      this.#out.again(this.#from, this.#to)
      return
    }
    this.#from = this.length
    writeTerm(this.#stored, this.#subject, this.#out)
    this.#out.bytes(space)
    this.#to = this.length
  }
}
