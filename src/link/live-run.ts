/**
 * A run that asks everything again and is stopped goes on the next time: what was answered since it began is not asked
 * once more.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withDisk } from './disk.ts'

/** Who comes back later than that wants what is true then. */
const longestMs = 24 * 60 * 60 * 1000

export class LiveRun {
  readonly #path: string

  /** @param name what is run */
  constructor(folder: string, name: string) {
    this.#path = join(folder, `live-${name}.txt`)
  }

  /** When it began, in milliseconds: now, if none was stopped. */
  async begin(): Promise<number> {
    const [now, begun] = [Date.now(), Date.parse(await readFile(this.#path, 'utf8').catch(() => ''))]
    if (begun <= now && now - begun < longestMs) return begun
    await withDisk(this.#path, async () => {
      await mkdir(dirname(this.#path), { recursive: true })
      await writeFile(this.#path, new Date(now).toISOString())
    })
    return now
  }

  /** Everything was asked. */
  async end(): Promise<void> {
    await rm(this.#path, { force: true })
  }
}
