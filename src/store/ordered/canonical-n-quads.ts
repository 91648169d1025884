/**
 * A snapshot as canonical N-Quads: each quad once, the lines sorted by their bytes, which is by code point (RDF Dataset
 * Canonicalization §5; without blank nodes there is nothing to relabel).
 *
 * A written term is never followed by what could sort before a longer one, so lines sort by their terms in turn.
 */
import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import { firstIds } from '../snapshot/first-terms.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { idsWithRows } from '../snapshot/sorted-rows.ts'
import { type StoredTerms, writeTerm } from '../snapshot/written-terms.ts'
import { ranksOf } from './ranks.ts'
import { sortIds } from './sort-ids.ts'
import { WrittenKeys } from './sort-keys.ts'
import { SubjectRows } from './subject-rows.ts'
import { TripleGraphs } from './triple-graphs.ts'

/** Pieces are sent when they have grown so long; there is room for a line more. */
const pieceBytes = 2 ** 17
const lineBytes = 2 ** 12

const space = Buffer.from(' ')
const end = Buffer.from(' .\n')

/** @param snapshot without blank nodes */
export function* canonicalNQuads(snapshot: Snapshot): Generator<Uint8Array, void> {
  const { union, stored } = snapshot
  const keys = new WrittenKeys(stored)
  const rows = new SubjectRows(ranksOf(idsWithRows(union.pos.offsets), keys, snapshot), keys)
  const graphs = new TripleGraphs(snapshot, keys)
  const subjects = idsWithRows(union.spo.offsets)
  sortIds(subjects, keys)
  const out = new ByteBuffer(pieceBytes + lineBytes)
  for (const subject of subjects) {
    const { offsets, second, third } = union.spo
    rows.set(second, third, offsets[subject]!, offsets[subject + 1]!)
    graphs.setSubject(subject)
    for (let row = 0; row < rows.length; row++) {
      const predicate = rows.predicates[row]!
      const object = rows.objects[row]!
      graphs.setTriple(predicate, object)
      for (let index = 0; index < graphs.length; index++) {
        writeLine(stored, subject, predicate, object, graphs.ids[index]!, out)
        if (out.length >= pieceBytes) yield out.take()
      }
    }
  }
  if (out.length) yield out.take()
}

function writeLine(
  stored: StoredTerms,
  subject: number,
  predicate: number,
  object: number,
  graph: number,
  out: ByteBuffer,
): void {
  writeTerm(stored, subject, out)
  out.bytes(space)
  writeTerm(stored, predicate, out)
  out.bytes(space)
  writeTerm(stored, object, out)
  if (graph !== firstIds.defaultGraph) {
    out.bytes(space)
    writeTerm(stored, graph, out)
  }
  out.bytes(end)
}
