/**
 * The front process: the store and the application over a snapshot that is there already.
 */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { contextUrl, readContext } from './dataset/context.ts'
import { datasetIri, graphNames } from './dataset/graphs.ts'
import { readShapes } from './dataset/shapes.ts'
import { FaultsError } from './errors.ts'
import { buildApp } from './http/app.ts'
import type { Budget } from './query/budget.ts'
import type { QueryEngine } from './query/engine.ts'
import { loadSavedQueries } from './query/saved.ts'
import { turtle } from './rdf/formats.ts'
import { JsonLd } from './rdf/jsonld.ts'
import { writeQuads } from './rdf/write.ts'
import { reconciliationOver } from './reconciliation/reconciliation.ts'
import { metadataFile } from './release/files.ts'
import { StoredReleases } from './release/stored-releases.ts'
import { siteOver } from './site/site.ts'
import type { Prepared } from './store/prepared.ts'
import { SnapshotSource } from './store/snapshot/source.ts'
import { SnapshotStore } from './store/snapshot-store.ts'
import type { Store } from './store/store.ts'

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
  budget: Budget,
): Promise<Front> {
  const { baseIri, publicUrl, releasesDir } = config
  const [queries, shapes, context] = await Promise.all([
    loadSavedQueries(config.queriesDir, baseIri),
    readShapes(config),
    readContext(config.ontologyDir),
  ])
  const jsonLd = new JsonLd(contextUrl(publicUrl), context)
  const store = new SnapshotStore(snapshot, version, baseIri)
  const releases = new StoredReleases(releasesDir, datasetIri(baseIri))
  // Everything else can be served meanwhile; what a dump's request then waits for is this.
  const begun = saysWhatWeSay(store, releases, version.name, baseIri, jsonLd).then(async (isSame) => {
    if (!isSame) await publishAgain(version.name, config)
  })
  const release = current(releases, version.name, config, begun)
  const services = {
    releases,
    baseIri,
    publicUrl,
    store,
    engine: await engine,
    budget,
    readReconciliation: reconciliationOver(new SnapshotSource(snapshot), config),
    readSite: siteOver(new SnapshotSource(snapshot), () => store.subjects(), version, config),
    queries,
    shapes,
    context,
    jsonLd,
    release,
  }
  const app = await buildApp(services, config)
  const close = async () => {
    await app.close()
    await begun.catch(() => {})
  }
  return { app, close }
}

/** Milliseconds after which a release that could not be made is tried again. */
const pause = 60_000

/**
 * The current release may have been damaged or taken away since it was made, also under a running server. It is made anew,
 * once at a time; where that fails, not again soon.
 * @param begun what the start has begun: nobody makes the same beside it
 */
function current(releases: StoredReleases, name: string, config: Config, begun: Promise<void>): () => Promise<void> {
  let making: { readonly since: number; readonly done: Promise<void> } | undefined
  making = { since: performance.now(), done: begun }
  begun.then(
    () => {
      making = undefined
    },
    () => {},
  )
  return async () => {
    if (await releases.release(name)) {
      making = undefined
      return
    }
    if (!making || performance.now() - making.since > pause) {
      making = { since: performance.now(), done: publishAgain(name, config) }
    }
    return making.done
  }
}

/** Whether the release that a start finds is whole, and its metadata is what the store has: it may be of another address. */
async function saysWhatWeSay(
  store: Store,
  releases: StoredReleases,
  name: string,
  baseIri: string,
  jsonLd: JsonLd,
): Promise<boolean> {
  const metadata = (await releases.release(name))?.files.get(metadataFile)
  if (!metadata) return false
  const description = await store.graph(graphNames(baseIri).dataset)
  return (await readFile(metadata.path, 'utf8')) === (await writeQuads(description, turtle, jsonLd))
}

async function publishAgain(name: string, config: Config): Promise<void> {
  const { publishFiles } = await import('./release/from-files.ts')
  const { version } = await publishFiles(config)
  if (version.name !== name) throw new FaultsError([{ message: `The data is no longer that of release ${name}` }])
}
