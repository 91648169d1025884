/**
 * The RDF dataset of a query (SPARQL 1.2 §13): its default graph and its named graphs.
 */
import { iri } from '../../rdf/terms.ts'
import { lowerBound } from '../../store/snapshot/lower-bound.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { DatasetClause } from '../algebra.ts'
import { EmptyGraph, type GraphView, ManyGraphs, MergedGraphs, SingleGraph, UnionGraph } from './graph-view.ts'
import type { Meter } from './meter.ts'
import type { TermIds } from './term-ids.ts'

/** What the default graph is where a query does not say: the union of all graphs, or the snapshot's own. */
export type DefaultGraph = 'union' | 'own'

/** A set of ids. */
export interface Names extends Iterable<number> {
  has(id: number): boolean
}

/** A sorted column as a set: nothing has to be made of it for a query. */
class SortedIds implements Names {
  readonly #ids: Uint32Array

  constructor(ids: Uint32Array) {
    this.#ids = ids
  }

  has(id: number): boolean {
    return this.#ids[lowerBound(this.#ids, id, 0, this.#ids.length)] === id
  }

  [Symbol.iterator](): Iterator<number> {
    return this.#ids.values()
  }
}

export class ActiveDataset {
  readonly defaultGraph: GraphView
  /** The named graphs apart: what `GRAPH ?g` over a basic graph pattern reads. */
  readonly namedGraphs: GraphView
  /** Ids of the named graphs. */
  readonly names: Names
  readonly #snapshot: Snapshot
  readonly #meter: Meter

  /** @param clause what the query or the protocol says; graphs that are not there are empty */
  constructor(clause: DatasetClause | undefined, defaultGraph: DefaultGraph, ids: TermIds, meter: Meter) {
    const { snapshot } = ids
    this.#snapshot = snapshot
    this.#meter = meter
    const existing = new SortedIds(snapshot.graphs)
    const known = (iris: readonly string[]) =>
      new Set(iris.map((name) => snapshot.idOf(iri(name))).filter((id) => existing.has(id)))
    this.names = clause ? known(clause.namedGraphs) : existing
    this.namedGraphs = new ManyGraphs(snapshot, (graph) => this.names.has(graph), meter)
    this.defaultGraph = clause ? this.#merge(known(clause.defaultGraphs)) : this.#ownOrUnion(defaultGraph)
  }

  /** The named graph with that name. */
  namedGraph(name: number): GraphView {
    return this.names.has(name) ? new SingleGraph(this.#snapshot, name, this.#meter) : new EmptyGraph(this.#meter)
  }

  #merge(graphs: ReadonlySet<number>): GraphView {
    const [first] = graphs
    if (first === undefined) return new EmptyGraph(this.#meter)
    if (graphs.size === 1) return new SingleGraph(this.#snapshot, first, this.#meter)
    return new MergedGraphs(this.#snapshot, (graph) => graphs.has(graph), this.#meter)
  }

  #ownOrUnion(defaultGraph: DefaultGraph): GraphView {
    if (defaultGraph === 'union') return new UnionGraph(this.#snapshot, this.#meter)
    return new SingleGraph(this.#snapshot, this.#snapshot.defaultGraph, this.#meter)
  }
}
