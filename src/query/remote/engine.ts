/**
 * The query engine over an engine of others. Queries are read here first, so that what is refused and what is told of
 * errors is the same whoever evaluates; answers are read and written anew, so that nothing half looks whole and every
 * engine's answers have the same form.
 */
import { Readable } from 'node:stream'
import { type AskEngine, EngineError } from '../../endpoint/ask.ts'
import type { ReleasePlace } from '../../endpoint/release-place.ts'
import { toldOf } from '../../endpoint/told.ts'
import { ClientGone, inItsWords, RequestError } from '../../errors.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import type { Budget } from '../budget.ts'
import type { QueryEngine, QueryRequest, QueryResult, QueryText } from '../engine.ts'
import { furtherCasts } from '../functions/casts.ts'
import { parsePaid } from '../paid-parse.ts'
import { FairQueue } from '../pool/queue.ts'
import { stoppedAfter, tooManyWaiting } from '../refusals.ts'
import { planTypes } from '../results/types.ts'
import { AllowList } from '../service/allow-list.ts'
import type { ParsedQuery } from '../syntax.ts'
import { answerBytes } from './answer.ts'
import { overRelease } from './over-release.ts'
import { refuseForEngines } from './refused.ts'

export interface RemoteOptions {
  readonly ask: AskEngine
  readonly release: ReleasePlace
  readonly jsonLd: () => Promise<JsonLd>
  /** Queries that the engine is given at once. */
  readonly atOnce: number
  /** Queries that wait at most. */
  readonly queue: number
  /** From the request's arrival to the end of its answer. */
  readonly timeoutMs: number
  readonly budget: Budget
  /** The most bytes of one answer. */
  readonly maxBytes: number
  /** The endpoints that SERVICE may ask; the engine asks them itself. */
  readonly serviceAllow: readonly string[]
}

interface Turn {
  readonly client: string
  readonly begin: () => void
}

export class RemoteEngine implements QueryEngine {
  readonly federates: boolean
  readonly repeats = false
  readonly extensionFunctions = furtherCasts
  readonly #allowed: AllowList
  readonly #options: RemoteOptions
  readonly #waiting: FairQueue<Turn>
  readonly #closing = new AbortController()
  #running = 0

  constructor(options: RemoteOptions) {
    this.#options = options
    this.federates = options.serviceAllow.length > 0
    this.#allowed = new AllowList(options.serviceAllow)
    // One that can begin at once waits for that moment too.
    this.#waiting = new FairQueue(options.queue + 1, Math.max(1, options.atOnce - 1))
  }

  mayAsk(endpoint: string): boolean {
    return this.#allowed.find(endpoint) !== undefined
  }

