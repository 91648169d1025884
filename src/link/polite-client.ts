/**
 * Asks one service on the web as its operators want to be asked: with a name and a contact, one request at a time, not
 * faster than agreed, later when told so (RFC 9110 §10.2.3), and never twice for what is known.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { KeptAnswers, Question } from './kept-answers.ts'
import { ServiceFailure } from './service-failure.ts'

export interface PoliteOptions {
  /** How messages call the service. */
  readonly name: string
  readonly contact: string
  /** Milliseconds from the end of a request to the begin of the next one, at least. */
  readonly intervalMs: number
  /** Milliseconds of one request, from its begin to the last byte of its answer. */
  readonly timeoutMs: number
  readonly kept: KeptAnswers
  /** Whether what is kept is asked again. */
  readonly again: boolean
  /** Told of every wait that the service asked for. */
  readonly onWait?: (sentence: string) => void
}

/** An answer as far as it is read, or why it is asked for once more. */
type Outcome =
  | { readonly json: unknown }
  | { readonly failed: ServiceFailure; readonly retryAfterMs?: number | undefined }

const attempts = 4
const maxBytes = 16 * 1024 * 1024

/** The longest wait that a service may ask for and get; who wants more is left in peace. */
const maxWaitMs = 120_000

export class PoliteClient {
  readonly #options: PoliteOptions
  #turn: Promise<unknown> = Promise.resolve()
  #free = 0

  constructor(options: PoliteOptions) {
    this.#options = options
  }

  /**
   * The answer to a question, as `read` understands it.
   * @param read throws a ServiceFailure of kind `away` for an answer that asks to come later, and anything else for one
   *   that is none; only what it accepts is kept
   * @throws ServiceFailure when the service is away, or after several attempts
   */
  ask<T>(question: Question, read: (json: unknown) => T): Promise<T> {
    const answer = this.#turn.then(() => this.#ask(question, read))
    this.#turn = answer.catch(() => {})
    return answer
  }

  async #ask<T>(question: Question, read: (json: unknown) => T): Promise<T> {
    const { kept, again, intervalMs, name, onWait } = this.#options
    const known = again ? undefined : await kept.get(question)
    if (known !== undefined) return read(known)
    for (let attempt = 1; ; attempt++) {
      await pause(Math.max(0, this.#free - performance.now()))
      const outcome = await this.#once(question)
      this.#free = performance.now() + intervalMs
      const failed = 'json' in outcome ? await this.#keep(question, outcome.json, read) : outcome
      if ('value' in failed) return failed.value
      const waitMs = failed.retryAfterMs ?? intervalMs * 2 ** attempt
      if (waitMs > maxWaitMs) {
        const seconds = Math.ceil(waitMs / 1000)
        throw new ServiceFailure('away', `${name} asks to be left alone for ${seconds} s: come again after that`)
      }
      if (attempt === attempts) throw failed.failed
      if (failed.retryAfterMs !== undefined) onWait?.(`${name} asks to wait ${Math.ceil(waitMs / 1000)} s`)
      this.#free = performance.now() + Math.max(intervalMs, waitMs)
    }
  }

  async #keep<T>(
    question: Question,
    json: unknown,
    read: (json: unknown) => T,
  ): Promise<{ value: T } | { failed: ServiceFailure; retryAfterMs?: number }> {
    try {
      const value = read(json)
      await this.#options.kept.keep(question, json)
      return { value }
    } catch (error) {
      if (error instanceof ServiceFailure) return { failed: error }
      return { failed: this.#failure('answer', 'answered with something that its documentation does not know') }
    }
  }

  async #once({ url, body }: Question): Promise<Outcome> {
    const { contact, timeoutMs } = this.#options
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && { body }),
        headers: {
          accept: 'application/json',
          'user-agent': `CommonsGraph/0.1 (${contact})`,
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        redirect: 'manual',
        signal,
      })
      if (response.status === 200) return await this.#read(response)
      await response.body?.cancel()
      return this.#refused(response)
    } catch (error) {
      if (error instanceof ServiceFailure) throw error
      if (signal.aborted) return { failed: this.#failure('away', `did not answer within ${timeoutMs} ms`) }
      return { failed: this.#failure('away', `cannot be reached at ${new URL(url).origin} (${reasonOf(error)})`) }
    }
  }

  async #read(response: Response): Promise<Outcome> {
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length
      if (bytes > maxBytes) throw this.#failure('answer', `answered with more than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
      return { json: JSON.parse(text) }
    } catch {
      return { failed: this.#failure('answer', 'answered with something that is no JSON') }
    }
  }

  #refused({ status, headers }: Response): Outcome {
    if (status === 429 || status >= 500) {
      const failed = this.#failure('away', `is too busy or out of order (status ${status})`)
      return { failed, retryAfterMs: retryAfter(headers.get('retry-after')) }
    }
    if (status === 400 || status === 404) {
      throw this.#failure('answer', `does not understand the question (status ${status})`)
    }
    throw this.#failure('away', `refuses to answer (status ${status}): see its usage policy, and LINK_CONTACT`)
  }

  #failure(kind: 'away' | 'answer', message: string): ServiceFailure {
    return new ServiceFailure(kind, `${this.#options.name} ${message}`)
  }
}

/** Milliseconds of a Retry-After field, which has seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(field: string | null): number | undefined {
  if (field === null) return undefined
  if (/^\d+$/.test(field)) return Number(field) * 1000
  const date = Date.parse(field)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

/** `fetch` says "fetch failed" and hides the reason. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}
