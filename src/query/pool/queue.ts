/**
 * Who is next: first come, first served, but no client holds every worker, and one whose query had to be killed leaves
 * a worker free for the others for a while.
 */

/** How long a client is remembered whose query had to be killed. */
const memoryMs = 60_000

export interface Waiting {
  /** Whose query it is. */
  readonly client: string
}

export class FairQueue<T extends Waiting> {
  readonly #waiting: T[] = []
  readonly #running = new Map<string, number>()
  readonly #killed = new Map<string, number>()
  readonly #capacity: number
  readonly #workers: number

  /**
   * @param capacity how many may wait
   * @param workers how many may run; one client may have all but one of them
   */
  constructor(capacity: number, workers: number) {
    this.#capacity = capacity
    this.#workers = workers
  }

  /** False if the queue is full. */
  add(job: T): boolean {
    if (this.#waiting.length >= this.#capacity) return false
    this.#waiting.push(job)
    return true
  }

  /**
   * Takes the next job whose client may run one more, the client with the fewest running first.
   * @param free workers that could take one now
   */
  next(free: number, now: number): T | undefined {
    const share = Math.max(1, this.#workers - 1)
    const running = (job: T) => this.#running.get(job.client) ?? 0
    const mayRun = (job: T) => running(job) < share && (free > 1 || this.#workers === 1 || !this.#isSuspect(job, now))
    const [first] = this.#waiting.filter(mayRun).sort((a, b) => running(a) - running(b))
    if (!first) return undefined
    this.remove(first)
    this.#running.set(first.client, running(first) + 1)
    return first
  }

  /** A job that was taken has ended. */
  ended({ client }: T): void {
    const left = (this.#running.get(client) ?? 1) - 1
    if (left) this.#running.set(client, left)
    else this.#running.delete(client)
  }

  /** A job had to be killed. */
  killed({ client }: T, now: number): void {
    this.#killed.set(client, now)
    for (const [known, at] of this.#killed) if (now - at > memoryMs) this.#killed.delete(known)
  }

  #isSuspect({ client }: T, now: number): boolean {
    const at = this.#killed.get(client)
    return at !== undefined && now - at < memoryMs
  }

  /** A waiting job is not wanted any more. */
  remove(job: T): void {
    const index = this.#waiting.indexOf(job)
    if (index >= 0) this.#waiting.splice(index, 1)
  }
}
