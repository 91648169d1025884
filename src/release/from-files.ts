/**
 * From files to a dataset whose release is in the folder: what a start, the command and a damaged release need.
 */
import { contextUrl } from '../dataset/context.ts'
import type { DescribedDataset } from '../dataset/dataset.ts'
import { type DatasetOptions, loadDataset } from '../dataset/load.ts'
import { JsonLd } from '../rdf/jsonld.ts'
import { publish } from './publish.ts'

export interface ReleaseOptions extends DatasetOptions {
  readonly releasesDir: string
  readonly publicUrl: string
}

/** @throws FaultsError with what is wrong in the data */
export async function publishFiles(options: ReleaseOptions): Promise<DescribedDataset> {
  const { releasesDir, publicUrl } = options
  const dataset = await loadDataset(options)
  return publish(dataset, { releasesDir, publicUrl, jsonLd: new JsonLd(contextUrl(publicUrl), dataset.context) })
}
