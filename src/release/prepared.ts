/**
 * The release of the data as it is now, as a snapshot with its description: what a server serves, and `load` writes.
 */
import type { Config } from '../config.ts'
import type { DescribedDataset } from '../dataset/dataset.ts'
import { fingerprintOf } from '../dataset/fingerprint.ts'
import { type Prepared, prepareSnapshot } from '../store/prepared.ts'
import { stateOf } from './register.ts'
import { snapshotFolder } from './releases-folder.ts'

/**
 * @param file where the snapshot's file is put
 * @param load gives the dataset, whose release is made, where no earlier start has kept its snapshot
 * @throws FaultsError with what is wrong in the data
 */
export function prepareRelease(
  config: Config,
  file: string,
  load: () => Promise<DescribedDataset> = () => publish(config),
): Promise<Prepared> {
  const { releasesDir } = config
  return prepareSnapshot(
    () => fingerprintOf(config),
    () => stateOf(releasesDir),
    snapshotFolder(releasesDir),
    file,
    load,
  )
}

async function publish(config: Config): Promise<DescribedDataset> {
  const { publishFiles } = await import('./from-files.ts')
  return publishFiles(config)
}
