/**
 * The front process: the store and the application over a snapshot that is there already.
 */
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { contextUrl, readContext } from './dataset/context.ts'
import { readShapes } from './dataset/shapes.ts'
import { FaultsError } from './errors.ts'
import { buildApp } from './http/app.ts'
import type { QueryEngine } from './query/engine.ts'
import { loadSavedQueries } from './query/saved.ts'
import { JsonLd } from './rdf/jsonld.ts'
import { StoredReleases } from './release/stored-releases.ts'
import type { Prepared } from './store/prepared.ts'
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
  const releases = new StoredReleases(releasesDir)
  // Everything else can be served meanwhile; what a dump's request then waits for is this.
  const release = ensureRelease(releases, version.name, config)
  release.catch(() => {})
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

/** A start that found its snapshot has not seen its release, which may have been damaged or taken away since. */
async function ensureRelease(releases: StoredReleases, name: string, config: Config): Promise<void> {
  if (await releases.release(name)) return
  const { publishFiles } = await import('./release/from-files.ts')
  const { version } = await publishFiles(config)
  if (version.name !== name) throw new FaultsError([{ message: `The data is no longer that of release ${name}` }])
}
