/**
 * The folder of releases, and what a start leaves in it for the next one.
 */
import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FaultsError } from '../errors.ts'

/** @throws FaultsError if the folder cannot be made or written to */
export async function checkReleasesDir(releasesDir: string): Promise<void> {
  try {
    await mkdir(releasesDir, { recursive: true })
    await access(releasesDir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new FaultsError([{ message: `RELEASES_DIR=${releasesDir}: cannot be written to (${code})` }])
  }
}

/** Where the snapshot is kept. */
export function snapshotFolder(releasesDir: string): string {
  return join(releasesDir, '.prepared')
}

/** Where compiled code is kept. */
export function codeFolder(releasesDir: string): string {
  return join(releasesDir, '.prepared', 'code')
}
