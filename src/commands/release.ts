/**
 * The command `release`: the data as it is now becomes a release, unless it is one already.
 */
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { publishFiles } from '../release/from-files.ts'

/** @returns a sentence that says where it is */
export async function release(config: Config): Promise<string> {
  return `The release is in ${resolve(await makeRelease(config))}`
}

/**
 * The folder of the release of the data as it is now.
 * @throws FaultsError with what is wrong in the data, or if the folder cannot be written to
 */
export async function makeRelease(config: Config): Promise<string> {
  const { version } = await publishFiles(config)
  return join(config.releasesDir, version.name)
}
