/** The rows of a SELECT over a snapshot, whose default graph is the union of all. */
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import type { AskEndpoint } from '../../../src/query/evaluation/services.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'

export type Row = Readonly<Record<string, { readonly value: string } | undefined>>

interface Surroundings {
  readonly memoryBytes?: number
  readonly askEndpoint?: AskEndpoint
}

const nobody = () => Promise.reject(new Error('nobody is asked here'))

export async function rows(
  text: string,
  snapshot: Snapshot,
  { memoryBytes = 1e9, askEndpoint = nobody }: Surroundings = {},
): Promise<readonly Row[]> {
  let json = ''
  const limits = { clock: () => 0, deadline: 1000, memoryBytes }
  const options = { snapshot, defaultGraph: 'union', limits, askEndpoint, jsonLd: nobody } as const
  await evaluate(parseQuery(text, 'x:'), 'application/sparql-results+json', options, (bytes) => {
    json += bytes
  })
  return JSON.parse(json).results.bindings
}
