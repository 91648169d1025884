/**
 * The active graph (SPARQL 1.2 §18.4): whatever set of graphs a pattern is matched against, seen as triples.
 */
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Meter } from './meter.ts'
import { scanQuads, scanTriples } from './scan.ts'

/** Gets a triple and the graph that it is in, 0 where several may hold it; true stops. */
export type Visit = (subject: number, predicate: number, object: number, graph: number) => boolean

/** Triples by any of their parts; 0 stands for any. */
export interface GraphView {
  /** Each triple once. @returns whether a visit stopped it */
  match(subject: number, predicate: number, object: number, visit: Visit): boolean
}

/** The union of all graphs. */
export class UnionGraph implements GraphView {
  readonly #snapshot: Snapshot
  readonly #meter: Meter

  constructor(snapshot: Snapshot, meter: Meter) {
    this.#snapshot = snapshot
    this.#meter = meter
  }

  match(subject: number, predicate: number, object: number, visit: Visit): boolean {
    const { termCount, union } = this.#snapshot
    if (subject > termCount || predicate > termCount || object > termCount) return false
    const meter = this.#meter
    if (subject && (predicate || !object)) {
      return scanTriples(union.spo, subject, predicate, object, meter, (s, p, o) => visit(s, p, o, 0))
    }
    if (predicate) return scanTriples(union.pos, predicate, object, subject, meter, (p, o, s) => visit(s, p, o, 0))
    if (object) return scanTriples(union.osp, object, subject, predicate, meter, (o, s, p) => visit(s, p, o, 0))
    return scanTriples(union.spo, 0, 0, 0, meter, (s, p, o) => visit(s, p, o, 0))
  }
}

/** One graph. */
export class SingleGraph implements GraphView {
  readonly #snapshot: Snapshot
  readonly #graph: number
  readonly #meter: Meter

  /** @param graph its id, which the snapshot need not have */
  constructor(snapshot: Snapshot, graph: number, meter: Meter) {
    this.#snapshot = snapshot
    this.#graph = graph
    this.#meter = meter
  }

  match(subject: number, predicate: number, object: number, visit: Visit): boolean {
    const { termCount, byGraph } = this.#snapshot
    const graph = this.#graph
    if (subject > termCount || predicate > termCount || object > termCount) return false
    if (!graph || graph + 1 >= byGraph.gspo.offsets.length) return false
    const meter = this.#meter
    if (subject && (predicate || !object)) {
      return scanQuads(byGraph.gspo, graph, subject, predicate, object, meter, (g, s, p, o) => visit(s, p, o, g))
    }
    if (predicate) {
      return scanQuads(byGraph.gpos, graph, predicate, object, subject, meter, (g, p, o, s) => visit(s, p, o, g))
    }
    if (object) {
      return scanQuads(byGraph.gosp, graph, object, subject, predicate, meter, (g, o, s, p) => visit(s, p, o, g))
    }
    return scanQuads(byGraph.gspo, graph, 0, 0, 0, meter, (g, s, p, o) => visit(s, p, o, g))
  }
}

/** Every graph of a set apart: a triple as often as graphs hold it. */
export class ManyGraphs implements GraphView {
  readonly #snapshot: Snapshot
  readonly #has: (graph: number) => boolean
  readonly #meter: Meter

  constructor(snapshot: Snapshot, has: (graph: number) => boolean, meter: Meter) {
    this.#snapshot = snapshot
    this.#has = has
    this.#meter = meter
  }

  match(subject: number, predicate: number, object: number, visit: Visit): boolean {
    const { termCount, acrossGraphs } = this.#snapshot
    if (subject > termCount || predicate > termCount || object > termCount) return false
    const { spog, posg, ospg } = acrossGraphs
    const meter = this.#meter
    const has = this.#has
    if (subject && (predicate || !object)) {
      return scanQuads(spog, subject, predicate, object, 0, meter, (s, p, o, g) => has(g) && visit(s, p, o, g))
    }
    if (predicate) {
      return scanQuads(posg, predicate, object, subject, 0, meter, (p, o, s, g) => has(g) && visit(s, p, o, g))
    }
    if (object) return scanQuads(ospg, object, subject, 0, 0, meter, (o, s, p, g) => has(g) && visit(s, p, o, g))
    return scanQuads(spog, 0, 0, 0, 0, meter, (s, p, o, g) => has(g) && visit(s, p, o, g))
  }
}

/** The merge of a set of graphs (§13.2.1), each triple once. */
export class MergedGraphs implements GraphView {
  readonly #many: ManyGraphs

  constructor(snapshot: Snapshot, has: (graph: number) => boolean, meter: Meter) {
    this.#many = new ManyGraphs(snapshot, has, meter)
  }

  match(subject: number, predicate: number, object: number, visit: Visit): boolean {
    let [lastSubject, lastPredicate, lastObject] = [0, 0, 0]
    // The graph is the last column of every index, so the copies of a triple follow each other.
    return this.#many.match(subject, predicate, object, (s, p, o) => {
      if (s === lastSubject && p === lastPredicate && o === lastObject) return false
      lastSubject = s
      lastPredicate = p
      lastObject = o
      return visit(s, p, o, 0)
    })
  }
}

/** No triple at all. */
export const emptyGraph: GraphView = { match: () => false }
