/**
 * A worker process as the front sees it: it becomes ready, answers one query at a time, and can be killed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { RequestError } from '../../errors.ts'
import { FrameReader } from './frames.ts'
import type { Ask, Ending, Failure, Ready, WorkerSettings } from './messages.ts'
import { processorTimeOf } from './processor-time.ts'

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

/** How a worker has left a query. */
export interface Left {
  /** Whether the receiver has heard how it ended; else the query was given up here, and nobody has been told. */
  readonly told: boolean
  /** Milliseconds of the processor that it took. */
  readonly usedMs: number
}

/** A query that a worker is at. */
interface Work {
  readonly receiver: Receiver
  readonly started: number
  readonly onLeft: (left: Left) => void
}

export class Worker {
  /** Resolves when the worker can be asked; rejects if it ends before. */
  readonly ready: Promise<void>
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  readonly #child: ChildProcess
  readonly #pipe: Readable
  #work: Work | undefined
  /** Milliseconds of the processor that it had used when it was asked last. */
  #processorMs = 0

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
      ending: (json) => this.#ended(JSON.parse(json) as Ending),
    })
    this.#pipe.on('data', (bytes: Buffer) => frames.read(bytes))
    // It breaks when the worker is killed, which is known from the worker itself.
    this.#pipe.on('error', () => {})
    // Not `close`, which would wait for somebody to read what is left in the pipe.
    this.gone = new Promise((resolve) => this.#child.once('exit', () => resolve()).once('error', () => resolve()))
    this.ready = new Promise((resolve, reject) => {
      this.#child.once('message', (message) => {
        this.#processorMs = (message as Ready).processorMs
        resolve()
      })
      this.#child.once('error', reject)
      void this.gone.then(() => reject(new Error('The query worker ended before it was ready.')))
    })
    // Whoever awaits it hears of it; nobody has to.
    this.ready.catch(() => {})
    void this.gone.then(() => {
      this.#work?.receiver.fail(this.#child.signalCode === 'SIGKILL' ? killed() : outOfMemory(memoryMb))
      this.#leave(true)
    })
  }

  /** Whether it is at work on a query. */
  get busy(): boolean {
    return this.#work !== undefined
  }

  /** False as soon as it has been killed, before it is gone. */
  get alive(): boolean {
    return !this.#child.killed && this.#child.exitCode === null
  }

  /** Resolves when the worker is free again or gone. It has left the query untold if it was killed or takes longer. */
  ask(ask: Ask, receiver: Receiver): Promise<Left> {
    receiver.onRoom = () => this.#pipe.resume()
    this.#pipe.resume()
    if (this.#child.connected) this.#child.send(ask, () => {})
    return new Promise((onLeft) => {
      this.#work = { receiver, started: performance.now(), onLeft }
    })
  }

  /** Ends the process at once. */
  kill(): void {
    this.#leave(false)
    this.#child.kill('SIGKILL')
    this.#pipe.destroy()
  }

  #chunk(bytes: Buffer): void {
    if (this.#work && !this.#work.receiver.chunk(bytes)) this.#pipe.pause()
  }

  #ended(ending: Ending): void {
    if (ending.how === 'whole') this.#work?.receiver.end()
    if (ending.how === 'failed') this.#work?.receiver.fail(toError(ending.failure))
    const usedMs = ending.processorMs - this.#processorMs
    this.#processorMs = ending.processorMs
    this.#leave(ending.how !== 'longer', usedMs)
  }

  /** @param usedMs as the worker says, if it has lived to say it */
  #leave(told: boolean, usedMs = this.#usedSoFar()): void {
    const work = this.#work
    this.#work = undefined
    work?.onLeft({ told, usedMs })
  }

  /**
   * Milliseconds of the processor that the query at hand has used. One that waits for a slow reader uses none; where the
   * system does not tell, all the time counts.
   */
  #usedSoFar(): number {
    if (!this.#work) return 0
    const total = this.#child.pid === undefined ? undefined : processorTimeOf(this.#child.pid)
    if (total === undefined) return performance.now() - this.#work.started
    return Math.max(0, total - this.#processorMs)
  }
}

function toError({ code, told, detail, log }: Failure): RequestError {
  const error = new RequestError(code, told, detail)
  error.cause = log
  return error
}

/** By somebody else: the pool's own kill has nobody left to tell. */
function killed(): RequestError {
  return new RequestError(
    'overloaded',
    {
      en: 'The process that answered was ended. Ask again.',
      fr: 'Le processus qui répondait a été arrêté. Redemandez.',
    },
    { retryAfter: 1 },
  )
}

function outOfMemory(memoryMb: number): RequestError {
  return new RequestError('query-too-large', {
    en: `The query needed more than the ${memoryMb} MB that one may use. Ask for less.`,
    fr: `La requête demande plus que les ${memoryMb} Mo permis. Demandez moins.`,
  })
}
