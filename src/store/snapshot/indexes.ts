/**
 * The indexes of a dataset: its quads and triples in the orders that look-ups need.
 */

import { discard } from './columns.ts'
import { firstIds } from './first-terms.ts'
import { distinct, ownUint32, RowSorter, type SortedRows, select } from './sorted-rows.ts'

/** Triples sorted by (first, second, third): those with the first id `id` are the rows [offsets[id], offsets[id + 1]). */
export interface TripleIndex {
  /** One for every id from 0, and one more: its length is termCount + 2. */
  readonly offsets: Uint32Array
  readonly second: Uint32Array
  readonly third: Uint32Array
}

/** Quads in the same way, sorted by (first, second, third, fourth). */
export interface QuadIndex extends TripleIndex {
  readonly fourth: Uint32Array
}

/** The letters of an index are the order of its columns: subject, predicate, object, graph. */
export interface Indexes {
  /** The union of all graphs, the default graph among them, each triple once. */
  readonly union: { readonly spo: TripleIndex; readonly pos: TripleIndex; readonly osp: TripleIndex }
  /** All quads with the graph first: look-ups inside a known graph, the default graph among them. */
  readonly byGraph: { readonly gspo: QuadIndex; readonly gpos: QuadIndex; readonly gosp: QuadIndex }
  /** The quads of the named graphs with the graph last: look-ups over all named graphs. */
  readonly acrossGraphs: { readonly spog: QuadIndex; readonly posg: QuadIndex; readonly ospg: QuadIndex }
}

/** Quads as columns of ids, in any order and any number of times. */
export interface QuadColumns {
  readonly subjects: Uint32Array
  readonly predicates: Uint32Array
  readonly objects: Uint32Array
  readonly graphs: Uint32Array
}

/** Sorts quads into all indexes; a quad that comes twice is in them once. The columns are of no use afterwards. */
export function indexQuads({ subjects, predicates, objects, graphs }: QuadColumns, termCount: number): Indexes {
  const sorter = new RowSorter(subjects.length, termCount)
  // Sorted by the last column first: the four steps of a least-significant-digit radix sort, each digit a whole id.
  const g = sorter.sortBy(graphs, [subjects, predicates, objects], ownUint32)
  discard([subjects, predicates, objects, graphs])
  const og = sorter.bringForward(g, 2, ownUint32)
  discardRows(g)
  const pog = sorter.bringForward(og, 2, ownUint32)
  discardRows(og)
  const spog = distinct(sorter.bringForward(pog, 2))
  discardRows(pog)
  // (s, p, o, g) -> (o, s, p, g) -> (p, o, s, g): each is one step from the one before.
  const ospg = sorter.bringForward(spog, 1)
  const posg = sorter.bringForward(ospg, 1)

  // If no triple stands in two graphs, these are the columns of spog themselves.
  const spo = distinct({ offsets: spog.offsets, rest: spog.rest.slice(0, 2) })
  const osp = sorter.bringForward(spo, 1)
  const pos = sorter.bringForward(osp, 1)

  // The rows of each graph are as many in every order, so these three share their offsets.
  const gspo = sorter.bringForward(spog, 2)
  const gpos = sorter.bringForward(posg, 2)
  const gosp = sorter.bringForward(ospg, 2)
  sorter.end()
  return {
    union: { spo: tripleIndex(spo), pos: tripleIndex(pos), osp: tripleIndex(osp) },
    byGraph: {
      gspo: quadIndex(gspo),
      gpos: quadIndex({ ...gpos, offsets: gspo.offsets }),
      gosp: quadIndex({ ...gosp, offsets: gspo.offsets }),
    },
    acrossGraphs: {
      spog: quadIndex(inNamedGraphs(spog)),
      posg: quadIndex(inNamedGraphs(posg)),
      ospg: quadIndex(inNamedGraphs(ospg)),
    },
  }
}

function discardRows({ offsets, rest }: SortedRows): void {
  discard([offsets, ...rest])
}

function inNamedGraphs(rows: SortedRows): SortedRows {
  const graphs = rows.rest[2]!
  return select(rows, (row) => graphs[row] !== firstIds.defaultGraph)
}

function tripleIndex({ offsets, rest: [second, third] }: SortedRows): TripleIndex {
  return { offsets, second: second!, third: third! }
}

function quadIndex({ offsets, rest: [second, third, fourth] }: SortedRows): QuadIndex {
  return { offsets, second: second!, third: third!, fourth: fourth! }
}
