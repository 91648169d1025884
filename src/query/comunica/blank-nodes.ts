/**
 * Blank nodes on their way through a query's text. Comunica puts those that it has found into what it asks next, where they
 * stand for themselves; in a text they would be variables (SPARQL 1.2 §4.1.4). So they are IRIs there.
 */
import { blankNode } from '../../rdf/terms.ts'

const prefix = 'urn:blank-node:'

/** What `toAst` puts before every label. */
const labelPrefix = 'e_'

/** A syntax tree of Traqula with an IRI for each blank node. */
export function withIris<T>(tree: T): T {
  return mapped(tree, (node) => {
    if (node.type !== 'term' || node.subType !== 'blankNode') return undefined
    const label = String(node.label).slice(labelPrefix.length)
    return { ...node, subType: 'namedNode', value: `${prefix}${encodeURIComponent(label)}` }
  })
}

/** Part of our algebra with the blank nodes in their places again. */
export function withBlankNodes<T>(algebra: T): T {
  return mapped(algebra, ({ termType, value }) =>
    termType === 'NamedNode' && String(value).startsWith(prefix)
      ? blankNode(decodeURIComponent(String(value).slice(prefix.length)))
      : undefined,
  )
}

type Node = Readonly<Record<string, unknown>>

/** A tree of plain members, with something else in the place of those nodes that `replace` has it for. */
function mapped<T>(tree: T, replace: (node: Node) => object | undefined): T {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null || part instanceof Set) return part
    const replaced = replace(part as Node)
    if (replaced) return replaced
    // Terms have methods, which a copy of their members would not have.
    if ('termType' in part && part.termType !== 'Quad') return part
    const copy = Object.create(Object.getPrototypeOf(part))
    for (const [name, member] of Object.entries(part)) copy[name] = walk(member)
    return copy
  }
  return walk(tree) as T
}
