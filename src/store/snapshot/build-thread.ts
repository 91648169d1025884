/**
 * Builds and saves a snapshot of the N-Quads that come in on the standard input, for `buildInThread`.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { BuildOrder } from './build-in-thread.ts'
import { writeSnapshot } from './file.ts'
import { snapshotOfNQuads } from './n-quads.ts'

const { file, about } = workerData as BuildOrder
const snapshot = await snapshotOfNQuads(process.stdin, file)
await writeSnapshot(snapshot, file, about)
parentPort!.postMessage(snapshot.share())
