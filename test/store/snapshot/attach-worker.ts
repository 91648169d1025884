/** Attaches to a snapshot that another thread sent, and answers what it finds in it. */
import { parentPort, workerData } from 'node:worker_threads'
import { termKey } from '../../../src/rdf/terms.ts'
import { attachSnapshot } from '../../../src/store/snapshot/snapshot.ts'

const snapshot = attachSnapshot(workerData)
const { offsets, second, third } = snapshot.union.spo
const triples: string[][] = []
for (let subject = 1; subject <= snapshot.termCount; subject++) {
  for (let row = offsets[subject]!; row < offsets[subject + 1]!; row++) {
    triples.push([subject, second[row]!, third[row]!].map((id) => termKey(snapshot.termOf(id))))
  }
}
parentPort!.postMessage({ triples, buffer: second.buffer })
