/**
 * One of several server processes, as the one sees it that started them: it prepares, waits until it may listen, serves,
 * and stops when told to.
 */
import cluster, { type Worker } from 'node:cluster'
import { type Fault, FaultsError } from '../errors.ts'

/** What a copy tells: with which version of the data it could serve, that it does, or what is wrong with the data. */
export type FromCopy =
  | { readonly prepared: string }
  | { readonly listening: true }
  | { readonly faults: readonly Fault[] }

/** The one message to a copy: that it may listen now. */
export const mayListen = 'listen'

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
}

export class Copy {
  /** The version of the data that it has read. Rejects with what is wrong with the data, or if the process ends before. */
  readonly prepared: Promise<string>
  /** Resolves when it serves; rejects as `prepared` does. */
  readonly listening: Promise<void>
  /** Resolves when the process is gone. */
  readonly gone: Promise<Ended>
  readonly startedAt = performance.now()
  readonly #worker: Worker
  readonly #child: Worker['process']

  constructor() {
    const worker = cluster.fork()
    this.#worker = worker
    this.#child = worker.process
    const [prepared, listening] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()]
    const fail = (error: Error) => {
      prepared.reject(error)
      listening.reject(error)
    }
    worker.on('message', (message: FromCopy) => {
      if ('prepared' in message) prepared.resolve(message.prepared)
      if ('listening' in message) listening.resolve()
      if ('faults' in message) fail(new FaultsError(message.faults))
    })
    this.gone = new Promise((resolve) => {
      worker.once('exit', (code: number | null, signal: string | null) => resolve({ code, signal }))
    })
    void this.gone.then(() => fail(new FaultsError([{ message: 'A server process ended before it was ready.' }])))
    this.prepared = prepared.promise
    this.listening = listening.promise
    // Whoever awaits them hears of it; nobody has to.
    this.prepared.catch(() => {})
    this.listening.catch(() => {})
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  listen(): void {
    if (this.#worker.isConnected()) this.#worker.send(mayListen, () => {})
  }

  /** Lets it answer what it has begun to answer, and end. */
  stop(): void {
    this.#child.kill('SIGTERM')
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
