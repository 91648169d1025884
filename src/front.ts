/**
 * The front process: the store and the application over a snapshot that is there already.
 */
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { contextUrl, readContext } from './dataset/context.ts'
import { ensureRelease } from './dataset/release.ts'
import { readShapes } from './dataset/shapes.ts'
import { StoredReleases } from './dataset/stored-releases.ts'
import { buildApp } from './http/app.ts'
import type { QueryEngine } from './query/engine.ts'
import { loadSavedQueries } from './query/saved.ts'
import { JsonLd } from './rdf/jsonld.ts'
import type { Prepared } from './store/prepared.ts'
import { SnapshotDataset } from './store/snapshot-dataset.ts'
import { SnapshotStore } from './store/snapshot-store.ts'

export interface Front {
  readonly app: FastifyInstance
  close(): Promise<void>
}

/**
 * @param engine awaited last; it is the caller's to close
 * @throws FaultsError with what is wrong in the saved queries
 */
export async function createFront(
  config: Config,
  { snapshot, version }: Prepared,
  engine: Promise<QueryEngine>,
): Promise<Front> {
  const { baseIri, publicUrl, releasesDir } = config
  const [queries, shapes, context] = await Promise.all([
    loadSavedQueries(config.queriesDir, baseIri),
    readShapes(config),
    readContext(config.ontologyDir),
  ])
  const jsonLd = new JsonLd(contextUrl(publicUrl), context)
  const store = new SnapshotStore(snapshot, version, baseIri)
  // Everything else can be served meanwhile; what a dump's request then waits for is this.
  const release = ensureRelease(new SnapshotDataset(snapshot, version, baseIri), jsonLd, releasesDir)
  release.catch(() => {})
  const releases = new StoredReleases(releasesDir)
  const services = {
    releases,
    baseIri,
    publicUrl,
    store,
    engine: await engine,
    queries,
    shapes,
    context,
    jsonLd,
    release,
  }
  const app = await buildApp(services, config)
  const close = async () => {
    await app.close()
    await release.catch(() => {})
  }
  return { app, close }
}
