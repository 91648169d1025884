/**
 * A worker process as the front sees it: it becomes ready, answers one query at a time, and can be killed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { RequestError } from '../../errors.ts'
import type { Ask, FromWorker, WorkerSettings } from './messages.ts'

const program = new URL('../worker/main.ts', import.meta.url)

/** Who gets an answer, bit by bit; exactly one of `end` and `fail` comes last. */
export interface Receiver {
  chunk(text: string): void
  end(): void
  fail(error: RequestError): void
}

export interface WorkerLimits {
  /** The most megabytes of JavaScript heap. */
  readonly memoryMb: number
}

export class Worker {
  /** Resolves when the worker can be asked; rejects if it ends before. */
  readonly ready: Promise<void>
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  #receiver: Receiver | undefined

  constructor(settings: WorkerSettings, { memoryMb }: WorkerLimits) {
    this.#child = fork(program, [JSON.stringify(settings)], {
      execArgv: [`--max-old-space-size=${memoryMb}`, '--stack-size=3900'],
      // Nothing of the front's environment is the business of what strangers write.
      env: {},
      serialization: 'advanced',
      // A process that runs out of memory writes pages about it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.gone = new Promise((resolve) => this.#child.once('close', () => resolve()))
    this.ready = new Promise((resolve, reject) => {
      this.#child.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve()
        else this.#receive(message)
      })
      this.#child.once('error', reject)
      void this.gone.then(() => reject(new Error('The query worker ended before it was ready.')))
    })
    // Whoever awaits it hears of it; nobody has to.
    this.ready.catch(() => {})
    void this.gone.then(() =>
      this.#finish()?.fail(this.#child.signalCode === 'SIGKILL' ? killed() : outOfMemory(memoryMb)),
    )
  }

  /** Whether it is at work on a query. */
  get busy(): boolean {
    return this.#receiver !== undefined
  }

  /** False as soon as it has been killed, before it is gone. */
  get alive(): boolean {
    return !this.#child.killed && this.#child.exitCode === null
  }

  ask(ask: Ask, receiver: Receiver): void {
    this.#receiver = receiver
    this.#send(ask)
  }

  /** The receiver has taken so many bytes. */
  taken(bytes: number): void {
    this.#send({ kind: 'taken', bytes })
  }

  /** Ends the process at once; its receiver hears nothing more. */
  kill(): void {
    this.#finish()
    this.#child.kill('SIGKILL')
  }

  #send(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => {})
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'chunk') this.#receiver?.chunk(message.text)
    else if (message.kind === 'end') this.#finish()?.end()
    else if (message.kind === 'failed') {
      const error = new RequestError(message.code, message.message, message.detail)
      error.cause = message.log
      this.#finish()?.fail(error)
    }
  }

  #finish(): Receiver | undefined {
    const receiver = this.#receiver
    this.#receiver = undefined
    return receiver
  }
}

/** By somebody else: the pool's own kill has nobody left to tell. */
function killed(): RequestError {
  return new RequestError('overloaded', 'The process that answered was ended. Ask again.', { retryAfter: 1 })
}

function outOfMemory(memoryMb: number): RequestError {
  return new RequestError(
    'query-too-large',
    `The query needed more than the ${memoryMb} MB that one may use. Ask for less.`,
  )
}
