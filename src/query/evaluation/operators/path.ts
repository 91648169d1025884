/**
 * Property path patterns (SPARQL 1.2 §18.4): pairs of nodes that a path leads from and to.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import type { GraphView } from '../graph-view.ts'
import { bind, free, toPosition, valueAt } from '../positions.ts'
import { compileWalks, type Walk } from '../reach.ts'
import { Visited } from '../visited.ts'

type PathPattern = Extract<Operation, { type: 'path' }>

export function compilePath(operation: PathPattern, environment: Environment, next: Step): Step {
  const { execution, graph } = environment
  const { registers, ids, meter } = execution
  const subject = toPosition(operation.subject, environment)
  const object = toPosition(operation.object, environment)
  const { forwards, backwards, nullable } = compileWalks(operation.path, ids, meter)
  const bound: number[] = []
  const emit = (from: number, to: number): boolean => {
    const { length } = bound
    const stop = bind(subject, from, execution, bound) && bind(object, to, execution, bound) && next()
    free(bound, length, registers)
    return stop
  }
  // A path of no steps joins a term of the query to itself, wherever it is; but a variable only ever is a node of the
  // graph, whatever else it has been joined with.
  const nodesOnly = nullable && subject.type !== 'term' && object.type !== 'term'
  return () => {
    const view = graph.view()
    const from = valueAt(subject, registers)
    const to = valueAt(object, registers)
    if (nodesOnly && ((from && !isNode(view, from)) || (to && !isNode(view, to)))) return false
    if (from) return toEnd(forwards, view, from, to, (node) => emit(from, node))
    if (to) return backwards(view, to, (node) => emit(node, to))
    return eachNode(view, (node) => forwards(view, node, (end) => emit(node, end)))
  }

  function eachNode(view: GraphView, visit: (node: number) => boolean): boolean {
    const visited = new Visited(meter)
    const arrive = (node: number) => visited.add(node) && visit(node)
    const stop = view.match(0, 0, 0, (s, _p, o) => arrive(s) || arrive(o))
    visited.release()
    return stop
  }
}

/** Ends where the walk leads, or only at one of them. */
function toEnd(walk: Walk, view: GraphView, from: number, to: number, visit: (node: number) => boolean): boolean {
  return walk(view, from, to ? (node) => node === to && visit(node) : visit)
}

function isNode(view: GraphView, id: number): boolean {
  const found = () => true
  return view.match(id, 0, 0, found) || view.match(0, 0, id, found)
}
