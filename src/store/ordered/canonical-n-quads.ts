/**
 * A snapshot as canonical N-Quads: each quad once, the lines sorted by their bytes, which is by code point (RDF Dataset
 * Canonicalization §5; without blank nodes there is nothing to relabel).
 *
 * What follows a term in a line sorts before all that could make the term longer, so lines sort by their terms in turn.
 */
import type { Snapshot } from '../snapshot/snapshot.ts'
import { idsWithRows } from '../snapshot/sorted-rows.ts'
import { LineWriter } from './line-writer.ts'
import { ranksOf } from './ranks.ts'
import { sortIds } from './sort-ids.ts'
import { WrittenKeys } from './sort-keys.ts'
import { SubjectRows } from './subject-rows.ts'
import { TripleGraphs } from './triple-graphs.ts'

/** @param snapshot without blank nodes */
export function* canonicalNQuads(snapshot: Snapshot): Generator<Uint8Array, void> {
  const { union, stored } = snapshot
  const keys = new WrittenKeys(stored)
  const rows = new SubjectRows(ranksOf(idsWithRows(union.pos.offsets), keys, snapshot), keys)
  const graphs = new TripleGraphs(snapshot, keys)
  const subjects = idsWithRows(union.spo.offsets)
  sortIds(subjects, keys)
  const lines = new LineWriter(stored)
  for (const subject of subjects) {
    const { offsets, second, third } = union.spo
    rows.set(second, third, offsets[subject]!, offsets[subject + 1]!)
    graphs.setSubject(subject)
    lines.setSubject(subject)
    for (let row = 0; row < rows.length; row++) {
      const predicate = rows.predicates[row]!
      const object = rows.objects[row]!
      graphs.setTriple(predicate, object)
      for (let index = 0; index < graphs.length; index++) {
        lines.write(predicate, object, graphs.ids[index]!)
        if (lines.isPiece) yield lines.take()
      }
    }
  }
  if (lines.length) yield lines.take()
}
