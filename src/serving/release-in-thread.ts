/**
 * Makes the files of a release of what an engine of others has, in a thread of its own: who asks for pages meanwhile waits
 * for none of it, and what it takes of memory goes when the thread ends.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Config } from '../config.ts'
import type { Version } from '../dataset/version.ts'

export interface ReleaseOrder {
  readonly config: Config
  readonly version: Version
}

/**
 * @param signal ends the thread; what it has written is a draft, which the next one takes away
 * @throws FaultsError and EngineError as plain errors, and the signal's reason
 */
export async function releaseInThread(order: ReleaseOrder, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./release-thread.ts', import.meta.url), { workerData: order })
  const end = () => void worker.terminate()
  signal.addEventListener('abort', end)
  try {
    // An error that the thread throws is one of `once`.
    await once(worker, 'exit')
  } finally {
    signal.removeEventListener('abort', end)
  }
  signal.throwIfAborted()
}
