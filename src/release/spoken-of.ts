/**
 * Whether a release speaks of a thing: a search by halves in its canonical N-Quads, which are sorted by their subjects.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { canonicalFile } from './files.ts'
import type { StoredReleases } from './stored-releases.ts'

/** The newest of some releases that says something of a thing. @param names of releases, the newest first */
export async function releaseThatSpeaksOf(
  iri: string,
  names: readonly string[],
  releases: StoredReleases,
): Promise<string | undefined> {
  // No IRI has them, and in a line they would end it.
  if (/[<>"\s]/.test(iri)) return undefined
  for (const name of names) {
    const file = (await releases.release(name))?.files.get(canonicalFile)
    if (file && (await hasLine(file.path, file.size, Buffer.from(`<${iri}> `)))) return name
  }
  return undefined
}

/** Whether a line of a sorted file begins with these bytes. */
async function hasLine(path: string, size: number, start: Buffer): Promise<boolean> {
  await using file = await open(path)
  // The first line that is not before what is looked for begins after `from` and not after `to`.
  let [from, to] = [0, size]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const line = await lineAfter(file, middle, size)
    const isBefore = line < size && Buffer.compare(await read(file, line, start.length), start) < 0
    if (isBefore) from = line + 1
    else to = middle
  }
  const found = await lineAfter(file, from, size)
  return found < size && (await read(file, found, start.length)).equals(start)
}

/** Where the first line begins that does not begin before an offset; `size` if there is none. */
async function lineAfter(file: FileHandle, offset: number, size: number): Promise<number> {
  if (offset === 0) return 0
  for (let at = offset - 1; at < size; ) {
    const piece = await read(file, at, 2 ** 14)
    const end = piece.indexOf(0x0a)
    // The file is shorter than it was.
    if (!piece.length) return size
    if (end !== -1) return at + end + 1
    at += piece.length
  }
  return size
}

async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}
