/**
 * Asks one service on the web as its operators want to be asked: with a name and a contact, one request at a time, not
 * faster than agreed, later when told so (RFC 9110 §10.2.3), and never twice for what is known.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, KeptAnswers, Question } from './kept-answers.ts'
import { type RequestOptions, request } from './request.ts'
import { ServiceFailure } from './service-failure.ts'
import { Turns } from './turns.ts'

export interface PoliteOptions extends RequestOptions {
  /** Milliseconds from the end of a request to the begin of the next one, at least. */
  readonly intervalMs: number
  /** Milliseconds before a question is asked for the second time, at least; twice as many before each further time. */
  readonly backoffMs: number
  readonly kept: KeptAnswers
  /** Told of every wait that the service, or another run, asked for. */
  readonly onWait?: (sentence: string) => void
}

/**
 * Understands an answer that was received on a day (`YYYY-MM-DD`). It throws a ServiceFailure for one that asks to come later, and anything else for one that is
 * none.
 */
export type Reader<T> = (json: unknown, readOn: string) => T

const attempts = 4

/** Questions that fail one after the other, after which the service counts as away. */
const patience = 3

/** The longest wait that a service may ask for and get; who wants more is left in peace. */
const maxWaitMs = 120_000

export class PoliteClient {
  readonly #options: PoliteOptions
  #turn: Promise<unknown> = Promise.resolve()
  #failedInRow = 0

  constructor(options: PoliteOptions) {
    this.#options = options
  }

  /**
   * The answer to a question, as `read` understands it; only what it accepts is kept.
   * @throws ServiceFailure when the service is away, or after several attempts; FaultsError if the disk refuses
   */
  ask<T>(question: Question, read: Reader<T>): Promise<T> {
    const answer = this.#turn.then(() => this.#ask(question, read))
    this.#turn = answer.catch(() => {})
    return answer
  }

  async #ask<T>(question: Question, read: Reader<T>): Promise<T> {
    const { kept, name, onWait } = this.#options
    const known = await this.#known(question, read)
    if (known) return known.value
    const turns = new Turns(kept.folder, new URL(question.url).host)
    const ask = async () => {
      // Another run may have asked it while this one waited for its turn.
      const meanwhile = await this.#known(question, read)
      return meanwhile ? meanwhile.value : this.#askNow(question, read, turns)
    }
    return turns.take(ask, () => onWait?.(`Another run is asking ${name}: this one waits`))
  }

  /** What is kept, unless it is of a form that is not understood any more. */
  async #known<T>(question: Question, read: Reader<T>): Promise<{ readonly value: T } | undefined> {
    const known = await this.#options.kept.get(question)
    if (!known) return undefined
    try {
      return { value: read(known.json, dayOf(known)) }
    } catch {
      return undefined
    }
  }

  async #askNow<T>(question: Question, read: Reader<T>, turns: Turns): Promise<T> {
    const { kept, intervalMs, backoffMs, onWait, name } = this.#options
    for (let attempt = 1; ; attempt++) {
      await this.#wait(await turns.restMs())
      const outcome = await request(question, this.#options)
      const result = 'failed' in outcome ? outcome : this.#understood(outcome, read)
      const { retryAfterMs = 0 } = outcome
      if ('value' in result) {
        this.#failedInRow = 0
        await turns.rest(Math.max(intervalMs, retryAfterMs))
        await kept.keep(question, outcome as Answer)
        return result.value
      }
      const isLast = attempt === attempts || ('isFinal' in result && result.isFinal)
      await turns.rest(Math.max(intervalMs, retryAfterMs, isLast ? 0 : backoffMs * 2 ** (attempt - 1)))
      if (isLast) throw this.#counted(result.failed)
      if (retryAfterMs && retryAfterMs <= maxWaitMs)
        onWait?.(`${name} asks to wait ${Math.ceil(retryAfterMs / 1000)} s`)
    }
  }

  #counted(failed: ServiceFailure): ServiceFailure {
    this.#failedInRow += 1
    return this.#failedInRow < patience ? failed : new ServiceFailure('away', failed.message)
  }

  #understood<T>(answer: Answer, read: Reader<T>): { value: T } | { failed: ServiceFailure } {
    try {
      return { value: read(answer.json, dayOf(answer)) }
    } catch (error) {
      if (error instanceof ServiceFailure) return { failed: error }
      const message = `${this.#options.name} answered with something that its documentation does not know`
      return { failed: new ServiceFailure('answer', message) }
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    if (milliseconds > maxWaitMs) {
      const seconds = Math.ceil(milliseconds / 1000)
      throw new ServiceFailure(
        'away',
        `${this.#options.name} asks to be left alone for ${seconds} s: come again after that`,
      )
    }
    await pause(milliseconds)
  }
}

function dayOf({ received }: Answer): string {
  return received.toISOString().slice(0, 10)
}
