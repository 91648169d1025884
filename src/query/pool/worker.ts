/**
 * A worker process as the front sees it: it becomes ready, answers one query at a time, and can be killed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { RequestError } from '../../errors.ts'
import { FrameReader } from './frames.ts'
import { type Ask, type Failed, ready, type WorkerSettings } from './messages.ts'

const program = new URL('../worker/main.ts', import.meta.url)

/** Where the worker's answers come out, among its file descriptors. */
export const answerPipe = 4

/** Who gets an answer, bit by bit; exactly one of `end` and `fail` comes last. */
export interface Receiver {
  /** @returns whether there is room for more; if not, `onRoom` is called when there is */
  chunk(bytes: Buffer): boolean
  onRoom: () => void
  end(): void
  fail(error: RequestError): void
}

export class Worker {
  /** Resolves when the worker can be asked; rejects if it ends before. */
  readonly ready: Promise<void>
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  readonly #pipe: Readable
  #receiver: Receiver | undefined
  #onFree: (outcome: 'ended' | 'longer') => void = () => {}

  constructor(settings: WorkerSettings) {
    const { memoryMb, niceness } = settings
    this.#child = fork(program, [JSON.stringify(settings)], {
      execArgv: [`--max-old-space-size=${memoryMb}`, '--stack-size=3900'],
      // Nothing of the front's environment is the business of what strangers write.
      env: { NODE_COMPILE_CACHE: settings.codeCache },
      // A process that runs out of memory writes pages about it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
    })
    // The front is served first: it has every client waiting, and a worker only one; already while it starts.
    if (this.#child.pid) setPriority(this.#child.pid, niceness)
    this.#pipe = this.#child.stdio[answerPipe] as Readable
    const frames = new FrameReader({
      chunk: (bytes) => this.#chunk(bytes),
      end: () => this.#end((receiver) => receiver.end()),
      failed: (json) => this.#end((receiver) => receiver.fail(toError(JSON.parse(json)))),
      longer: () => this.#free('longer'),
    })
    this.#pipe.on('data', (bytes: Buffer) => frames.read(bytes))
    // It breaks when the worker is killed, which is known from the worker itself.
    this.#pipe.on('error', () => {})
    // Not `close`, which would wait for somebody to read what is left in the pipe.
    this.gone = new Promise((resolve) => this.#child.once('exit', () => resolve()).once('error', () => resolve()))
    this.ready = new Promise((resolve, reject) => {
      this.#child.once('message', (message) => (message === ready ? resolve() : reject(new Error(String(message)))))
      this.#child.once('error', reject)
      void this.gone.then(() => reject(new Error('The query worker ended before it was ready.')))
    })
    // Whoever awaits it hears of it; nobody has to.
    this.ready.catch(() => {})
    void this.gone.then(() =>
      this.#end((receiver) => receiver.fail(this.#child.signalCode === 'SIGKILL' ? killed() : outOfMemory(memoryMb))),
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

  /**
   * Resolves when the worker is free again or gone, and the receiver has heard how it ended, unless it was killed or
   * the answer takes longer than it was given: the receiver has got nothing then.
   */
  ask(ask: Ask, receiver: Receiver): Promise<'ended' | 'longer'> {
    this.#receiver = receiver
    receiver.onRoom = () => this.#pipe.resume()
    this.#pipe.resume()
    if (this.#child.connected) this.#child.send(ask, () => {})
    return new Promise((resolve) => {
      this.#onFree = resolve
    })
  }

  /** Ends the process at once. */
  kill(): void {
    this.#free('longer')
    this.#child.kill('SIGKILL')
    this.#pipe.destroy()
  }

  #chunk(bytes: Buffer): void {
    if (this.#receiver && !this.#receiver.chunk(bytes)) this.#pipe.pause()
  }

  #end(tell: (receiver: Receiver) => void): void {
    if (this.#receiver) tell(this.#receiver)
    this.#free('ended')
  }

  #free(outcome: 'ended' | 'longer'): void {
    this.#receiver = undefined
    this.#onFree(outcome)
  }
}

function toError({ code, message, detail, log }: Failed): RequestError {
  const error = new RequestError(code, message, detail)
  error.cause = log
  return error
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
