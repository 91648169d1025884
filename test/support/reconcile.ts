/**
 * Reconciliation in process, of the shipped graph or of another one.
 */
import type { Quad } from '../../src/rdf/environment.ts'
import type { Candidate, ReconciliationQuery } from '../../src/reconciliation/candidates.ts'
import { reconciliationOver } from '../../src/reconciliation/reconciliation.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { baseIri, dataset } from './dataset.ts'

/** A query as clients send it, for what they leave out. */
const blank: ReconciliationQuery = { types: [], typeStrict: 'should', limit: 5, properties: [] }

/** The candidates in French, and how often others could have had their turn. */
export type Reconcile = (query: Partial<ReconciliationQuery>) => {
  readonly result: readonly Candidate[]
  readonly stops: number
}

export async function reconciler(quads: readonly Quad[] = dataset.quads): Promise<Reconcile> {
  const source = new SnapshotSource(buildSnapshot(quads))
  const { candidates } = await reconciliationOver(source, { baseIri, publicUrl: baseIri })((parts) => parts)
  return (query) => {
    const work = candidates.of({ ...blank, ...query }, 'fr')
    for (let stops = 0; ; stops++) {
      const { done, value } = work.next()
      if (done) return { result: value, stops }
    }
  }
}
