/**
 * Whose turn it is to ask a service: one question at a time among all runs that keep their answers in one folder, and
 * none before the service has had its rest. A rest outlives the run, so that who comes again at once is no less polite.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alone, withDisk } from './disk.ts'

/** Nobody asks for a longer rest: a date beyond is a clock that was wrong. */
const longestMs = 7 * 24 * 60 * 60 * 1000

export class Turns {
  readonly #path: string

  /** @param service its host */
  constructor(folder: string, service: string) {
    this.#path = join(folder, `turn-${service.replace(/[^\w.-]/g, '-')}.txt`)
  }

  /**
   * @param onWait told once, if another run has the turn
   * @throws FaultsError if the disk refuses
   */
  take<T>(act: () => Promise<T>, onWait: () => void): Promise<T> {
    return alone(this.#path, act, onWait)
  }

  /** Milliseconds that the service still rests. */
  async restMs(): Promise<number> {
    const until = Date.parse(await readFile(this.#path, 'utf8').catch(() => ''))
    const milliseconds = until - Date.now()
    return milliseconds > 0 && milliseconds <= longestMs ? milliseconds : 0
  }

  /** From now on. */
  async rest(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return
    const until = new Date(Date.now() + Math.min(milliseconds, longestMs))
    await withDisk(this.#path, () => writeFile(this.#path, until.toISOString()))
  }
}
