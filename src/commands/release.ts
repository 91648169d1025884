/**
 * The command `release`: the data as it is now becomes a release, unless it is one already, and servers find all that they
 * start from.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { publishFiles } from '../release/from-files.ts'
import { prepareRelease } from '../release/prepared.ts'

/**
 * @returns a sentence that says where it is
 * @throws FaultsError as `makeRelease` does
 */
export async function release(config: Config): Promise<string> {
  const dataset = await publishFiles(config)
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-'))
  try {
    await prepareRelease(config, join(folder, 'snapshot'), async () => dataset)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return `The release is in ${resolve(join(config.releasesDir, dataset.version.name))}`
}

/**
 * The folder of the release of the data as it is now.
 * @throws FaultsError with what is wrong in the data, or if the folder cannot be written to
 */
export async function makeRelease(config: Config): Promise<string> {
  const { version } = await publishFiles(config)
  return join(config.releasesDir, version.name)
}
