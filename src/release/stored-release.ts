/**
 * One release in a folder: there whole, by its own checksums, or not at all.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { canonicalFile, mediaTypeOf, sumsFile } from './files.ts'
import { type History, historyIn } from './history.ts'
import { releaseName } from './register.ts'

export interface StoredFile {
  readonly path: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
}

export interface StoredRelease {
  readonly files: ReadonlyMap<string, StoredFile>
  readonly history: History
}

/**
 * What tells that a folder is still the one that was looked at: another text when a file of it has changed.
 * @returns undefined if there is no such folder
 */
export async function folderState(folder: string): Promise<string | undefined> {
  try {
    const names = (await readdir(folder)).sort()
    const states = await Promise.all(names.map((name) => stat(join(folder, name))))
    return JSON.stringify(
      states.map(({ ino, size, mtimeMs, ctimeMs }, index) => [names[index], ino, size, mtimeMs, ctimeMs]),
    )
  } catch (error) {
    return whenMissing(error)
  }
}

/**
 * @param folder of a release, by the name of one
 * @returns undefined unless every file has its checksum, and the data the one in the name
 */
export async function readRelease(folder: string): Promise<StoredRelease | undefined> {
  try {
    const sums = await readFile(join(folder, sumsFile), 'utf8')
    const lines = sums.trimEnd().split('\n')
    const files = new Map(
      await Promise.all([
        ...lines.map((line) => line.split('  ') as [string, string]).map((line) => storedFile(folder, ...line)),
        storedFile(folder, createHash('sha256').update(sums).digest('hex'), sumsFile),
      ]),
    )
    if (files.get(canonicalFile)?.sha256 !== releaseName.exec(basename(folder))?.[1]) return undefined
    return { files, history: await historyIn(folder) }
  } catch (error) {
    return whenMissing(error)
  }
}

/** What cannot be read is not there; that there are too many files open says nothing of it. */
function whenMissing(error: unknown): undefined {
  if (['EMFILE', 'ENFILE'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
}

async function storedFile(folder: string, sha256: string, name: string): Promise<[string, StoredFile]> {
  const [path, mediaType] = [join(folder, name), mediaTypeOf(name)]
  if (!mediaType || (await sha256Of(path)) !== sha256) throw new Error(`${path} is not what was written`)
  return [name, { path, mediaType, size: (await stat(path)).size, sha256 }]
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
