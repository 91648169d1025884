/**
 * The releases that lie in a folder, this data's and those before it. One is there whole, by its own checksums, or not at
 * all.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { canonicalFile, mediaTypeOf, sumsFile } from './files.ts'
import { dayOf, type History, historyIn, inOrder } from './history.ts'

export interface StoredFile {
  readonly path: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** What tells that the file is still the one whose sum was taken. */
  readonly state: string
}

export interface StoredRelease {
  readonly files: ReadonlyMap<string, StoredFile>
  readonly history: History
}

/** `{date}-{sha256}`, as `versionOf` names them. */
const releaseName = /^\d{4}-\d{2}-\d{2}-([0-9a-f]{64})$/

export class StoredReleases {
  readonly #folder: string
  readonly #known = new Map<string, Promise<StoredRelease | undefined>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The names of those that are whole, the newest first. */
  async names(): Promise<readonly string[]> {
    return inOrder(await this.#histories(await this.#entries()))
  }

  /**
   * What came before a release that is not there yet: the newest one of the same dataset that does not come after it, and
   * those before that.
   */
  async earlierThan(name: string, dataset: string): Promise<readonly string[]> {
    const others = (await this.#entries()).filter((other) => other !== name)
    const byDay = [...Map.groupBy(others, dayOf)].sort(([one], [other]) => (one < other ? 1 : -1))
    // Of most days there is one; no more of them are read than it takes.
    for (const [, ofDay] of byDay) {
      const histories = [...(await this.#histories(ofDay))].filter(
        ([, history]) => history.dataset === dataset && !history.earlier.includes(name),
      )
      const [last] = inOrder(new Map(histories))
      if (last !== undefined) return [last, ...new Map(histories).get(last)!.earlier]
    }
    return []
  }

  async #entries(): Promise<readonly string[]> {
    return (await readdir(this.#folder).catch(() => [])).filter((name) => releaseName.test(name))
  }

  /** Of those that are whole. */
  async #histories(names: readonly string[]): Promise<ReadonlyMap<string, History>> {
    const found = await Promise.all(names.map(async (name) => [name, (await this.release(name))?.history] as const))
    return new Map(found.filter((entry): entry is [string, History] => entry[1] !== undefined))
  }

  /**
   * A release whose checksums have been looked at, and whose files have not changed since; undefined if it is not there or
   * not whole.
   */
  async release(name: string): Promise<StoredRelease | undefined> {
    if (!releaseName.test(name)) return undefined
    const known = await this.#known.get(name)
    if (known && (await isUnchanged(known))) return known
    const reading = readRelease(this.#folder, name)
    this.#known.set(name, reading)
    return reading
  }
}

/** What is in the folder of a release; undefined unless every file has its checksum, and the data the one of its name. */
export async function readRelease(releasesDir: string, name: string): Promise<StoredRelease | undefined> {
  const folder = join(releasesDir, name)
  try {
    const sums = await readFile(join(folder, sumsFile), 'utf8')
    const lines = sums.trimEnd().split('\n')
    const files = new Map(
      await Promise.all([
        ...lines.map((line) => line.split('  ') as [string, string]).map((line) => storedFile(folder, ...line)),
        storedFile(folder, createHash('sha256').update(sums).digest('hex'), sumsFile),
      ]),
    )
    if (files.get(canonicalFile)?.sha256 !== releaseName.exec(name)?.[1]) return undefined
    return { files, history: await historyIn(folder) }
  } catch {
    return undefined
  }
}

async function storedFile(folder: string, sha256: string, name: string): Promise<[string, StoredFile]> {
  const [path, mediaType] = [join(folder, name), mediaTypeOf(name)]
  // What changes while it is read is another file than the one that is served later.
  const { state, size } = await stateOf(path)
  if (!mediaType || (await sha256Of(path)) !== sha256) throw new Error(`${path} is not what was written`)
  return [name, { path, mediaType, size, sha256, state }]
}

async function isUnchanged({ files }: StoredRelease): Promise<boolean> {
  try {
    const states = await Promise.all(Array.from(files.values(), ({ path }) => stateOf(path)))
    return Array.from(files.values()).every((file, index) => file.state === states[index]!.state)
  } catch {
    return false
  }
}

async function stateOf(path: string): Promise<{ state: string; size: number }> {
  const { ino, size, mtimeMs, ctimeMs } = await stat(path)
  return { state: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, size }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
