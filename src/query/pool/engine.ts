/**
 * The query engine over a pool of worker processes: what a stranger wrote is never evaluated in the front process, ends
 * by its deadline, and takes nothing with it when it is killed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { ClientGone, RequestError } from '../../errors.ts'
import type { QueryEngine, QueryRequest, QueryResult } from '../engine.ts'
import { Answer } from './answer.ts'
import { Budget } from './budget.ts'
import type { WorkerSettings } from './messages.ts'
import { FairQueue } from './queue.ts'
import { Worker } from './worker.ts'

export interface PoolOptions {
  readonly worker: WorkerSettings
  /** Queries that run at once. */
  readonly workers: number
  /** Queries that wait at most. */
  readonly queue: number
  /** From the request's arrival to the end of its answer. */
  readonly timeoutMs: number
  /** Seconds of computing a minute and client; 0 for no limit. */
  readonly budgetS: number
  /** The most bytes of one answer. */
  readonly maxBytes: number
}

/** How long a worker is given to end its query by itself before it is killed: a new one costs more than that. */
const graceMs = 60

interface Job {
  readonly request: QueryRequest
  readonly client: string
  readonly answer: Answer
  /** When its time is over, in milliseconds of `performance.now()`. */
  readonly deadline: number
}

export class PooledEngine implements QueryEngine {
  readonly #options: PoolOptions
  readonly #queue: FairQueue<Job>
  readonly #budget: Budget
  /** As many as may run, and one warm spare. */
  readonly #workers = new Set<Worker>()
  readonly #ready = new Set<Worker>()
  #closed = false
  #filling = false

  private constructor(options: PoolOptions) {
    this.#options = options
    this.#queue = new FairQueue(options.queue, options.workers)
    this.#budget = new Budget(options.budgetS)
  }

  /** Resolves when the first worker is ready; the others start behind it, one at a time. */
  static async start(options: PoolOptions): Promise<PooledEngine> {
    const engine = new PooledEngine(options)
    await engine.#spawn().ready
    void engine.#fill()
    return engine
  }

  async execute(request: QueryRequest, signal: AbortSignal): Promise<QueryResult> {
    const now = performance.now()
    const { client } = request
    this.#budget.check(client, now)
    const answer = new Answer(this.#options.maxBytes)
    const job: Job = { request, client, answer, deadline: request.arrived + this.#options.timeoutMs }
    if (!this.#queue.add(job)) throw overloaded()
    const timer = setTimeout(() => answer.fail(this.#timeout()), job.deadline + graceMs - now)
    const abandon = () => answer.fail(new ClientGone())
    signal.addEventListener('abort', abandon)
    void answer.settled.then(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abandon)
      this.#queue.remove(job)
    })
    if (signal.aborted) abandon()
    this.#dispatch()
    return { mediaType: request.mediaType, body: await answer.started }
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

  /** Starts workers until there are as many as may run and a warm spare. Starting one takes a processor's whole second. */
  async #fill(): Promise<void> {
    if (this.#filling) return
    this.#filling = true
    while (!this.#closed && this.#workers.size <= this.#options.workers) {
      // One that cannot even start would be started for ever: a breath in between.
      await this.#spawn().ready.catch(() => pause(200))
    }
    this.#filling = false
  }

  /** Gives waiting queries to free workers, until one of the two runs out. */
  #dispatch(): void {
    const free = [...this.#ready].filter(({ busy, alive }) => alive && !busy)
    const running = [...this.#ready].filter(({ busy, alive }) => alive && busy).length
    const [worker] = running < this.#options.workers ? free : []
    if (!worker) return
    const job = this.#queue.next(free.length, performance.now())
    if (!job) return
    this.#run(job, worker)
    this.#dispatch()
  }

  #run(job: Job, worker: Worker): void {
    const { request, client, answer } = job
    const started = performance.now()
    const { text, baseIri, dataset } = request.query
    const leftMs = job.deadline - started
    worker.ask({ text, baseIri, dataset, mediaType: request.mediaType, leftMs }, answer)
    void answer.settled.then(() => {
      const now = performance.now()
      this.#budget.charge(client, now - started, now)
      this.#queue.ended(job)
      // Still at work for an answer that nobody waits for any more.
      if (worker.busy) {
        this.#queue.killed(job, now)
        worker.kill()
      }
      this.#dispatch()
    })
  }

  #timeout(): RequestError {
    const seconds = this.#options.timeoutMs / 1000
    return new RequestError('query-timeout', `The query was stopped after ${seconds} s. Ask for less, or add a LIMIT.`)
  }
}

function overloaded(): RequestError {
  return new RequestError('overloaded', 'Too many queries are waiting. Come again in a moment.', { retryAfter: 2 })
}
