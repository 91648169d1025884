/**
 * The front process: the application over what is served, which others hold.
 */
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { contextUrl, readContext } from './dataset/context.ts'
import { datasetIri } from './dataset/graphs.ts'
import { readShapes } from './dataset/shapes.ts'
import type { Version } from './dataset/version.ts'
import { buildApp } from './http/app.ts'
import type { Budget } from './query/budget.ts'
import { loadSavedQueries } from './query/saved.ts'
import { JsonLd } from './rdf/jsonld.ts'
import { StoredReleases } from './release/stored-releases.ts'
import type { Common, Held } from './serving/held.ts'
import { Holdings } from './serving/holdings.ts'

export interface Front {
  readonly app: FastifyInstance
  /** Of the data that it begins with. */
  readonly version: Version
  close(): Promise<void>
}

/** @throws FaultsError with what is wrong in the saved queries, and what `hold` throws */
export async function createFront(
  config: Config,
  budget: Budget,
  hold: (common: Common) => Promise<Held>,
): Promise<Front> {
  const { baseIri, publicUrl } = config
  const [queries, shapes, context] = await Promise.all([
    loadSavedQueries(config.queriesDir, baseIri),
    readShapes(config),
    readContext(config.ontologyDir),
  ])
  const jsonLd = new JsonLd(contextUrl(publicUrl), context)
  const releases = new StoredReleases(config.releasesDir, datasetIri(baseIri))
  const common: Common = { baseIri, publicUrl, budget, queries, shapes, context, jsonLd, releases }
  const { holding, begin, close } = await hold(common)
  const holdings = new Holdings(holding)
  // Where nothing takes its place, nobody has to ask which it is.
  const app = await buildApp({ ...common, ...(begin ? holdings.services : holding) }, config, begin && holdings)
  begin?.(holdings)
  return {
    app,
    version: holding.store.version(),
    close: async () => {
      await app.close()
      await close()
    },
  }
}
