/** The query engine over the fuzzing data: the one place that names an implementation. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QueryEngine } from '../../src/query/engine.ts'
import { PooledEngine } from '../../src/query/pool/engine.ts'
import type { ContextDocument } from '../../src/rdf/jsonld.ts'
import { nQuads } from './data.ts'

/** How long one query may take. */
export const timeoutMs = 5_000

/** Starts it, with the files that its workers read in `folder`. */
export async function startEngine(folder: string, contextUrl: string, context: ContextDocument): Promise<QueryEngine> {
  const snapshot = join(folder, 'snapshot.nq')
  const contextFile = join(folder, 'context.jsonld')
  await writeFile(snapshot, nQuads)
  await writeFile(contextFile, JSON.stringify(context))
  return PooledEngine.start({
    worker: { snapshot, contextUrl, contextFile },
    workers: 2,
    queue: 64,
    timeoutMs,
    memoryMb: 512,
    budgetS: 0,
    maxBytes: 64 * 1024 * 1024,
  })
}
