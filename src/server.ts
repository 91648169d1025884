/**
 * Puts the program together: the one place where the implementations of store and engine are named.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { loadDataset, readShapes } from './dataset/load.ts'
import { ensureRelease } from './dataset/release.ts'
import { FaultsError } from './errors.ts'
import { buildApp } from './http/app.ts'
import { ComunicaEngine } from './query/comunica.ts'
import { loadSavedQueries } from './query/saved.ts'
import { type ContextDocument, JsonLd } from './rdf/jsonld.ts'
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
  const engine = new ComunicaEngine({ source: store.source, baseIri, timeoutMs: config.queryTimeoutMs, jsonLd })
  const app = await buildApp({ baseIri, publicUrl, store, engine, queries, shapes, context, jsonLd, release }, config)
  const close = async () => {
    await app.close()
    await engine.close()
  }
  return { app, close }
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
  return new JsonLd(`${publicUrl}ontology/context.jsonld`, context)
}
