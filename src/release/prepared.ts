/**
 * The release of the data as it is now, as a snapshot with its description: what a server serves, and `load` writes.
 */
import type { Config } from '../config.ts'
import { fingerprintOf } from '../dataset/fingerprint.ts'
import { type Prepared, prepareSnapshot } from '../store/prepared.ts'
import { stateOf } from './register.ts'
import { snapshotFolder } from './releases-folder.ts'

/**
 * @param file where the snapshot's file is put
 * @throws FaultsError with what is wrong in the data
 */
export function prepareRelease(config: Config, file: string): Promise<Prepared> {
  const { releasesDir } = config
  return prepareSnapshot(
    () => fingerprintOf(config),
    () => stateOf(releasesDir),
    snapshotFolder(releasesDir),
    file,
    async () => {
      const { publishFiles } = await import('./from-files.ts')
      return publishFiles(config)
    },
  )
}
