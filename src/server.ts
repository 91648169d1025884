/**
 * Puts the program together: the one place where the implementations of store and engine are named.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Dataset } from './dataset/dataset.ts'
import { loadDataset, readShapes } from './dataset/load.ts'
import { ensureRelease } from './dataset/release.ts'
import { FaultsError } from './errors.ts'
import { buildApp } from './http/app.ts'
import type { QueryEngine } from './query/engine.ts'
import { PooledEngine } from './query/pool/engine.ts'
import { loadSavedQueries } from './query/saved.ts'
import { nQuads } from './rdf/formats.ts'
import { type ContextDocument, JsonLd } from './rdf/jsonld.ts'
import { toLines } from './rdf/serialize.ts'
import { MemoryStore } from './store/memory.ts'

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
  const [dataset, queries, shapes, context] = await Promise.all([
    loadDataset(config),
    loadSavedQueries(config.queriesDir, baseIri),
    readShapes(config),
    readContext(config),
  ])
  const jsonLd = createJsonLd(config, context)
  const release = await ensureRelease(dataset, jsonLd, config.releasesDir)
  const store = new MemoryStore(dataset)
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-'))
  const engine = await startEngine(config, dataset, folder)
  const app = await buildApp({ baseIri, publicUrl, store, engine, queries, shapes, context, jsonLd, release }, config)
  const close = async () => {
    await app.close()
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, close }
}

/** Query workers read the graph from a file, so that one that died is replaced without the front's help. */
async function startEngine(config: Config, { quads, description }: Dataset, folder: string): Promise<QueryEngine> {
  const snapshot = join(folder, 'snapshot.nq')
  await writeFile(snapshot, toLines([...quads, ...description], nQuads))
  return PooledEngine.start({
    worker: {
      snapshot,
      contextUrl: contextUrl(config),
      contextFile: join(config.ontologyDir, 'context.jsonld'),
    },
    workers: config.queryWorkers,
    queue: config.queryQueue,
    timeoutMs: config.queryTimeoutMs,
    memoryMb: config.queryMemoryMb,
    budgetS: config.queryBudgetS,
    maxBytes: 256 * 1024 * 1024,
  })
}

/** The context document of `ONTOLOGY_DIR`. */
export async function readContext({ ontologyDir }: Pick<Config, 'ontologyDir'>): Promise<ContextDocument> {
  const file = join(ontologyDir, 'context.jsonld')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new FaultsError([{ file, message: (error as Error).message }])
  }
}

/** JSON-LD with that context under its public address. */
export function createJsonLd({ publicUrl }: Pick<Config, 'publicUrl'>, context: ContextDocument): JsonLd {
  return new JsonLd(contextUrl({ publicUrl }), context)
}

function contextUrl({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `${publicUrl}ontology/context.jsonld`
}
