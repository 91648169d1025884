/** Our evaluation as a query worker does it, without the pool and the pipe. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import { readSnapshot, writeSnapshot } from '../../../src/store/snapshot/file.ts'
import { snapshotOfNQuads } from '../../../src/store/snapshot/n-quads.ts'
import { base } from '../planet/names.ts'
import { isGraphForm, type Load } from './engine.ts'

const clock = () => performance.now()
const refuse = () => Promise.reject(new Error('no query of the benchmark needs that'))

export const load: Load = async (file) => {
  const snapshot = await snapshotOfNQuads(createReadStream(file, { highWaterMark: 2 ** 20 }), file)
  const options = { snapshot, defaultGraph: 'union', askEndpoint: refuse, jsonLd: refuse } as const
  return {
    async answer(text, form) {
      const limits = { clock, deadline: clock() + 600_000, memoryBytes: 2 ** 32 }
      const chunks: Buffer[] = []
      const mediaType = isGraphForm(form) ? 'application/n-triples' : 'application/sparql-results+json'
      await evaluate(parseQuery(text, base), mediaType, { ...options, limits }, (chunk) => chunks.push(chunk))
      return Buffer.concat(chunks)
    },
    async further() {
      const saved = `${file}.snapshot`
      const write = await secondsOf(() => writeSnapshot(snapshot, saved))
      const read = await secondsOf(() => readSnapshot(saved))
      await rm(saved)
      return { 'snapshot, MB': snapshot.bytes / 1e6, 'written, s': write, 'read back, s': read }
    },
  }
}

async function secondsOf(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
