/**
 * Builds a snapshot in a thread of its own: whoever asks for it goes on answering, and what sorting needs goes when the
 * thread ends. The memory of the snapshot is shared, not copied.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { About } from './file.ts'
import { attachSnapshot, type Snapshot, type SnapshotParts } from './snapshot.ts'

export interface BuildOrder {
  /** Where the snapshot is saved. */
  readonly file: string
  readonly about: About
}

/**
 * @param nQuads a whole document in UTF-8
 * @throws Error that says where it is not N-Quads, or why it cannot be saved
 */
export async function buildInThread(nQuads: Uint8Array, order: BuildOrder): Promise<Snapshot> {
  const worker = new Worker(new URL('./build-thread.ts', import.meta.url), { stdin: true, workerData: order })
  worker.stdin!.end(nQuads)
  // Nobody hears of the end that comes after the snapshot.
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`The thread that builds the snapshot ended with ${code} and without one.`)
  })
  const [parts] = (await Promise.race([once(worker, 'message'), ended])) as [SnapshotParts]
  return attachSnapshot(parts)
}
