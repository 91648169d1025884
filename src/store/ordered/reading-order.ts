/**
 * The quads of a snapshot in the order of `rdf/order.ts`, without more than the order of the subjects in memory.
 */
import { type Quad, rdf } from '../../rdf/environment.ts'
import { rdfNs } from '../../rdf/namespaces.ts'
import { lowerBound } from '../snapshot/lower-bound.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { idsWithRows } from '../snapshot/sorted-rows.ts'
import { ranksOf } from './ranks.ts'
import { sortIds } from './sort-ids.ts'
import { NameKeys, NaturalKeys, WrittenKeys } from './sort-keys.ts'
import { SubjectRows } from './subject-rows.ts'

/** Graph by graph, the default graph first, and subject by subject. */
export function* quadsInOrder(snapshot: Snapshot): Generator<Quad, void> {
  const { offsets, second, third, fourth } = snapshot.byGraph.gspo
  const rows = subjectRows(snapshot)
  const keys = new NaturalKeys(snapshot.stored)
  const graphs = idsWithRows(offsets)
  sortIds(graphs, keys)
  for (const graph of graphs) {
    const [start, end] = [offsets[graph]!, offsets[graph + 1]!]
    const subjects = distinct(second.subarray(start, end))
    sortIds(subjects, keys)
    for (const subject of subjects) {
      const from = lowerBound(second, subject, start, end)
      rows.set(third, fourth, from, lowerBound(second, subject + 1, from, end))
      yield* quadsOf(subject, rows, graph, snapshot)
    }
  }
}

/** The union of all graphs, each triple once, as quads of the default graph. */
export function* triplesInOrder(snapshot: Snapshot): Generator<Quad, void> {
  const { offsets, second, third } = snapshot.union.spo
  const rows = subjectRows(snapshot)
  const subjects = idsWithRows(offsets)
  sortIds(subjects, new NaturalKeys(snapshot.stored))
  for (const subject of subjects) {
    rows.set(second, third, offsets[subject]!, offsets[subject + 1]!)
    yield* quadsOf(subject, rows, snapshot.defaultGraph, snapshot)
  }
}

function subjectRows(snapshot: Snapshot): SubjectRows {
  const ranks = ranksOf(idsWithRows(snapshot.union.pos.offsets), new NameKeys(snapshot.stored), snapshot)
  const type = snapshot.idOf(rdfNs.type!)
  if (type) ranks[type] = 0
  return new SubjectRows(ranks, new WrittenKeys(snapshot.stored))
}

function* quadsOf(subject: number, rows: SubjectRows, graph: number, { termOf }: Snapshot): Generator<Quad, void> {
  for (let row = 0; row < rows.length; row++) {
    const [predicate, object] = [termOf(rows.predicates[row]!), termOf(rows.objects[row]!)]
    yield rdf.quad(termOf(subject) as never, predicate as never, object as never, termOf(graph) as never) as Quad
  }
}

/** Each id of a sorted column once. */
function distinct(column: Uint32Array): Uint32Array {
  return column.filter((id, row) => row === 0 || id !== column[row - 1])
}
