/**
 * How much computing a client may use: seconds of a processor a minute, so that many cheap queries cost what one dear one
 * does. Reading a query is computing, and so is whatever else is found for a client beside the engine; waiting, be it for a reader that is slow or for another endpoint, is none.
 */
import { RequestError } from '../errors.ts'

const minute = 60_000

/** A bucket for each client that fills by its share of every minute and empties by what its queries take. */
export class Budget {
  readonly #perMinuteMs: number
  readonly #clients = new Map<string, { leftMs: number; at: number }>()

  /** @param secondsPerMinute 0 for no limit */
  constructor(secondsPerMinute: number) {
    this.#perMinuteMs = secondsPerMinute * 1000
  }

  /** @throws RequestError `too-many-requests` with the seconds after which to come again */
  check(client: string, now: number): void {
    if (!this.#perMinuteMs) return
    const left = this.#left(client, now)
    if (left > 0) return
    const retryAfter = Math.ceil(((-left + 1) / this.#perMinuteMs) * 60)
    const seconds = this.#perMinuteMs / 1000
    throw new RequestError(
      'too-many-requests',
      {
        en: `Your queries have used their ${seconds} s of computing a minute.`,
        fr: `Vos requêtes ont utilisé leurs ${seconds} s de calcul par minute.`,
      },
      {
        retryAfter,
      },
    )
  }

  /** Takes what reading or answering a query has used; a client may fall below zero by what is under way. */
  charge(client: string, usedMs: number, now: number): void {
    if (!this.#perMinuteMs) return
    const leftMs = this.#left(client, now) - usedMs
    this.#clients.set(client, { leftMs, at: now })
    if (this.#clients.size > 10_000) this.#forgetFull(now)
  }

  #left(client: string, now: number): number {
    const known = this.#clients.get(client)
    if (!known) return this.#perMinuteMs
    return Math.min(this.#perMinuteMs, known.leftMs + ((now - known.at) / minute) * this.#perMinuteMs)
  }

  #forgetFull(now: number): void {
    for (const client of this.#clients.keys()) {
      if (this.#left(client, now) >= this.#perMinuteMs) this.#clients.delete(client)
    }
  }
}
