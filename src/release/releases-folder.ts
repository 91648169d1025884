/**
 * The folder of releases, and what a start leaves in it for the next one.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FaultsError } from '../errors.ts'

/** What a file system answers where nothing can be written, or nothing more. */
const unwritable = ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST']

/**
 * Does what writes to the folder.
 * @throws FaultsError if the folder cannot be written to, with why
 */
export async function writing<T>(releasesDir: string, work: () => Promise<T>): Promise<T> {
  try {
    await mkdir(releasesDir, { recursive: true })
    return await work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!unwritable.includes(code)) throw error
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
