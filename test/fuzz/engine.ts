/** The query engine over the fuzzing data: the one place that names an implementation. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Budget } from '../../src/query/budget.ts'
import type { QueryEngine } from '../../src/query/engine.ts'
import { PooledEngine } from '../../src/query/pool/engine.ts'
import type { ContextDocument } from '../../src/rdf/jsonld.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { writeSnapshot } from '../../src/store/snapshot/file.ts'
import { quads } from './data.ts'

/** How long one query may take. */
export const timeoutMs = 5_000

/** How long one answer may be: much less than in use, so that it is soon compared. */
export const maxBytes = 16 * 1024 * 1024

/** Starts it, with the files that its workers read in `folder`. */
export async function startEngine(folder: string, contextUrl: string, context: ContextDocument): Promise<QueryEngine> {
  const snapshot = join(folder, 'snapshot')
  const contextFile = join(folder, 'context.jsonld')
  await writeSnapshot(buildSnapshot(quads), snapshot)
  await writeFile(contextFile, JSON.stringify(context))
  return PooledEngine.start({
    worker: { snapshot, contextUrl, contextFile, memoryMb: 512, codeCache: join(folder, 'code'), serviceAllow: [] },
    workers: 2,
    queue: 64,
    timeoutMs,
    budget: new Budget(0),
    maxBytes,
  })
}
