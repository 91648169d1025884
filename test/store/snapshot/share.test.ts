import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { termKey } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { columnsIn } from '../../../src/store/snapshot/columns.ts'
import { Random } from '../../fuzz/random.ts'
import { randomQuads } from './quads.ts'

const quads = randomQuads(new Random(1, 3))
const snapshot = buildSnapshot(quads)

test('another thread finds the same triples in the same memory', async () => {
  const worker = new Worker(new URL('./attach-worker.ts', import.meta.url), { workerData: snapshot.share() })
  const [{ triples, buffer }] = await once(worker, 'message')
  const keys = quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(termKey).join('\n'))
  expect(triples.map((triple: string[]) => triple.join('\n')).sort()).toEqual([...new Set(keys)].sort())

  // No one may write it, but only so is it seen to be the same memory and no copy.
  const bytes = new Uint8Array(snapshot.union.spo.second.buffer)
  bytes[0]! ^= 1
  expect(new Uint8Array(buffer)[0]).toBe(bytes[0])
  await worker.terminate()
})

test('all of its memory is shared and counted', () => {
  const columns = columnsIn(snapshot.share())
  expect(columns.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([])
  expect(snapshot.bytes).toBe(columns.reduce((sum, { buffer }) => sum + buffer.byteLength, 0))
})
