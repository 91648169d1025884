/**
 * Answers where the request arrives, without the way to a worker and back: modest queries, for half a millisecond, which
 * is about what that way costs. What takes longer has lost no more than that, and a client that asks for much of it is not tried for a while.
 */
import { RequestError } from '../../errors.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { QueryRequest } from '../engine.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { isModest } from './modest.ts'

/** Milliseconds that a try may take. */
const quantumMs = 0.5
/** Steps between two looks at the clock. */
const stride = 64
const memoryBytes = 2 * 1024 * 1024
/** The most bytes of an answer. */
const longest = 32 * 1024
/** Milliseconds that may be lost for a client, and how many of them are forgotten in each that passes. */
const mostLostMs = 20
const forgotten = 0.02
/** How many clients are kept in mind. */
const mostClients = 10_000

/** Thrown where an answer is not over soon enough. */
class TooLong extends Error {}

const nowhere = () => Promise.reject(new TooLong())

export class AtOnce {
  readonly #snapshot: Snapshot
  /** Milliseconds that tries have lost. */
  readonly #lost = new Map<string, { readonly ms: number; readonly at: number }>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /** The whole answer; undefined if it has to be looked for elsewhere. */
  async answer({ query, mediaType, client }: QueryRequest): Promise<Buffer | undefined> {
    if (!isModest(query, mediaType)) return undefined
    const now = performance.now()
    if (this.#lostBy(client, now) > mostLostMs) return undefined
    const limits = { clock: () => performance.now(), deadline: now + quantumMs, memoryBytes, stride }
    const options = {
      snapshot: this.#snapshot,
      defaultGraph: 'union',
      limits,
      askEndpoint: nowhere,
      jsonLd: nowhere,
    } as const
    const parts: Buffer[] = []
    let length = 0
    try {
      await evaluate(query, mediaType, options, (bytes) => {
        parts.push(bytes)
        length += bytes.length
        if (length > longest) throw new TooLong()
      })
      return Buffer.concat(parts)
    } catch (error) {
      // A worker has the room and the time, and says what is wrong where that does not help.
      if (!(error instanceof TooLong) && !(error instanceof RequestError) && !(error instanceof RangeError)) throw error
      this.#lose(client, now)
      return undefined
    }
  }

  #lostBy(client: string, now: number): number {
    const { ms, at } = this.#lost.get(client) ?? { ms: 0, at: now }
    return Math.max(0, ms - (now - at) * forgotten)
  }

  #lose(client: string, began: number): void {
    if (this.#lost.size >= mostClients) this.#lost.clear()
    const at = performance.now()
    this.#lost.set(client, { ms: this.#lostBy(client, at) + at - began, at })
  }
}
