/**
 * Which rows of which index hold the triples with given parts: of indexes whose first column is not the graph.
 */
import type { QuadIndex, TripleIndex } from '../../store/snapshot/indexes.ts'
import { Range } from './range.ts'

/** Gets a range of triples; true stops. */
export type VisitRange = (range: Range) => boolean

/** What rows are sorted by first, where nothing is given: subjects, predicates, objects, or all the same. */
export type Lead = Place | 'any'

/** Subject, predicate, object. */
export type Place = 0 | 1 | 2

interface Indexes<Index extends TripleIndex> {
  readonly spo: Index
  readonly pos: Index
  readonly osp: Index
}

/** The rows with these parts, of which at least one is given. */
export function rangeIn(
  { spo, pos, osp }: Indexes<TripleIndex | QuadIndex>,
  subject: number,
  predicate: number,
  object: number,
): Range {
  const range = new Range(subject, predicate, object)
  if (subject && (predicate || !object)) {
    range.columns(null, predicate ? null : spo.second, object ? null : spo.third, graphsOf(spo))
    range.narrow(spo, subject, predicate, object)
  } else if (predicate) {
    range.columns(pos.third, null, object ? null : pos.second, graphsOf(pos))
    range.narrow(pos, predicate, object, 0)
  } else {
    range.columns(subject ? null : osp.second, osp.third, null, graphsOf(osp))
    range.narrow(osp, object, subject, 0)
  }
  return range
}

/** The same where nothing need be given. @returns whether a visit stopped it */
export function rangesIn(
  indexes: Indexes<TripleIndex | QuadIndex>,
  subject: number,
  predicate: number,
  object: number,
  visit: VisitRange,
  lead: Lead,
): boolean {
  if (!(subject || predicate || object)) {
    if (lead === 'any') return allOf(indexes.spo, visit)
    return ofEachFirst([indexes.spo, indexes.pos, indexes.osp][lead]!, visit, lead)
  }
  const range = rangeIn(indexes, subject, predicate, object)
  return range.from < range.to && visit(range)
}

/** One range of all rows, which tells nothing of any. */
function allOf(index: TripleIndex | QuadIndex, visit: VisitRange): boolean {
  const range = new Range(0, 0, 0)
  range.to = index.second.length
  return visit(range)
}

/** A range for each id that rows begin with. */
function ofEachFirst(index: TripleIndex | QuadIndex, visit: VisitRange, lead: Place): boolean {
  const { offsets, second, third } = index
  for (let first = 1; first + 1 < offsets.length; first++) {
    if (offsets[first] === offsets[first + 1]) continue
    const range = new Range(lead === 0 ? first : 0, lead === 1 ? first : 0, lead === 2 ? first : 0)
    const [subjects, predicates, objects] = [
      [null, second, third],
      [third, null, second],
      [second, third, null],
    ][lead]!
    range.columns(subjects!, predicates!, objects!, graphsOf(index))
    range.narrow(index, first)
    if (visit(range)) return true
  }
  return false
}

function graphsOf(index: TripleIndex | QuadIndex): Uint32Array | null {
  return 'fourth' in index ? index.fourth : null
}
