/**
 * Worker processes side by side, and the queue of the queries that wait for one.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { RequestError } from '../../errors.ts'
import type { QueryRequest } from '../engine.ts'
import type { Answer } from './answer.ts'
import type { WorkerSettings } from './messages.ts'
import { FairQueue } from './queue.ts'
import { Worker } from './worker.ts'

/** A query on its way through the lanes. */
export interface Job {
  readonly client: string
  readonly request: QueryRequest
  readonly answer: Answer
  /** When its time is over, in milliseconds of `performance.now()`. */
  readonly deadline: number
}

export interface LaneOptions {
  readonly worker: WorkerSettings
  readonly workers: number
  /** Queries that wait at most. */
  readonly queue: number
  /** The most workers that one client may hold. */
  readonly share: number
  /** Milliseconds of the processor that a query may take before it goes elsewhere; without it, until its deadline. */
  readonly quantumMs?: number
  /** Gets a query that takes longer. */
  readonly onLonger?: (job: Job) => void
  /** Told the time of the processor that a worker has used for a client. */
  readonly onUsed: (client: string, ms: number) => void
}

/** How long a query may take that does not notice the end of its quantum. */
const unheardMs = 2000

/** How long a worker is given to end a query by itself before it is killed: a new one costs more than that. */
export const graceMs = 40

export class Lane {
  readonly #options: LaneOptions
  readonly #queue: FairQueue<Job>
  readonly #workers = new Set<Worker>()
  readonly #ready = new Set<Worker>()
  #closed = false
  #filling = false

  constructor(options: LaneOptions) {
    this.#options = options
    this.#queue = new FairQueue(options.queue, options.share)
  }

  /** Resolves when the first worker is ready; the others start behind it, one at a time. */
  async open(): Promise<void> {
    await this.#spawn().ready
    void this.#fill()
  }

  /** False if the queue is full. */
  add(job: Job): boolean {
    if (!this.#queue.add(job)) return false
    void job.answer.settled.then(() => this.#queue.remove(job))
    this.#dispatch()
    return true
  }

  async close(): Promise<void> {
    this.#closed = true
    const leaving = [...this.#workers]
    for (const worker of leaving) worker.kill()
    await Promise.all(leaving.map(({ gone }) => gone))
  }

  #spawn(): Worker {
    const worker = new Worker(this.#options.worker)
    this.#workers.add(worker)
    worker.ready.then(
      () => {
        this.#ready.add(worker)
        this.#dispatch()
      },
      // It has ended, which is dealt with below.
      () => {},
    )
    void worker.gone.then(() => {
      this.#workers.delete(worker)
      this.#ready.delete(worker)
      void this.#fill()
    })
    return worker
  }

  async #fill(): Promise<void> {
    if (this.#filling) return
    this.#filling = true
    while (!this.#closed && this.#workers.size < this.#options.workers) {
      // One that cannot even start would be started for ever: a breath in between.
      await this.#spawn().ready.catch(() => pause(200))
    }
    this.#filling = false
  }

  /** Gives waiting queries to free workers, until one of the two runs out. */
  #dispatch(): void {
    for (const worker of this.#ready) {
      if (worker.busy || !worker.alive) continue
      const job = this.#queue.next()
      if (!job) return
      void this.#run(job, worker)
    }
  }

  async #run(job: Job, worker: Worker): Promise<void> {
    const { client, request, answer, deadline } = job
    const { quantumMs, onLonger, onUsed } = this.#options
    const { text, baseIri, dataset } = request.query
    const leftMs = deadline - performance.now()
    const ask = { text, baseIri, dataset, mediaType: request.mediaType, leftMs }
    // A query that would be over with the quantum is not told from one that is over with its time.
    const quick = quantumMs !== undefined && quantumMs < leftMs
    const stop = () => worker.busy && worker.kill()
    const watch = quick ? setTimeout(stop, unheardMs) : undefined
    // Still at work for an answer that nobody waits for any more: a quantum is soon over, anything else is ended.
    if (!quick) void answer.settled.then(stop)
    const { told, usedMs } = await worker.ask(quick ? { ...ask, quantumMs } : ask, answer)
    clearTimeout(watch)
    onUsed(client, usedMs)
    this.#queue.ended(job)
    if (!told && !answer.done) {
      // What has begun cannot begin anew.
      if (onLonger && !answer.begun && !this.#closed) onLonger(job)
      else
        answer.fail(
          new RequestError(
            'overloaded',
            { en: 'The query was broken off. Ask again.', fr: 'La requête a été interrompue. Redemandez.' },
            { retryAfter: 1 },
          ),
        )
    }
    this.#dispatch()
  }
}
