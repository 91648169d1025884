/**
 * Several server processes on one port: the system's connections are dealt out among them (node:cluster). This process
 * reads no data and answers nothing, so that there is little that could end it.
 *
 * All of them serve one version. The first one makes what all need, a release and its snapshot, before the others start.
 * On new data, new ones take the place of the old ones when each of them is ready, in the same moment.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { FaultsError, formatFault } from '../errors.ts'
import type { Log } from '../log.ts'
import { Copy, type Ended } from './copy.ts'

export interface CopiesOptions {
  readonly count: number
  /** Milliseconds that a copy has to stop before it is ended. */
  readonly stopMs: number
  readonly log: Log
}

/** Milliseconds before one that has ended is replaced: at first, and at most, when it ends again and again. */
const [firstPause, longestPause] = [100, 30_000]
/** What has served so many milliseconds did not end because of how it started. */
const settledMs = 60_000

export class Copies {
  readonly #options: CopiesOptions
  #serving: readonly Copy[] = []
  #version = ''
  /** Every process that there is, also those that start or stop. */
  readonly #all = new Set<Copy>()
  readonly #closing = new AbortController()
  /** Copies come and go one change after the other. */
  #changes: Promise<void> = Promise.resolve()
  #reloads = 0
  #pause = firstPause

  private constructor(options: CopiesOptions) {
    this.#options = options
  }

  /**
   * Resolves when all serve.
   * @throws FaultsError with what is wrong in the data, or if the port cannot be had
   */
  static async start(options: CopiesOptions): Promise<Copies> {
    const copies = new Copies(options)
    await copies.#changeTo(await copies.#group().catch((error) => copies.close().then(() => Promise.reject(error))))
    return copies
  }

  /** Goes on to the data as it is now; if it is faulty, those that serve go on, and the log says why. */
  async reload(): Promise<void> {
    // One that has not begun yet will find the data as it is then.
    if (this.#reloads > 1) return this.#changes
    this.#reloads++
    return this.#change(async () => {
      const { log } = this.#options
      const before = this.#version
      try {
        await this.#changeTo(await this.#group())
        log.info({ before, version: this.#version }, 'all processes are new ones')
      } catch (error) {
        log.error(described(error), 'no new processes: those that serve go on')
      } finally {
        this.#reloads--
      }
    })
  }

  /** Resolves when all have answered what they had begun to answer, and are gone. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const copy of this.#all) copy.stop()
    const limit = setTimeout(() => {
      for (const copy of this.#all) copy.kill()
    }, this.#options.stopMs)
    await Promise.all(Array.from(this.#all, ({ gone }) => gone))
    clearTimeout(limit)
  }

  /** Processes that could serve, all with the same version. */
  async #group(): Promise<{ readonly copies: readonly Copy[]; readonly version: string }> {
    const copies = [this.#start()]
    try {
      const version = await copies[0]!.prepared
      while (copies.length < this.#options.count) copies.push(this.#start())
      const versions = await Promise.all(copies.map(({ prepared }) => prepared))
      if (versions.some((other) => other !== version)) {
        throw new FaultsError([{ message: 'The data was changed while it was read. Begin again when it is whole.' }])
      }
      return { copies, version }
    } catch (error) {
      for (const copy of copies) copy.stop()
      throw error
    }
  }

  async #changeTo({ copies, version }: { copies: readonly Copy[]; version: string }): Promise<void> {
    try {
      for (const copy of copies) copy.listen()
      await Promise.all(copies.map(({ listening }) => listening))
    } catch (error) {
      for (const copy of copies) copy.stop()
      throw error
    }
    const old = this.#serving
    this.#serve(copies)
    this.#version = version
    for (const copy of old) copy.stop()
  }

  #start(): Copy {
    this.#closing.signal.throwIfAborted()
    const copy = new Copy()
    this.#all.add(copy)
    void copy.gone.then(() => this.#all.delete(copy))
    return copy
  }

  /** Those that serve from now on. One that has ended since it said so is replaced as well. */
  #serve(copies: readonly Copy[]): void {
    const added = copies.filter((copy) => !this.#serving.includes(copy))
    this.#serving = copies
    for (const copy of added) void copy.gone.then((ended) => this.#replace(copy, ended))
  }

  #replace(copy: Copy, { code, signal }: Ended): void {
    if (this.#closing.signal.aborted || !this.#serving.includes(copy)) return
    this.#serving = this.#serving.filter((other) => other !== copy)
    this.#options.log.error({ ended: copy.pid, code, signal }, 'a server process ended and is replaced')
    if (performance.now() - copy.startedAt > settledMs) this.#pause = firstPause
    this.#mendLater()
  }

  #mendLater(): void {
    const ms = this.#pause
    this.#pause = Math.min(2 * ms, longestPause)
    pause(ms, undefined, { signal: this.#closing.signal })
      .then(() => this.#change(() => this.#mend()))
      .catch(() => {})
  }

  /** Replaces those that have ended, unless all are new ones by now. */
  async #mend(): Promise<void> {
    while (this.#serving.length < this.#options.count) {
      const copy = this.#start()
      try {
        const version = await copy.prepared
        if (version !== this.#version) {
          // It would be the only one with the data as it is now.
          copy.stop()
          void this.reload()
          return
        }
        copy.listen()
        await copy.listening
        this.#serve([...this.#serving, copy])
      } catch (error) {
        copy.stop()
        this.#options.log.error(described(error), 'a server process could not be replaced')
        this.#mendLater()
        return
      }
    }
  }

  #change(work: () => Promise<void>): Promise<void> {
    this.#changes = this.#changes.then(() => (this.#closing.signal.aborted ? undefined : work()))
    return this.#changes
  }
}

function described(error: unknown) {
  return error instanceof FaultsError ? { faults: error.faults.map(formatFault) } : { err: error }
}
