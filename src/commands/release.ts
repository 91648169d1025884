/**
 * The command `release`: the data as it is now becomes a release, unless it is one already.
 */
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { contextUrl } from '../dataset/context.ts'
import { loadDataset } from '../dataset/load.ts'
import { ensureRelease } from '../dataset/release.ts'
import { checkReleasesDir } from '../dataset/releases-folder.ts'
import { JsonLd } from '../rdf/jsonld.ts'

/** @returns a sentence that says where it is */
export async function release(config: Config): Promise<string> {
  return `The release is in ${resolve(await makeRelease(config))}`
}

/**
 * The folder of the release of the data as it is now.
 * @throws FaultsError with what is wrong in the data, or if the folder cannot be written to
 */
export async function makeRelease(config: Config): Promise<string> {
  await checkReleasesDir(config.releasesDir)
  const dataset = await loadDataset(config)
  const jsonLd = new JsonLd(contextUrl(config.publicUrl), dataset.context)
  return ensureRelease(dataset, jsonLd, config.releasesDir)
}
