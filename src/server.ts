/**
 * Puts the program together. The workers that answer queries start while the front does: neither waits for what only
 * the other one needs, so nothing that is slow to load stands at the head of this file.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { contextFile, contextUrl } from './dataset/context.ts'
import type { Front } from './front.ts'
import { Budget } from './query/budget.ts'
import type { QueryEngine } from './query/engine.ts'
import { PooledEngine } from './query/pool/engine.ts'
import { prepareRelease } from './release/prepared.ts'
import { codeFolder } from './release/releases-folder.ts'
import type { Snapshot } from './store/snapshot/snapshot.ts'

export type Server = Front

/**
 * Loads and validates everything and builds the application, which does not listen yet.
 * @throws FaultsError with what is wrong in data, ontology or saved queries
 */
export async function createServer(config: Config): Promise<Server> {
  return config.sparqlEndpoint ? createServerOverEngine(config) : createServerOverSnapshot(config)
}

async function createServerOverEngine(config: Config): Promise<Server> {
  const [{ createFront }, { holdEngine }] = await Promise.all([
    import('./front.ts'),
    import('./serving/over-engine.ts'),
  ])
  return createFront(config, new Budget(config.queryBudgetS), (common) => holdEngine(config, common))
}

async function createServerOverSnapshot(config: Config): Promise<Server> {
  await using begun = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-'))
  begun.defer(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'snapshot')
  const prepared = await prepareRelease(config, file)
  const budget = new Budget(config.queryBudgetS)
  const engine = startEngine(config, file, prepared.snapshot, budget)
  begun.defer(() =>
    engine.then(
      (started) => started.close(),
      () => {},
    ),
  )
  const [{ createFront }, { holdSnapshot }] = await Promise.all([
    import('./front.ts'),
    import('./serving/over-snapshot.ts'),
  ])
  const front = await createFront(config, budget, (common) => holdSnapshot(config, prepared, engine, common))
  begun.defer(() => front.close())
  const running = begun.move()
  return { app: front.app, version: front.version, close: () => running.disposeAsync() }
}

/** Query workers read the graph from a file, so that one that died is replaced without the front's help. */
function startEngine(config: Config, file: string, snapshot: Snapshot, budget: Budget): Promise<QueryEngine> {
  return PooledEngine.start({
    snapshot,
    worker: {
      snapshot: file,
      contextUrl: contextUrl(config.publicUrl),
      contextFile: contextFile(config.ontologyDir),
      memoryMb: config.queryMemoryMb,
      codeCache: codeFolder(config.releasesDir),
      serviceAllow: config.serviceAllow,
    },
    workers: config.queryWorkers,
    queue: config.queryQueue,
    timeoutMs: config.queryTimeoutMs,
    budget,
    maxBytes: 256 * 1024 * 1024,
  })
}
