/**
 * The description of one thing as a JSON-LD tree: the thing at the root, what it names inside it, what points at it
 * under `@reverse`. Expanded, it is the same triples as the other formats.
 */
import type { Quad } from '../rdf/environment.ts'
import { jsonLd, type RdfFormat } from '../rdf/formats.ts'
import { addValue, append, type JsonLd, type NodeObject, toGraphObjects } from '../rdf/jsonld.ts'
import { sortQuads, sortTriples } from '../rdf/order.ts'
import { writeQuads } from '../rdf/write.ts'

/** Keys that a person wants to read first; the others follow by name, and what points here comes last. */
const readFirst = ['@context', 'id', 'type', 'name', 'alternateName', 'description', 'fr', 'en']
const readLast = ['@reverse', '@included']

/**
 * A description in any RDF format. JSON-LD is a tree from its root, or without one a graph object for each graph.
 * @param root the IRI at the root of the tree
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function writeDescription(
  root: string | undefined,
  quads: readonly Quad[],
  format: RdfFormat,
  context: JsonLd,
): Promise<string> {
  if (format !== jsonLd) return writeQuads(quads, format, context)
  return root === undefined ? provenanceDocument(quads, context) : entityDocument(root, quads, context)
}

/** The tree in the compact form of our context. */
export async function entityDocument(iri: string, quads: readonly Quad[], context: JsonLd): Promise<string> {
  return toText(await context.compact(new Tree(sortTriples(quads)).from(iri)))
}

/** The same statements with the passage behind each: one graph object a passage. */
async function provenanceDocument(quads: readonly Quad[], context: JsonLd): Promise<string> {
  return toText(await context.compact(toGraphObjects(sortQuads(quads))))
}

class Tree {
  /** Triples that are not in the tree yet, by subject. */
  readonly #left: Map<string, Quad[]>

  constructor(triples: readonly Quad[]) {
    this.#left = Map.groupBy(triples, ({ subject }) => subject.value)
  }

  from(iri: string): NodeObject {
    const placed = new Map<string, NodeObject>()
    const root = this.#node(iri, placed)
    // What points at a node of the tree hangs under it; that brings new nodes, so until nothing more can be hung.
    for (let pointing = this.#pointing(placed); pointing; pointing = this.#pointing(placed)) {
      const { triple, target } = pointing
      this.#take(triple)
      target['@reverse'] ??= {}
      append(target['@reverse'] as NodeObject, triple.predicate.value, this.#node(triple.subject.value, placed))
    }
    const loose = [...this.#left.keys()].map((subject) => this.#node(subject, placed))
    if (loose.length) root['@included'] = loose
    return root
  }

  /** Moves everything that is said of a node into the tree, and what it names with it. */
  #node(iri: string, placed: Map<string, NodeObject>): NodeObject {
    const triples = this.#left.get(iri) ?? []
    this.#left.delete(iri)
    const node: NodeObject = { '@id': iri }
    if (!placed.has(iri)) placed.set(iri, node)
    for (const { predicate, object } of triples) {
      const named =
        object.termType === 'NamedNode' && this.#left.has(object.value) && !predicate.value.endsWith('#type')
      if (named) append(node, predicate.value, this.#node(object.value, placed))
      else addValue(node, predicate.value, object)
    }
    return node
  }

  #pointing(placed: ReadonlyMap<string, NodeObject>): { triple: Quad; target: NodeObject } | undefined {
    for (const triples of this.#left.values()) {
      for (const triple of triples) {
        const target = placed.get(triple.object.value)
        if (target && triple.object.termType === 'NamedNode') return { triple, target }
      }
    }
    return undefined
  }

  #take(triple: Quad): void {
    const rest = this.#left.get(triple.subject.value)!.filter((other) => other !== triple)
    this.#left.set(triple.subject.value, rest)
  }
}

function toText(document: NodeObject): string {
  return `${JSON.stringify(inReadingOrder(document), null, 2)}\n`
}

function inReadingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReadingOrder)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) =>
    readFirst.includes(key) ? readFirst.indexOf(key) : readFirst.length + readLast.indexOf(key) + 1
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(entries.map(([key, member]) => [key, key === '@context' ? member : inReadingOrder(member)]))
}
