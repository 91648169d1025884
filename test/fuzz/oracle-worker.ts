/** Oxigraph over the fuzzing data, in a thread that can be ended: its queries know no deadline. */
import { parentPort } from 'node:worker_threads'
import oxigraph from 'oxigraph'
import { base, nQuads } from './data.ts'
import type { ProtocolDataset } from './requests.ts'

const store = new oxigraph.Store()
store.load(nQuads, { format: 'application/n-quads' })

export interface Question {
  readonly text: string
  readonly graph: boolean
  readonly dataset?: ProtocolDataset | undefined
}

parentPort!.on('message', ({ text, graph, dataset }: Question) => {
  try {
    const named = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri))
    const answer = store.query(text, {
      base_iri: base,
      results_format: graph ? 'application/n-triples' : 'json',
      ...(dataset && { default_graph: named(dataset.defaultGraphs), named_graphs: named(dataset.namedGraphs) }),
    })
    parentPort!.postMessage({ answer })
  } catch (error) {
    parentPort!.postMessage({ error: String((error as Error).message ?? error) })
  }
})
