/**
 * GRAPH with a variable evaluates its group in one graph after the other (SPARQL 1.2 Query §18.6). Engines that have the
 * graph beside each triple do so with patterns and filters, and lose it in what stands by itself: a subquery, or EXISTS
 * whose value is kept. They read all graphs there then, those of other releases too. Seen of Fuseki 5.6 over TDB2 and of
 * Oxigraph 0.5; so that is asked of no engine.
 */
import type { Operation } from '../algebra.ts'
import { type Node, nodesIn } from './nodes.ts'

/** A part of a query. */
interface Place {
  readonly node: Node
  /** Whether it is inside of GRAPH with a variable, with no other GRAPH between. */
  readonly inEach: boolean
  /** Whether it is a condition, where EXISTS keeps to the graph. */
  readonly inFilter: boolean
}

/** Whether a query has such a group. */
export function losesGraph(operation: Operation): boolean {
  // No recursion: chains of operators nest as deep as they are long.
  const left: Place[] = [{ node: operation, inEach: false, inFilter: false }]
  for (let place = left.pop(); place; place = left.pop()) {
    const { node, inEach, inFilter } = place
    const loses = node.type === 'project' || (node.type === 'exists' && !inFilter)
    if (inEach && loses) return true
    for (const part of partsOf(node, inEach, inFilter)) left.push(part)
  }
  return false
}

function partsOf(node: Node, inEach: boolean, inFilter: boolean): Place[] {
  switch (node.type) {
    case 'graph':
      return [{ node: node.operand, inEach: node.name.termType === 'Variable', inFilter: false }]
    case 'exists':
      return [{ node: node.operand, inEach, inFilter: false }]
    case 'service':
      return []
    case 'filter':
    case 'leftJoin': {
      const { expression, ...operands } = node
      const condition = nodesIn(expression).map((node) => ({ node, inEach, inFilter: true }))
      return [...condition, ...nodesIn(Object.values(operands)).map((node) => ({ node, inEach, inFilter: false }))]
    }
    default:
      return nodesIn(Object.values(node)).map((node) => ({ node, inEach, inFilter }))
  }
}
