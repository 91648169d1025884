/** The second opinion: the same query on Oxigraph over the same data. */
import { Worker } from 'node:worker_threads'
import type { Question } from './oracle-worker.ts'
import { phrase, phraseDataset } from './phrasing.ts'
import type { ProtocolDataset } from './requests.ts'
import { parseJsonResult, parseTriples, type Result } from './results.ts'
import { formOf, withoutOrder } from './tokens.ts'

export type Opinion =
  | { readonly result: Result; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: string }

/** The memory of an instance only grows; so another takes its place after so many questions. */
const mostQuestions = 2000

/** Without which the thread leaves answers of many megabytes lie for long. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** An instance that says so answers nothing any more. */
const broken = /^(timeout|crash)$|unreachable|recursive|RuntimeError/

export class Oracle {
  readonly #patienceMs: number
  #worker: Worker | undefined
  #questions = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Asks one query after the other; an `error` of `timeout` or `crash` is Oxigraph's own trouble. */
  ask(text: string, dataset?: ProtocolDataset): Promise<Opinion> {
    const opinion = this.#last.then(() => this.#ask(text, dataset))
    this.#last = opinion.catch(() => {})
    return opinion
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #ask(text: string, dataset: ProtocolDataset | undefined): Promise<Opinion> {
    const reply = await this.#attempt(text, dataset)
    // Its sort panics at orders that are not total (it compares values of different types as equal).
    const unordered = reply.error === undefined ? undefined : withoutOrder(text)
    return reply.error && broken.test(reply.error) && unordered ? this.#attempt(unordered, dataset) : reply
  }

  async #attempt(text: string, dataset: ProtocolDataset | undefined): Promise<Opinion> {
    const graph = /^(CONSTRUCT|DESCRIBE)$/.test(formOf(text))
    if (++this.#questions % mostQuestions === 0) await this.#restart()
    const reply = await this.#exchange({ text: phrase(text), graph, dataset: dataset && phraseDataset(dataset) })
    if (reply.answer === undefined) {
      const { error = 'crash' } = reply
      if (!broken.test(error)) return { error }
      // A panic leaves the instance unusable.
      await this.#restart()
      return { error: error === 'timeout' ? error : 'crash' }
    }
    return { result: graph ? parseTriples(reply.answer) : parseJsonResult(reply.answer) }
  }

  #exchange(question: Question): Promise<{ answer?: string; error?: string }> {
    this.#worker ??= new Worker(new URL('oracle-worker.ts', import.meta.url), { stderr: true, resourceLimits })
    const worker = this.#worker
    return new Promise((resolve) => {
      const crash = () => end({ error: 'crash' })
      const end = (reply: { answer?: string; error?: string }) => {
        clearTimeout(timer)
        worker.off('message', end).off('error', crash).off('exit', crash)
        resolve(reply)
      }
      const timer = setTimeout(() => end({ error: 'timeout' }), this.#patienceMs)
      worker.on('message', end).on('error', crash).on('exit', crash)
      worker.postMessage(question)
    })
  }

  async #restart(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}
