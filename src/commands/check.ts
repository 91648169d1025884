/**
 * The command `check`: is everything that would be served right?
 */
import type { Config } from '../config.ts'
import { loadDataset } from '../dataset/load.ts'
import { FaultsError } from '../errors.ts'
import { loadSavedQueries } from '../query/saved.ts'

/**
 * Parses and validates ontology, data, links and saved queries.
 * @returns a sentence about what holds
 * @throws FaultsError with every fault, each with its file and line
 */
export async function check(config: Config): Promise<string> {
  const parts = [loadDataset(config), loadSavedQueries(config.queriesDir, config.baseIri)] as const
  const results = await Promise.allSettled(parts)
  const failures = results
    .filter(({ status }) => status === 'rejected')
    .map((result) => (result as PromiseRejectedResult).reason)
  const unexpected = failures.find((reason) => !(reason instanceof FaultsError))
  if (unexpected) throw unexpected
  if (failures.length) throw new FaultsError(failures.flatMap((failure: FaultsError) => failure.faults))
  const [dataset, queries] = await Promise.all(parts)
  return `${dataset.quads.length} quads and ${queries.size} saved queries hold. Version ${dataset.version.name}`
}
