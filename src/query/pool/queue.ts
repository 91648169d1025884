/**
 * Who is next: first come, first served, but the client with the fewest queries running first, and none with more than
 * its share.
 */
export interface Waiting {
  /** Whose query it is. */
  readonly client: string
}

export class FairQueue<T extends Waiting> {
  readonly #waiting: T[] = []
  readonly #running = new Map<string, number>()
  readonly #capacity: number
  readonly #share: number
  /** How many of one client may wait: several clients have to be at it together to fill the queue. */
  readonly #places: number

  /**
   * @param capacity how many may wait
   * @param share how many of one client may run
   */
  constructor(capacity: number, share: number) {
    this.#capacity = capacity
    this.#share = share
    this.#places = Math.ceil(capacity / 4)
  }

  /** False if the queue is full, or as full as one client may make it. */
  add(job: T): boolean {
    const own = this.#waiting.reduce((count, { client }) => (client === job.client ? count + 1 : count), 0)
    if (this.#waiting.length >= this.#capacity || own >= this.#places) return false
    this.#waiting.push(job)
    return true
  }

  /** Takes the next job whose client may run one more. */
  next(): T | undefined {
    let first: T | undefined
    let fewest = this.#share
    for (const job of this.#waiting) {
      const running = this.#running.get(job.client) ?? 0
      if (running >= fewest) continue
      first = job
      fewest = running
    }
    if (!first) return undefined
    this.remove(first)
    this.#running.set(first.client, fewest + 1)
    return first
  }

  /** A job that was taken has ended. */
  ended({ client }: T): void {
    const left = (this.#running.get(client) ?? 1) - 1
    if (left) this.#running.set(client, left)
    else this.#running.delete(client)
  }

  /** A waiting job is not wanted any more. */
  remove(job: T): void {
    const index = this.#waiting.indexOf(job)
    if (index >= 0) this.#waiting.splice(index, 1)
  }
}
