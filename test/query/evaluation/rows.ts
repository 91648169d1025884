/** The rows of a SELECT over a snapshot, whose default graph is the union of all. */
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'

export type Row = Readonly<Record<string, { readonly value: string } | undefined>>

export async function rows(text: string, snapshot: Snapshot, memoryBytes = 1e9): Promise<readonly Row[]> {
  let json = ''
  const limits = { clock: () => 0, deadline: 1, memoryBytes }
  const nobody = () => Promise.reject(new Error('nobody is asked here'))
  const options = { snapshot, defaultGraph: 'union', limits, askEndpoint: nobody, jsonLd: nobody } as const
  await evaluate(parseQuery(text, 'x:'), 'application/sparql-results+json', options, (bytes) => {
    json += bytes
  })
  return JSON.parse(json).results.bindings
}
