/**
 * The command `dump`: the release as files, without a server.
 */
import { cp, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { FaultsError } from '../errors.ts'
import { makeRelease } from './release.ts'

/**
 * Copies the release of this data, made now if there is none, into a folder.
 * @returns a sentence that says where
 */
export async function dump(config: Config, folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    throw new FaultsError([{ message: 'dump: name the folder to write to, as in: npm run dump -- DIR' }])
  }
  const release = await makeRelease(config)
  await mkdir(folder, { recursive: true })
  await cp(release, folder, { recursive: true })
  return `The release is in ${resolve(folder)}`
}
