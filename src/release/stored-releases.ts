/**
 * The releases of one dataset that lie in a folder, the current one and those before it.
 */
import { join } from 'node:path'
import { type History, historyIn } from './history.ts'
import { namesIn, published, releaseName } from './register.ts'
import { folderState, readRelease, type StoredRelease } from './stored-release.ts'

/** A time at which a release became the current one. */
export interface Publication {
  readonly name: string
  /** Which time it was for this release, from 1. */
  readonly time: number
}

/** What was found in a folder, as long as it stays as it was. */
interface Found {
  readonly state: string
  readonly release: Promise<StoredRelease | undefined>
}

/** The releases of one dataset; those of others in the same folder are passed over. */
export class StoredReleases {
  readonly #folder: string
  readonly #dataset: string
  readonly #found = new Map<string, Found>()

  /** @param dataset its IRI */
  constructor(folder: string, dataset: string) {
    this.#folder = folder
    this.#dataset = dataset
  }

  /**
   * A release whose checksums have been looked at, and whose files have not changed since; undefined if it is not there or
   * not whole.
   */
  async release(name: string): Promise<StoredRelease | undefined> {
    if (!releaseName.test(name)) return undefined
    const folder = join(this.#folder, name)
    const state = await folderState(folder)
    if (state === undefined) {
      this.#found.delete(name)
      return undefined
    }
    const known = this.#found.get(name)
    if (known?.state === state) return known.release
    const release = this.#read(folder)
    this.#found.set(name, { state, release })
    release.catch(() => this.#found.delete(name))
    return release
  }

  /** The names of those that are whole, the one that was published last first. */
  async names(): Promise<readonly string[]> {
    const names: string[] = []
    // One after the other: all at once would open all of their files.
    for (const name of await this.#inOrder()) if (await this.release(name)) names.push(name)
    return names
  }

  /** What is said of each release of the dataset, the last one first; whether it is whole has not been looked at. */
  async histories(): Promise<ReadonlyMap<string, History>> {
    const histories = new Map<string, History>()
    for (const name of await this.#inOrder()) {
      const history = await historyIn(join(this.#folder, name)).catch(() => undefined)
      if (history?.dataset === this.#dataset) histories.set(name, history)
    }
    return histories
  }

  /** When those that are whole were published, the first time first. */
  async publications(): Promise<readonly Publication[]> {
    const whole = await this.names()
    const lines = (await published(this.#folder)).filter((name) => whole.includes(name))
    const unregistered = whole.filter((name) => !lines.includes(name)).toReversed()
    const times = new Map<string, number>()
    return [...unregistered, ...lines].map((name) => {
      times.set(name, (times.get(name) ?? 0) + 1)
      return { name, time: times.get(name)! }
    })
  }

  /** The last one first; those from before there was a register are the oldest. */
  async #inOrder(): Promise<readonly string[]> {
    const rank = new Map((await published(this.#folder)).map((name, line) => [name, line]))
    const rankOf = (name: string) => rank.get(name) ?? -1
    return (await namesIn(this.#folder)).toSorted((one, other) => rankOf(other) - rankOf(one) || (one < other ? 1 : -1))
  }

  async #read(folder: string): Promise<StoredRelease | undefined> {
    const found = await readRelease(folder)
    return found?.history.dataset === this.#dataset ? found : undefined
  }
}
