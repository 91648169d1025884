/**
 * An answer on its way: a promise until its first bytes, then a stream. What fails before the first bytes rejects the
 * promise; what fails after them destroys the stream, so that half an answer never looks whole.
 */
import { Readable } from 'node:stream'
import { ClientGone, type RequestError } from '../../errors.ts'
import { answerTooLarge } from '../refusals.ts'
import type { Receiver } from './worker.ts'

/** Bytes that the front keeps of an answer whose reader is slow, so that the worker of a small one is soon free. */
const buffered = 1024 * 1024

export class Answer implements Receiver {
  readonly started: Promise<Readable>
  /** Resolves when nothing more will come. */
  readonly settled: Promise<void>
  onRoom: () => void = () => {}
  readonly #body: Readable
  readonly #maxBytes: number
  #bytes = 0
  #start!: (body: Readable) => void
  #reject!: (error: Error) => void
  #settle!: () => void
  #done = false

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
    this.#body = new Readable({
      highWaterMark: buffered,
      read: () => this.onRoom(),
      destroy: (error, done) => this.#abandoned(error, done),
    })
    this.started = new Promise((resolve, reject) => {
      this.#start = resolve
      this.#reject = reject
    })
    this.settled = new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  chunk(bytes: Buffer): boolean {
    if (this.#done) return true
    this.#bytes += bytes.length
    if (this.#bytes > this.#maxBytes) {
      this.fail(answerTooLarge(this.#maxBytes))
      return true
    }
    const room = this.#body.push(bytes)
    this.#start(this.#body)
    return room
  }

  end(): void {
    if (this.#done) return
    this.#done = true
    this.#body.push(null)
    this.#start(this.#body)
    this.#settle()
  }

  /** Whether bytes of it have come. */
  get begun(): boolean {
    return this.#bytes > 0
  }

  /** Whether nothing more will come of it. */
  get done(): boolean {
    return this.#done
  }

  fail(error: RequestError | ClientGone): void {
    if (this.#done) return
    this.#done = true
    this.#reject(error)
    this.#body.on('error', () => {})
    // Whose reader has gone is closed and not broken: everyone on the way would log it as a fault.
    this.#body.destroy(error instanceof ClientGone ? undefined : error)
    this.#settle()
  }

  /** The reader has gone before the end. */
  #abandoned(error: Error | null, done: (error: Error | null) => void): void {
    this.#done = true
    this.#settle()
    done(error)
  }
}
