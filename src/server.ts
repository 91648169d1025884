/**
 * Puts the program together: the one place where the implementations of store and engine are named.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Dataset } from './dataset/dataset.ts'
import { loadDataset } from './dataset/load.ts'
import { checkReleasesDir, ensureRelease } from './dataset/release.ts'
import { buildApp } from './http/app.ts'
import type { QueryEngine } from './query/engine.ts'
import { PooledEngine } from './query/pool/engine.ts'
import { loadSavedQueries } from './query/saved.ts'
import { type ContextDocument, JsonLd } from './rdf/jsonld.ts'
import { MemoryStore } from './store/memory.ts'
import { buildSnapshot } from './store/snapshot/build.ts'
import { writeSnapshot } from './store/snapshot/file.ts'

export interface Server {
  readonly app: FastifyInstance
  close(): Promise<void>
}

/**
 * Loads and validates everything and builds the application, which does not listen yet.
 * @throws FaultsError with what is wrong in data, ontology or saved queries
 */
export async function createServer(config: Config): Promise<Server> {
  const { baseIri, publicUrl } = config
  const [dataset, queries] = await Promise.all([loadDataset(config), loadSavedQueries(config.queriesDir, baseIri)])
  const { shapes, context } = dataset
  const jsonLd = createJsonLd(config, context)
  const store = new MemoryStore(dataset)
  await checkReleasesDir(config.releasesDir)
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-'))
  const engine = await startEngine(config, dataset, folder)
  // Everything else can be served meanwhile; what a dump's request then waits for is this.
  const release = ensureRelease(dataset, jsonLd, config.releasesDir)
  release.catch(() => {})
  const app = await buildApp({ baseIri, publicUrl, store, engine, queries, shapes, context, jsonLd, release }, config)
  const close = async () => {
    await app.close()
    await release.catch(() => {})
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, close }
}

/** Query workers read the graph from a file, so that one that died is replaced without the front's help. */
async function startEngine(config: Config, { quads, description }: Dataset, folder: string): Promise<QueryEngine> {
  const snapshot = join(folder, 'snapshot')
  await writeSnapshot(buildSnapshot([...quads, ...description]), snapshot)
  return PooledEngine.start({
    worker: {
      snapshot,
      contextUrl: contextUrl(config),
      contextFile: join(config.ontologyDir, 'context.jsonld'),
      memoryMb: config.queryMemoryMb,
      codeCache: join(folder, 'code'),
      serviceAllow: config.serviceAllow,
    },
    workers: config.queryWorkers,
    queue: config.queryQueue,
    timeoutMs: config.queryTimeoutMs,
    budgetS: config.queryBudgetS,
    maxBytes: 256 * 1024 * 1024,
  })
}

/** JSON-LD with that context under its public address. */
export function createJsonLd({ publicUrl }: Pick<Config, 'publicUrl'>, context: ContextDocument): JsonLd {
  return new JsonLd(contextUrl({ publicUrl }), context)
}

function contextUrl({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `${publicUrl}ontology/context.jsonld`
}
