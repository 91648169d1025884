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
  return toText(await context.compact(treeFrom(iri, sortTriples(quads))))
}

/** The same statements with the passage behind each: one graph object a passage. */
async function provenanceDocument(quads: readonly Quad[], context: JsonLd): Promise<string> {
  return toText(await context.compact(toGraphObjects(sortQuads(quads))))
}

/** The tree of a description in the expanded form, from the node of an IRI. @param triples in the order of `sortTriples` */
export function treeFrom(iri: string, triples: readonly Quad[]): NodeObject {
  return new Tree(triples).from(iri)
}

class Tree {
  readonly #triples: readonly Quad[]
  /** Triples that are not in the tree yet, by subject. */
  readonly #left: Map<string, Quad[]>
  readonly #placed = new Map<string, NodeObject>()
  /** Where the triples stand that point at a node. */
  readonly #pointers: ReadonlyMap<string, readonly number[]>
  /** By triple: 1 if it points at a node of the tree. */
  readonly #isPointing: Uint8Array
  /** Before this one no triple points at a node of the tree. */
  #first = 0

  constructor(triples: readonly Quad[]) {
    this.#triples = triples
    this.#left = Map.groupBy(triples, ({ subject }) => subject.value)
    this.#isPointing = new Uint8Array(triples.length)
    this.#pointers = Map.groupBy(
      Array.from(triples.keys()).filter((at) => triples[at]!.object.termType === 'NamedNode'),
      (at) => triples[at]!.object.value,
    )
  }

  from(iri: string): NodeObject {
    const root = this.#node(iri)
    // What points at a node of the tree hangs under it; that brings new nodes, so until nothing more can be hung.
    for (let triple = this.#pointing(); triple; triple = this.#pointing()) {
      const target = this.#placed.get(triple.object.value)!
      this.#take(triple)
      target['@reverse'] ??= {}
      append(target['@reverse'] as NodeObject, triple.predicate.value, this.#node(triple.subject.value))
    }
    const loose = [...this.#left.keys()].map((subject) => this.#node(subject))
    if (loose.length) root['@included'] = loose
    return root
  }

  /** Moves everything that is said of a node into the tree, and what it names with it. */
  #node(iri: string): NodeObject {
    const triples = this.#left.get(iri) ?? []
    this.#left.delete(iri)
    const node: NodeObject = { '@id': iri }
    this.#place(iri, node)
    for (const { predicate, object } of triples) {
      const named =
        object.termType === 'NamedNode' && this.#left.has(object.value) && !predicate.value.endsWith('#type')
      if (named) append(node, predicate.value, this.#node(object.value))
      else addValue(node, predicate.value, object)
    }
    return node
  }

  #place(iri: string, node: NodeObject): void {
    if (this.#placed.has(iri)) return
    this.#placed.set(iri, node)
    for (const at of this.#pointers.get(iri) ?? []) {
      this.#isPointing[at] = 1
      this.#first = Math.min(this.#first, at)
    }
  }

  /** The first triple that points at a node of the tree and is not in it. */
  #pointing(): Quad | undefined {
    for (let at = this.#isPointing.indexOf(1, this.#first); at >= 0; at = this.#isPointing.indexOf(1, at)) {
      this.#isPointing[at] = 0
      this.#first = at
      const triple = this.#triples[at]!
      if (this.#left.has(triple.subject.value)) return triple
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

/** The same value, what a person wants to read first in front. */
export function inReadingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReadingOrder)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string) =>
    readFirst.includes(key) ? readFirst.indexOf(key) : readFirst.length + readLast.indexOf(key) + 1
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(entries.map(([key, member]) => [key, key === '@context' ? member : inReadingOrder(member)]))
}
