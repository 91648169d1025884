/**
 * A snapshot as quads: an RDF/JS Source (https://rdf.js.org/stream-spec/#source-interface), and the same without waiting.
 */
import { Readable } from 'node:stream'
import type { Source, Stream } from '@rdfjs/types'
import { type Quad, rdf, type Term } from '../../rdf/environment.ts'
import type { QuadIndex, TripleIndex } from './indexes.ts'
import { lowerBound } from './lower-bound.ts'
import type { Snapshot } from './snapshot.ts'

type Pattern = Term | null | undefined

export class SnapshotSource implements Source<Quad> {
  readonly #snapshot: Snapshot

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /** A stream of the quads that have these terms; null and undefined stand for any. */
  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Stream<Quad> {
    return Readable.from(this.quads(subject, predicate, object, graph))
  }

  /** The quads that have these terms, each once; those of the default graph come first. */
  *quads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Generator<Quad, void> {
    const { byGraph, acrossGraphs, defaultGraph } = this.#snapshot
    const ids = this.#idsOf([subject, predicate, object])
    const inGraph = graph ? this.#snapshot.idOf(graph) : defaultGraph
    if (!ids || !inGraph) return
    const order = orderFor(ids)
    const known = order.map((place) => ids[place]!)
    const within = { spo: byGraph.gspo, pos: byGraph.gpos, osp: byGraph.gosp }[nameOf(order)]
    for (const [name, ...rest] of rows(within, [inGraph, ...known])) yield this.#quad(order, rest, name!)
    if (graph) return
    const across = { spo: acrossGraphs.spog, pos: acrossGraphs.posg, osp: acrossGraphs.ospg }[nameOf(order)]
    for (const row of rows(across, known)) yield this.#quad(order, row, row[3]!)
  }

  /** The triples of the union of all graphs that have these terms, each once, as quads of the default graph. */
  *triples(subject?: Pattern, predicate?: Pattern, object?: Pattern): Generator<Quad, void> {
    const ids = this.#idsOf([subject, predicate, object])
    if (!ids) return
    const order = orderFor(ids)
    const index = this.#snapshot.union[nameOf(order)]
    const known = order.map((place) => ids[place]!)
    for (const row of rows(index, known)) yield this.#quad(order, row, this.#snapshot.defaultGraph)
  }

  /** 0 for any; undefined where a term is not in the snapshot. */
  #idsOf(terms: readonly Pattern[]): readonly number[] | undefined {
    const ids = terms.map((term) => (term ? this.#snapshot.idOf(term) : 0))
    return terms.some((term, place) => term && !ids[place]) ? undefined : ids
  }

  #quad(order: Order, row: readonly number[], graph: number): Quad {
    const terms: Term[] = []
    order.forEach((place, column) => {
      terms[place] = this.#snapshot.termOf(row[column]!)
    })
    return rdf.quad(terms[0] as never, terms[1] as never, terms[2] as never, this.#snapshot.termOf(graph) as never)
  }
}

/** Which of subject (0), predicate (1) and object (2) each column of an index holds. */
type Order = readonly [number, number, number]
const spo: Order = [0, 1, 2]
const pos: Order = [1, 2, 0]
const osp: Order = [2, 0, 1]

function nameOf(order: Order): 'spo' | 'pos' | 'osp' {
  return order === spo ? 'spo' : order === pos ? 'pos' : 'osp'
}

/** The order in which the known ids come first. */
function orderFor([subject, predicate, object]: readonly number[]): Order {
  if (subject && (predicate || !object)) return spo
  if (predicate) return pos
  return object ? osp : spo
}

/** The rows of an index that begin with these ids; from the first 0 on, any will do. */
function* rows(index: TripleIndex | QuadIndex, known: readonly number[]): Generator<number[], void> {
  const columns = [index.second, index.third, ...('fourth' in index ? [index.fourth] : [])]
  const [only] = known
  const end = only ? only + 1 : index.offsets.length - 1
  for (let first = only || 1; first < end; first++) {
    let from = index.offsets[first]!
    let to = index.offsets[first + 1]!
    for (let column = 0; known[column + 1]; column++) {
      from = lowerBound(columns[column]!, known[column + 1]!, from, to)
      to = lowerBound(columns[column]!, known[column + 1]! + 1, from, to)
    }
    for (let row = from; row < to; row++) yield [first, ...columns.map((column) => column[row]!)]
  }
}
