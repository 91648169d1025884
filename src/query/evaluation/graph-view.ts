/**
 * The active graph (SPARQL 1.2 §18.4): whatever set of graphs a pattern is matched against, seen as triples.
 */
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Lead, rangeIn, rangesIn, type VisitRange } from './index-ranges.ts'
import type { Meter } from './meter.ts'
import { Range } from './range.ts'

/** Gets a triple; true stops. */
export type Visit = (subject: number, predicate: number, object: number) => boolean

/** Triples by any of their parts; 0 stands for any. */
export abstract class GraphView {
  readonly #meter: Meter

  constructor(meter: Meter) {
    this.#meter = meter
  }

  /**
   * Rows that hold the triples with these parts, each triple once unless `keeps` says otherwise.
   * @returns whether a visit stopped it
   */
  abstract ranges(subject: number, predicate: number, object: number, visit: VisitRange, lead?: Lead): boolean

  /**
   * The same rows, where they are one range and each of them counts; undefined where that is not so.
   * @param subject as the others, an id of the snapshot
   */
  rangeOf(_subject: number, _predicate: number, _object: number): Range | undefined {
    return undefined
  }

  /** Whether there are rows, where that is known without a visit to any; as `rangeOf`. */
  has(subject: number, predicate: number, object: number): boolean | undefined {
    const range = this.rangeOf(subject, predicate, object)
    return range && range.from < range.to
  }

  /** Whether a row of a range counts; without it, each does. */
  readonly keeps: ((range: Range, row: number) => boolean) | undefined = undefined

  /** The triples one by one. @returns whether a visit stopped it */
  match(subject: number, predicate: number, object: number, visit: Visit): boolean {
    return this.ranges(subject, predicate, object, (range) => {
      for (let row = range.from; row < range.to; row++) {
        this.#meter.step()
        if (this.keeps && !this.keeps(range, row)) continue
        if (visit(range.subjectAt(row), range.predicateAt(row), range.objectAt(row))) return true
      }
      return false
    })
  }
}

/** The union of all graphs. */
export class UnionGraph extends GraphView {
  readonly #snapshot: Snapshot
  readonly #looked = new Range(0, 0, 0)

  constructor(snapshot: Snapshot, meter: Meter) {
    super(meter)
    this.#snapshot = snapshot
  }

  ranges(subject: number, predicate: number, object: number, visit: VisitRange, lead: Lead = 0): boolean {
    const { termCount, union } = this.#snapshot
    if (subject > termCount || predicate > termCount || object > termCount) return false
    return rangesIn(union, subject, predicate, object, visit, lead)
  }

  override rangeOf(subject: number, predicate: number, object: number): Range | undefined {
    return subject || predicate || object ? rangeIn(this.#snapshot.union, subject, predicate, object) : undefined
  }

  /** What is asked most makes no range. */
  override has(subject: number, predicate: number, object: number): boolean | undefined {
    if (!subject || !predicate) return super.has(subject, predicate, object)
    const range = this.#looked
    range.narrow(this.#snapshot.union.spo, subject, predicate, object)
    return range.from < range.to
  }
}

/** One graph. */
export class SingleGraph extends GraphView {
  readonly #snapshot: Snapshot
  readonly #graph: number

  /** @param graph its id, which the snapshot need not have */
  constructor(snapshot: Snapshot, graph: number, meter: Meter) {
    super(meter)
    this.#snapshot = snapshot
    this.#graph = graph
  }

  ranges(subject: number, predicate: number, object: number, visit: VisitRange, lead: Lead = 0): boolean {
    const { termCount } = this.#snapshot
    const graph = this.#graph
    if (subject > termCount || predicate > termCount || object > termCount || !graph || graph > termCount) return false
    const range = this.#range(subject, predicate, object, lead)
    return range.from < range.to && visit(range)
  }

  override rangeOf(subject: number, predicate: number, object: number): Range | undefined {
    const graph = this.#graph
    return graph && graph <= this.#snapshot.termCount ? this.#range(subject, predicate, object, 0) : undefined
  }

  /** @param lead what rows are sorted by where nothing is given */
  #range(subject: number, predicate: number, object: number, lead: Lead): Range {
    const { byGraph } = this.#snapshot
    const graph = this.#graph
    const range = new Range(subject, predicate, object)
    range.graph = graph
    const free = (given: number, column: Uint32Array) => (given ? null : column)
    const by = subject || predicate || object ? undefined : lead
    if ((subject && (predicate || !object)) || by === 0 || by === 'any') {
      const { gspo } = byGraph
      range.columns(free(subject, gspo.second), free(predicate, gspo.third), free(object, gspo.fourth), null)
      range.narrow(gspo, graph, subject, predicate, object)
    } else if (predicate || by === 1) {
      const { gpos } = byGraph
      range.columns(gpos.fourth, free(predicate, gpos.second), free(object, gpos.third), null)
      range.narrow(gpos, graph, predicate, object)
    } else {
      const { gosp } = byGraph
      range.columns(free(subject, gosp.third), gosp.fourth, free(object, gosp.second), null)
      range.narrow(gosp, graph, object, subject)
    }
    return range
  }
}

/** Every graph of a set apart: a triple as often as graphs hold it. */
export class ManyGraphs extends GraphView {
  readonly #snapshot: Snapshot
  readonly #has: (graph: number) => boolean

  constructor(snapshot: Snapshot, has: (graph: number) => boolean, meter: Meter) {
    super(meter)
    this.#snapshot = snapshot
    this.#has = has
  }

  ranges(subject: number, predicate: number, object: number, visit: VisitRange, lead: Lead = 0): boolean {
    const { termCount, acrossGraphs } = this.#snapshot
    if (subject > termCount || predicate > termCount || object > termCount) return false
    const { spog: spo, posg: pos, ospg: osp } = acrossGraphs
    return rangesIn({ spo, pos, osp }, subject, predicate, object, visit, lead)
  }

  override readonly keeps = (range: Range, row: number): boolean => this.#has(range.graphs![row]!)
}

/** The merge of a set of graphs (§13.2.1), each triple once. */
export class MergedGraphs extends GraphView {
  readonly #many: ManyGraphs

  constructor(snapshot: Snapshot, has: (graph: number) => boolean, meter: Meter) {
    super(meter)
    this.#many = new ManyGraphs(snapshot, has, meter)
  }

  ranges(subject: number, predicate: number, object: number, visit: VisitRange, lead?: Lead): boolean {
    return this.#many.ranges(subject, predicate, object, visit, lead)
  }

  /** The graph is the last column of every index, so the copies of a triple follow each other: the first one counts. */
  override readonly keeps = (range: Range, row: number): boolean => {
    if (!this.#many.keeps(range, row)) return false
    for (let before = row - 1; before >= range.from && range.isSameTriple(before, row); before--) {
      if (this.#many.keeps(range, before)) return false
    }
    return true
  }
}

/** No triple at all. */
export class EmptyGraph extends GraphView {
  ranges(): boolean {
    return false
  }
}