  parse(query: QueryText): ParsedQuery {
    return parsePaid(query, this.#options.budget)
  }

  async execute({ query, mediaType, client, arrived }: QueryRequest, signal: AbortSignal): Promise<QueryResult> {
    const { budget, timeoutMs } = this.#options
    budget.check(client, performance.now())
    this.#refuse(query)
    refuseForEngines(query)
    const sent = overRelease(query, this.#options.release)
    if (mediaType === planTypes.text || mediaType === planTypes.json) return { mediaType, body: plan(sent, mediaType) }
    const deadline = AbortSignal.timeout(Math.max(0, Math.ceil(arrived + timeoutMs - performance.now())))
    const ends = AbortSignal.any([signal, deadline, this.#closing.signal])
    const turn = await this.#turn(client, ends, deadline)
    const fail = (error: unknown) => (signal.aborted ? new ClientGone() : this.#told(error, deadline.aborted))
    let usedMs = 0
    const bytes = timed(answerBytes({ query, sent, mediaType }, { ...this.#options, signal: ends }), (ms) => {
      usedMs += ms
    })
    const end = () => {
      // Of a stream that nobody has begun to read, nobody else ends it.
      void bytes.return().catch(() => {})
      turn[Symbol.dispose]()
      budget.charge(client, usedMs, performance.now())
    }
    try {
      const first = await bytes.next()
      if (first.done) throw new TypeError('An answer has a beginning')
      return { mediaType, body: streamOf(rest(first.value, bytes, fail), { ends, signal, fail, end }) }
    } catch (error) {
      end()
      throw fail(error)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new ClientGone())
  }

  /** What SERVICE asks, the engine asks, from where it stands: only what the operator has named, and has named here. */
  #refuse({ endpoints, asksVariable }: ParsedQuery): void {
    const refused = endpoints.find((endpoint) => !this.mayAsk(endpoint))
    if (refused === undefined && !asksVariable) return
    const what = refused === undefined ? 'SERVICE with a variable' : `SERVICE <${refused}>`
    const words = `${what} is not allowed here: it is not one of those that this server may ask.`
    throw new RequestError('query-refused', inItsWords(words, 'Ce SERVICE n’est pas permis ici'))
  }

  /** Waits until the engine may be given one more. @returns what ends the turn */
  async #turn(client: string, signal: AbortSignal, deadline: AbortSignal): Promise<Disposable> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const turn: Turn = { client, begin: resolve }
    if (!this.#waiting.add(turn)) throw tooManyWaiting()
    const abandon = () => {
      this.#waiting.remove(turn)
      reject(deadline.aborted ? stoppedAfter(this.#options.timeoutMs) : new ClientGone())
    }
    signal.addEventListener('abort', abandon, { once: true })
    this.#next()
    if (signal.aborted) abandon()
    await promise.finally(() => signal.removeEventListener('abort', abandon))
    return {
      [Symbol.dispose]: () => {
        this.#running--
        this.#waiting.ended(turn)
        this.#next()
      },
    }
  }

  #told(error: unknown, late: boolean): unknown {
    if (late && !(error instanceof RequestError)) return stoppedAfter(this.#options.timeoutMs)
    return error instanceof EngineError ? toldOf(error) : error
  }

  #next(): void {
    while (this.#running < this.#options.atOnce) {
      const turn = this.#waiting.next()
      if (!turn) return
      this.#running++
      turn.begin()
    }
  }
}

/** The same bytes. @param onUsed told the milliseconds that each of them was waited for, which a slow reader adds nothing to */
async function* timed(bytes: AsyncGenerator<Buffer, void>, onUsed: (ms: number) => void): AsyncGenerator<Buffer, void> {
  try {
    while (true) {
      const started = performance.now()
      const next = await bytes.next().finally(() => onUsed(performance.now() - started))
      if (next.done) return
      yield next.value
    }
  } finally {
    await bytes.return()
  }
}

async function* rest(
  first: Buffer,
  bytes: AsyncGenerator<Buffer, void>,
  fail: (error: unknown) => unknown,
): AsyncGenerator<Buffer, void> {
  try {
    yield first
    yield* bytes
  } catch (error) {
    throw fail(error)
  }
}

interface Ends {
  /** What ends the work: the deadline, a stop of the server, or `signal`. */
  readonly ends: AbortSignal
  /** The client has gone. */
  readonly signal: AbortSignal
  readonly fail: (error: unknown) => unknown
  /** Done once, when nothing more will come of it. */
  readonly end: () => void
}

/** A stream that ends with its signal also where nobody reads it. */
function streamOf(bytes: AsyncGenerator<Buffer, void>, { ends, signal, fail, end }: Ends): Readable {
  const body = Readable.from(bytes, { objectMode: false })
  const stop = () => {
    // Whose reader has gone is closed and not broken.
    body.destroy(signal.aborted ? undefined : (fail(ends.reason) as Error))
  }
  ends.addEventListener('abort', stop, { once: true })
  body.once('close', () => {
    ends.removeEventListener('abort', stop)
    end()
  })
  // It may fail before somebody reads it.
  body.on('error', () => {})
  if (ends.aborted) stop()
  return body
}

/** How an engine goes about it, it alone knows: what it is sent can be told. */
function plan(sent: string | undefined, mediaType: string): Buffer {
  const text = sent ?? 'DESCRIBE of the resources that the query names'
  return Buffer.from(mediaType === planTypes.json ? `${JSON.stringify({ sent: text }, null, 2)}\n` : `${text}\n`)
}
