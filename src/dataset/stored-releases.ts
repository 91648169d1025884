/**
 * The releases that lie in a folder, this data's and those before it. One is there whole, by its own checksums, or not at
 * all.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mediaTypeOf, sumsFile } from './release-files.ts'

export interface StoredFile {
  readonly path: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
}

/** Files by their names. */
export type StoredRelease = ReadonlyMap<string, StoredFile>

/** `{date}-{sha256}`, as `versionOf` names them. */
const releaseName = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{64}$/

export class StoredReleases {
  readonly #folder: string
  readonly #known = new Map<string, Promise<StoredRelease | undefined>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Their names, the newest first. */
  async names(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    return names.filter((name) => releaseName.test(name)).sort((one, other) => (one < other ? 1 : -1))
  }

  /** A release, whose checksums are looked at when it is first asked for; undefined if it is not there or not whole. */
  async release(name: string): Promise<StoredRelease | undefined> {
    if (!releaseName.test(name)) return undefined
    const known = this.#known.get(name) ?? readRelease(join(this.#folder, name))
    this.#known.set(name, known)
    const release = await known
    // It may be mended.
    if (!release) this.#known.delete(name)
    return release
  }
}

/** What is in the folder of a release; undefined unless every file has its checksum. */
export async function readRelease(folder: string): Promise<StoredRelease | undefined> {
  try {
    const sums = await readFile(join(folder, sumsFile), 'utf8')
    const lines = sums.trimEnd().split('\n')
    const files = await Promise.all(
      lines.map(async (line): Promise<[string, StoredFile]> => {
        const [sha256, name] = line.split('  ') as [string, string]
        const mediaType = mediaTypeOf(name)
        const path = join(folder, name)
        if (!mediaType || (await sha256Of(path)) !== sha256) throw new Error(`${path} is not what was written`)
        return [name, { path, mediaType, size: (await stat(path)).size, sha256 }]
      }),
    )
    const own = { path: join(folder, sumsFile), mediaType: mediaTypeOf(sumsFile)!, size: Buffer.byteLength(sums) }
    const sha256 = createHash('sha256').update(sums).digest('hex')
    return new Map([...files, [sumsFile, { ...own, sha256 }]])
  } catch {
    return undefined
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
