/**
 * The command `dump`: the release as files, without a server.
 */
import { cp, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { contextUrl } from '../dataset/context.ts'
import { loadDataset } from '../dataset/load.ts'
import { ensureRelease } from '../dataset/release.ts'
import { checkReleasesDir } from '../dataset/releases-folder.ts'
import { FaultsError } from '../errors.ts'
import { JsonLd } from '../rdf/jsonld.ts'

/**
 * Copies the release of this data, made now if there is none, into a folder.
 * @returns a sentence that says where
 */
export async function dump(config: Config, folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    throw new FaultsError([{ message: 'dump: name the folder to write to, as in: npm run dump -- DIR' }])
  }
  await checkReleasesDir(config.releasesDir)
  const dataset = await loadDataset(config)
  const release = await ensureRelease(
    dataset,
    new JsonLd(contextUrl(config.publicUrl), dataset.context),
    config.releasesDir,
  )
  await mkdir(folder, { recursive: true })
  await cp(release, folder, { recursive: true })
  return `The release is in ${resolve(folder)}`
}
