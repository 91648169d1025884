/**
 * Rows of a sorted index that follow each other: the triples that have some parts in common.
 */
import type { QuadIndex, TripleIndex } from '../../store/snapshot/indexes.ts'
import { gallop, lowerBound } from '../../store/snapshot/lower-bound.ts'

type Column = Uint32Array | null

/** Rows that are sooner looked at one by one than halved. */
const few = 24

export class Range {
  /** The first row, and the one behind the last. */
  from = 0
  to = 0
  /** What all of its triples have, 0 where there is a column of it. */
  readonly subject: number
  readonly predicate: number
  readonly object: number
  /** The graph that all of them are in, 0 where that is not one. */
  graph = 0
  /** What they do not have in common. */
  subjects: Column = null
  predicates: Column = null
  objects: Column = null
  /** The graph of each row, where rows are of many graphs. */
  graphs: Column = null

  constructor(subject: number, predicate: number, object: number) {
    this.subject = subject
    this.predicate = predicate
    this.object = object
  }

  columns(subjects: Column, predicates: Column, objects: Column, graphs: Column): void {
    this.subjects = subjects
    this.predicates = predicates
    this.objects = objects
    this.graphs = graphs
  }

  /** Becomes the rows of an index that begin with these ids; from the first 0 on, any will do. */
  narrow(index: TripleIndex | QuadIndex, first: number, second = 0, third = 0, fourth = 0): void {
    this.from = index.offsets[first]!
    this.to = index.offsets[first + 1]!
    if (second) this.#within(index.second, second)
    if (second && third) this.#within(index.third, third)
    if (second && third && fourth) this.#within((index as QuadIndex).fourth, fourth)
  }

  subjectAt(row: number): number {
    return this.subjects ? this.subjects[row]! : this.subject
  }

  predicateAt(row: number): number {
    return this.predicates ? this.predicates[row]! : this.predicate
  }

  objectAt(row: number): number {
    return this.objects ? this.objects[row]! : this.object
  }

  graphAt(row: number): number {
    return this.graphs ? this.graphs[row]! : this.graph
  }

  isSameTriple(one: number, other: number): boolean {
    return (
      this.subjectAt(one) === this.subjectAt(other) &&
      this.predicateAt(one) === this.predicateAt(other) &&
      this.objectAt(one) === this.objectAt(other)
    )
  }

  #within(column: Uint32Array, id: number): void {
    let { from, to } = this
    if (to - from <= few) {
      while (from < to && column[from]! < id) from++
      let end = from
      while (end < to && column[end] === id) end++
      this.from = from
      this.to = end
      return
    }
    from = lowerBound(column, id, from, to)
    // What has the id is likely not much.
    to = gallop(column, id + 1, from, to)
    this.from = from
    this.to = to
  }
}

/** How many rows of an index begin with these ids. */
export function countTriples(index: TripleIndex, first: number, second: number): number {
  if (!first) return index.second.length
  const range = new Range(0, 0, 0)
  range.narrow(index, first, second)
  return range.to - range.from
}
