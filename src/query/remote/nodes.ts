/**
 * What a query is made of, for who looks for something in it. Without recursion from one operator to the next: their chains
 * nest as deep as they are long.
 */
import type { Expression, Operation, Path } from '../algebra.ts'

export type Node = Operation | Expression | Path

/** The operations, expressions and paths that there are in a value, but those inside of them. */
export function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null || 'termType' in value) return []
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return 'type' in value ? [value as Node] : nodesIn(Object.values(value))
}

/** Every node of an operation, but what SERVICE sends elsewhere. */
export function* allNodes(operation: Operation): Generator<Node, void> {
  const left: Node[] = [operation]
  for (let node = left.pop(); node; node = left.pop()) {
    yield node
    if (node.type !== 'service') for (const inner of nodesIn(Object.values(node))) left.push(inner)
  }
}
