/**
 * An endpoint that our own evaluation plays over other data.
 */
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import type { ServiceAnswer } from '../../../src/query/service/answer.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { json } from './endpoint.ts'

/** The result document of a SELECT query over a snapshot. */
export async function play(query: string, snapshot: Snapshot): Promise<ServiceAnswer> {
  const chunks: Uint8Array[] = []
  const limits = { clock: () => 0, deadline: 1000, memoryBytes: 1e9 }
  const nobody = () => Promise.reject(new Error('nobody is asked there'))
  const options = { snapshot, defaultGraph: 'union', limits, askEndpoint: nobody, jsonLd: nobody } as const
  await evaluate(parseQuery(query, 'http://x/'), json, options, (bytes) => {
    chunks.push(Uint8Array.from(bytes))
  })
  return { mediaType: json, bytes: Buffer.concat(chunks) }
}
