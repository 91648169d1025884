/**
 * Where quads are read from by pattern, at once: a snapshot's source is one.
 */
import type { Quad, Term } from './environment.ts'

/** A term, or anything. */
export type Pattern = Term | null

export interface QuadReader {
  quads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Iterable<Quad>
  /** The triples of the union of all graphs, each once. */
  triples(subject?: Pattern, predicate?: Pattern, object?: Pattern): Iterable<Quad>
}

/** Whether there is any: of what a reader gives, no more than the first is read. */
export function hasAny(quads: Iterable<Quad>): boolean {
  return !quads[Symbol.iterator]().next().done
}
