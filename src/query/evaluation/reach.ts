/**
 * Property paths (SPARQL 1.2 §18.4): which nodes a path leads to from a node, walked forwards or backwards.
 */
import type { Path } from '../algebra.ts'
import type { GraphView } from './graph-view.ts'
import type { Meter } from './meter.ts'
import type { TermIds } from './term-ids.ts'
import { Visited } from './visited.ts'

/** Gets a node that a path leads to; true stops the walk. */
export type VisitNode = (node: number) => boolean

/**
 * Visits the ends of a path from a node, as often as the path leads there.
 * @returns whether a visit stopped it
 */
export type Walk = (graph: GraphView, from: number, visit: VisitNode) => boolean

export interface Walks {
  readonly forwards: Walk
  readonly backwards: Walk
  /** Whether a node leads to itself by no step at all. */
  readonly nullable: boolean
}

/** How to walk a path from one end and from the other (§18.4). */
export function compileWalks(path: Path, ids: TermIds, meter: Meter): Walks {
  const compile = (part: Path) => compileWalks(part, ids, meter)
  switch (path.type) {
    case 'link': {
      const predicate = ids.idOf(path.iri)
      return {
        forwards: (graph, from, visit) => graph.match(from, predicate, 0, (_s, _p, object) => visit(object)),
        backwards: (graph, from, visit) => graph.match(0, predicate, from, (subject) => visit(subject)),
        nullable: false,
      }
    }
    case 'inverse': {
      const { forwards, backwards, nullable } = compile(path.path)
      return { forwards: backwards, backwards: forwards, nullable }
    }
    case 'sequence': {
      const parts = path.paths.map(compile)
      return {
        forwards: parts.map(({ forwards }) => forwards).reduceRight((rest, first) => inSequence(first, rest)),
        backwards: parts.map(({ backwards }) => backwards).reduce((rest, first) => inSequence(first, rest)),
        nullable: parts.every(({ nullable }) => nullable),
      }
    }
    case 'alternative': {
      const parts = path.paths.map(compile)
      return {
        forwards: (graph, from, visit) => parts.some(({ forwards }) => forwards(graph, from, visit)),
        backwards: (graph, from, visit) => parts.some(({ backwards }) => backwards(graph, from, visit)),
        nullable: parts.some(({ nullable }) => nullable),
      }
    }
    case 'negated': {
      const not = new Set(path.forward.map((iri) => ids.idOf(iri)))
      const notBack = new Set(path.inverse.map((iri) => ids.idOf(iri)))
      const along: Walk = (graph, from, visit) =>
        graph.match(from, 0, 0, (_subject, predicate, object) => !not.has(predicate) && visit(object))
      const against: Walk = (graph, from, visit) =>
        graph.match(0, 0, from, (subject, predicate) => !not.has(predicate) && visit(subject))
      const alongBack: Walk = (graph, from, visit) =>
        graph.match(0, 0, from, (subject, predicate) => !notBack.has(predicate) && visit(subject))
      const againstBack: Walk = (graph, from, visit) =>
        graph.match(from, 0, 0, (_subject, predicate, object) => !notBack.has(predicate) && visit(object))
      const both = (forward: Walk, inverse: Walk): Walk => {
        if (!path.inverse.length) return forward
        if (!path.goesForward) return inverse
        return (graph, from, visit) => forward(graph, from, visit) || inverse(graph, from, visit)
      }
      return { forwards: both(along, alongBack), backwards: both(against, againstBack), nullable: false }
    }
    case 'zeroOrOne': {
      const { forwards, backwards } = compile(path.path)
      return { forwards: once(forwards, meter), backwards: once(backwards, meter), nullable: true }
    }
    case 'zeroOrMore':
    case 'oneOrMore': {
      const { forwards, backwards, nullable } = compile(path.path)
      const zero = path.type === 'zeroOrMore'
      return {
        forwards: closure(forwards, zero, meter),
        backwards: closure(backwards, zero, meter),
        nullable: zero || nullable,
      }
    }
  }
}

function inSequence(first: Walk, rest: Walk): Walk {
  return (graph, from, visit) => first(graph, from, (middle) => rest(graph, middle, visit))
}

/** The node itself and those one walk away, each once (ZeroOrOnePath). */
function once(walk: Walk, meter: Meter): Walk {
  return (graph, from, visit) => {
    const visited = new Visited(meter)
    const arrive = (node: number) => visited.add(node) && visit(node)
    const stop = arrive(from) || walk(graph, from, arrive)
    visited.release()
    return stop
  }
}

/** Every node that any number of walks leads to, each once (ZeroOrMorePath, OneOrMorePath; the function ALP). */
function closure(walk: Walk, zero: boolean, meter: Meter): Walk {
  return (graph, from, visit) => {
    const visited = new Visited(meter)
    const waiting: number[] = []
    const arrive = (node: number): boolean => {
      if (!visited.add(node)) return false
      waiting.push(node)
      return visit(node)
    }
    let stop = zero ? arrive(from) : walk(graph, from, arrive)
    while (!stop && waiting.length) {
      meter.step()
      stop = walk(graph, waiting.pop()!, arrive)
    }
    visited.release()
    return stop
  }
}
