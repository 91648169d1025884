/**
 * Answers where the request arrives, without the way to a worker and back: modest queries, for about what that way costs.
 * What takes longer has lost no more than that, and a client that asks for much of it is not tried for a while.
 */
import { RequestError } from '../../errors.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { QueryRequest } from '../engine.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import { isModest } from './modest.ts'

/** Milliseconds that any try may take. */
const quantumMs = 0.5
/** What it may take while the front has time to spare: the way costs more where processes have to wake up for it. */
const spareQuantumMs = 6
/** After which a worker begins the same query; not sooner, as two at it are each slower. Whoever is over first answers. */
const aloneMs = 3
/** Milliseconds beyond the quantum that may be spent at a stretch, and the share of the time that they may take. */
const mostSpareMs = 20
const spareShare = 0.5
/** Steps between two looks at the clock. */
const stride = 64
const memoryBytes = 2 * 1024 * 1024
/** The most bytes of an answer. */
const longest = 256 * 1024
/** Milliseconds that may be lost for a client at a stretch, and the share of the time that they may take. */
const mostLostMs = 20
const lostShare = 0.02
/** How many clients are kept in mind. */
const mostClients = 10_000

/** Thrown where an answer is not over soon enough. */
class TooLong extends Error {}

const nowhere = () => Promise.reject(new TooLong())

export class AtOnce {
  readonly #snapshot: Snapshot
  /** What tries have taken beyond the quantum, for whomever. */
  readonly #spare = new Spending(mostSpareMs, spareShare)
  /** What tries have lost, by client. */
  readonly #lost = new Map<string, Spending>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /**
   * The whole answer; undefined if it has to be looked for elsewhere.
   * @param onLonger called when the try has taken long already and goes on: elsewhere it may be begun
   */
  async answer({ query, mediaType, client }: QueryRequest, onLonger: () => void): Promise<Buffer | undefined> {
    if (!isModest(query, mediaType)) return undefined
    const now = performance.now()
    if (this.#lost.get(client)?.isOver(now)) return undefined
    const patienceMs = this.#spare.isOver(now) ? quantumMs : spareQuantumMs
    let isLonger = false
    const clock = () => {
      const time = performance.now()
      if (!isLonger && time > now + aloneMs) {
        isLonger = true
        onLonger()
      }
      return time
    }
    const limits = { clock, deadline: now + patienceMs, memoryBytes, stride }
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
    } finally {
      const over = performance.now()
      if (over - now > quantumMs) this.#spare.spend(over - now - quantumMs, over)
    }
  }

  #lose(client: string, began: number): void {
    if (this.#lost.size >= mostClients) this.#lost.clear()
    const known = this.#lost.get(client) ?? new Spending(mostLostMs, lostShare)
    const now = performance.now()
    known.spend(now - began, now)
    this.#lost.set(client, known)
  }
}

/** Time that may be spent, as a leaky bucket: what has been spent is forgotten at a steady rate. */
class Spending {
  readonly #most: number
  readonly #share: number
  #spent = 0
  #at = 0

  /**
   * @param most milliseconds
   * @param share how many of them are forgotten in each that passes
   */
  constructor(most: number, share: number) {
    this.#most = most
    this.#share = share
  }

  isOver(now: number): boolean {
    return this.#spent - (now - this.#at) * this.#share > this.#most
  }

  spend(ms: number, now: number): void {
    this.#spent = Math.max(0, this.#spent - (now - this.#at) * this.#share) + ms
    this.#at = now
  }
}
