/**
 * A release on its way: a folder beside its place, which is moved there in one step when every file is complete.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from './contents.ts'
import type { DescribedFile } from './description/about.ts'
import { sumsFile } from './files.ts'
import type { StoredRelease } from './stored-release.ts'
import { sumOf, writeSummed } from './summed-file.ts'

/** A place for a draft of a release. */
export function draftOf(folder: string): string {
  return `${folder}.${randomUUID()}.tmp`
}

/** The names of drafts, and nothing else in the folder. */
export const isDraft = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{64}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

export async function writeContents(contents: readonly Content[], draft: string): Promise<DescribedFile[]> {
  await mkdir(draft, { recursive: true })
  const files: DescribedFile[] = []
  // One after the other: what is in memory is of one.
  for (const { file, pieces, statements } of contents) {
    const { plain, gzip } = await writeSummed(join(draft, file.name), pieces())
    const said = statements?.()
    files.push({ name: file.name, ...plain, statements: said }, { name: `${file.name}.gz`, ...gzip, statements: said })
  }
  return files
}

/** The same files under another name too, where the file system can, else copies of them. */
export async function keepFiles(
  stored: StoredRelease['files'],
  files: readonly DescribedFile[],
  draft: string,
): Promise<void> {
  await mkdir(draft, { recursive: true })
  for (const { name } of files) {
    const { path } = stored.get(name)!
    await link(path, join(draft, name)).catch(() => copyFile(path, join(draft, name)))
  }
}

/** What is said of the release as a whole, and the checksums of all, last. */
export async function writeAbout(
  about: ReadonlyMap<string, string>,
  files: readonly DescribedFile[],
  draft: string,
): Promise<void> {
  for (const [name, text] of about) await writeFile(join(draft, name), text, { flush: true })
  const sums = [...files, ...Array.from(about, ([name, text]) => ({ name, sha256: sumOf(text) }))]
  const lines = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  await writeFile(join(draft, sumsFile), lines.join(''), { flush: true })
}

/** @param isThere whether what is in the place already is the same, which another process may have put there */
export async function moveTo(draft: string, folder: string, isThere: () => Promise<boolean>): Promise<void> {
  while (!(await rename(draft, folder).then(() => true, unless('ENOTEMPTY', 'EEXIST')))) {
    if (await isThere()) return
    // A folder that is not empty cannot be written over: it is moved away, and goes when the other is in its place.
    const old = draftOf(folder)
    await rename(folder, old).catch(unless('ENOENT'))
    const isMoved = await rename(draft, folder).then(() => true, unless('ENOTEMPTY', 'EEXIST'))
    await rm(old, { recursive: true, force: true })
    if (isMoved) return
  }
}

/** @returns what takes these errors as an answer, and throws all others */
function unless(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}
