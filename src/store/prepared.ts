/**
 * The snapshot that is served, kept from one start to the next: as long as the files that it was made of and the program
 * that made it are the same, nothing has to be parsed and validated again.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DescribedDataset } from '../dataset/dataset.ts'
import { canonicalNQuads, type Version } from '../dataset/version.ts'
import { readAbout, readSnapshot, SnapshotFileError } from './snapshot/file.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

export interface Prepared {
  readonly snapshot: Snapshot
  readonly version: Version
}

/**
 * The snapshot of an earlier start if it has this fingerprint, or a new one of what `load` gives, which is kept.
 * @param fingerprintOf all that the dataset is made of and by, as it is now
 * @param surroundingsOf what else the description depends on, and loading may change
 * @param file where the snapshot's file is put: it stays the same whatever later starts keep
 * @throws what `load` throws
 */
export async function prepareSnapshot(
  fingerprintOf: () => Promise<string>,
  surroundingsOf: () => Promise<string>,
  folder: string,
  file: string,
  load: () => Promise<DescribedDataset>,
): Promise<Prepared> {
  const kept = join(folder, 'snapshot')
  const fingerprint = await fingerprintOf()
  // First the link, then the look: another start may put another file in its place at any time.
  const found = (await linkOrCopy(kept, file))
    ? readPrepared(file, { fingerprint, surroundings: await surroundingsOf() })
    : undefined
  if (found) return found
  const { quads, description, version } = await load()
  const { buildInThread } = await import('./snapshot/build-in-thread.ts')
  const about = { fingerprint, surroundings: await surroundingsOf(), version: JSON.stringify(version) }
  const snapshot = await buildInThread(canonicalNQuads([...quads, ...description]), { file, about })
  // Files that changed while they were read may have been read before or after that.
  if ((await fingerprintOf()) === fingerprint) {
    // Where nothing can be kept, the next start takes longer.
    await mkdir(folder, { recursive: true, mode: 0o700 })
      .then(() => keep(file, kept))
      .catch(() => {})
  }
  return { snapshot, version }
}

/** Undefined if the file is of other data or of other surroundings, of another version of the format, or damaged. */
function readPrepared(
  file: string,
  expected: { readonly fingerprint: string; readonly surroundings: string },
): Prepared | undefined {
  try {
    const about = readAbout(file)
    if (about.fingerprint !== expected.fingerprint || about.surroundings !== expected.surroundings) return undefined
    return { snapshot: readSnapshot(file), version: JSON.parse(about.version!) }
  } catch (error) {
    if (error instanceof SnapshotFileError) return undefined
    throw error
  }
}

async function keep(file: string, kept: string): Promise<void> {
  const draft = `${kept}.${randomUUID()}`
  await linkOrCopy(file, draft)
  await rename(draft, kept)
}

/** A link where the file system has them, or else a copy. @returns whether there was a file */
async function linkOrCopy(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch(() => copyFile(from, to))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
