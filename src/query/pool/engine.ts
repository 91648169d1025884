/**
 * The query engine over worker processes: what a stranger wrote ends by its deadline, and takes nothing with it when it is
 * killed. Only what is over at once is evaluated in the front process.
 *
 * There are two lanes. Every query begins in the quick one, where it has a fraction of a second; what takes longer
 * begins anew in the long one, at a lower priority. So a question that is soon answered never waits for one that is
 * not, whoever asks.
 */
import { ClientGone } from '../../errors.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Budget } from '../budget.ts'
import type { QueryEngine, QueryRequest, QueryResult, QueryText } from '../engine.ts'
import { furtherFunctions } from '../functions/table.ts'
import { parsePaid } from '../paid-parse.ts'
import { stoppedAfter, tooManyWaiting } from '../refusals.ts'
import { AllowList } from '../service/allow-list.ts'
import type { ParsedQuery } from '../syntax.ts'
import { Answer } from './answer.ts'
import type { AtOnce } from './at-once.ts'
import { graceMs, type Job, Lane } from './lane.ts'
import type { WorkerSettings } from './messages.ts'

export interface PoolOptions {
  /** What the workers read too; where it is given, modest queries are tried here first. */
  readonly snapshot?: Snapshot
  readonly worker: Omit<WorkerSettings, 'niceness'>
  /** Long queries that run at once; as many processes again answer short ones. */
  readonly workers: number
  /** Queries that wait at most, in each lane. */
  readonly queue: number
  /** From the request's arrival to the end of its answer. */
  readonly timeoutMs: number
  /** What clients have for their computing. */
  readonly budget: Budget
  /** The most bytes of one answer. */
  readonly maxBytes: number
}

/** What nearly every question takes less than; what takes longer has lost no more than this. */
const quantumMs = 50

export class PooledEngine implements QueryEngine {
  readonly federates: boolean
  readonly repeats = true
  readonly extensionFunctions = furtherFunctions
  readonly #allowed: AllowList
  readonly #options: PoolOptions
  readonly #budget: Budget
  #atOnce: AtOnce | undefined
  readonly #quick: Lane
  readonly #long: Lane

  private constructor(options: PoolOptions) {
    const { worker, workers, queue } = options
    this.#options = options
    this.federates = worker.serviceAllow.length > 0
    this.#allowed = new AllowList(worker.serviceAllow)
    this.#budget = options.budget
    const onUsed = (client: string, ms: number) => this.#charge(client, ms)
    const onLonger = (job: Job) => this.#addTo(this.#long, job)
    this.#quick = new Lane({
      worker: { ...worker, niceness: 5 },
      workers,
      queue,
      share: workers,
      quantumMs,
      onLonger,
      onUsed,
    })
    // One client may have all but one of the workers, where there are several.
    const share = Math.max(1, workers - 1)
    this.#long = new Lane({ worker: { ...worker, niceness: 19 }, workers, queue, share, onUsed })
  }

  /** Resolves when queries can be answered; more workers start behind that. */
  static async start(options: PoolOptions): Promise<PooledEngine> {
    const engine = new PooledEngine(options)
    await engine.#quick.open()
    // Loaded when the start is over, as nothing waits for it.
    if (options.snapshot) void engine.#prepareAtOnce(options.snapshot)
    void engine.#long.open().catch(() => {})
    return engine
  }

  mayAsk(endpoint: string): boolean {
    return this.#allowed.find(endpoint) !== undefined
  }

  parse(query: QueryText): ParsedQuery {
    return parsePaid(query, this.#budget)
  }

  async execute(request: QueryRequest, signal: AbortSignal): Promise<QueryResult> {
    const { client, mediaType } = request
    this.#budget.check(client, performance.now())
    let answer: Answer | undefined
    const begin = () => (answer ??= this.#begin(request, signal))
    const whole = await this.#tryAtOnce(request, begin)
    if (!whole) return { mediaType, body: await begin().started }
    answer?.fail(new ClientGone())
    return { mediaType, body: whole }
  }

  async close(): Promise<void> {
    await Promise.all([this.#quick.close(), this.#long.close()])
  }

  async #prepareAtOnce(snapshot: Snapshot): Promise<void> {
    const { AtOnce } = await import('./at-once.ts')
    this.#atOnce = new AtOnce(snapshot)
  }

  /** Gives a query to the workers. */
  #begin(request: QueryRequest, signal: AbortSignal): Answer {
    const { client, arrived } = request
    const answer = new Answer(this.#options.maxBytes)
    const job: Job = { request, client, answer, deadline: arrived + this.#options.timeoutMs }
    const timer = setTimeout(
      () => answer.fail(stoppedAfter(this.#options.timeoutMs)),
      job.deadline + graceMs - performance.now(),
    )
    const abandon = () => answer.fail(new ClientGone())
    signal.addEventListener('abort', abandon)
    void answer.settled.then(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abandon)
    })
    // Whoever waits for it hears of it; nobody has to.
    answer.started.catch(() => {})
    if (signal.aborted) abandon()
    else this.#addTo(this.#quick, job)
    return answer
  }

  /** @param onLonger called where it takes so long that a worker should be at it meanwhile */
  async #tryAtOnce(request: QueryRequest, onLonger: () => void): Promise<Buffer | undefined> {
    if (!this.#atOnce) return undefined
    const started = performance.now()
    const whole = await this.#atOnce.answer(request, onLonger)
    this.#charge(request.client, performance.now() - started)
    return whole
  }

  #charge(client: string, usedMs: number): void {
    this.#budget.charge(client, usedMs, performance.now())
  }

  #addTo(lane: Lane, job: Job): void {
    if (lane.add(job)) return
    job.answer.fail(tooManyWaiting())
  }
}
