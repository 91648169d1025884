/**
 * JSON-LD 1.1 with the project's own context, and no other: nothing is ever fetched.
 */
import jsonld, { type JsonLdDocument } from 'jsonld'
import { RequestError } from '../errors.ts'
import type { Literal, Quad, Term } from './environment.ts'
import { GraphText, indented, type NodeObject } from './graph-text.ts'
import { prefixes } from './namespaces.ts'

export type { NodeObject }

/** The context document as it is served: `{"@context": {…}}`. */
export interface ContextDocument {
  readonly '@context': Record<string, unknown>
}

/** Thrown for each context or document that a JSON-LD text names and that is not ours. */
export class ForeignContextError extends Error {}

const type = `${prefixes.rdf}type`

/** So many quads are compacted at once. */
const batchSize = 500

/** Compacts with one frozen context. */
export class JsonLd {
  /** The name that the context gives to `@graph`. */
  readonly graphName: string
  readonly #contextUrl: string
  readonly #document: ContextDocument

  /**
   * @param contextUrl the public address of the context, as documents name it
   * @param document what is found there
   */
  constructor(contextUrl: string, document: ContextDocument) {
    this.#contextUrl = contextUrl
    this.#document = document
    const alias = Object.entries(this.context).find(([, meaning]) => meaning === '@graph')
    this.graphName = alias ? alias[0] : '@graph'
  }

  /** The context itself, for documents that carry it. */
  get context(): Record<string, unknown> {
    return this.#document['@context']
  }

  /** Expanded JSON-LD to the compact form, as a document that names the context by its address. */
  async compact(expanded: NodeObject | readonly NodeObject[]): Promise<NodeObject> {
    const { '@context': _, ...body } = await this.#compact(expanded)
    return { '@context': this.#contextUrl, ...body }
  }

  /** Node and graph objects of the expanded form to those of the compact one, for a document of many. */
  async compactEach(expanded: readonly NodeObject[]): Promise<readonly NodeObject[]> {
    const document = await this.#compact(expanded, { graph: true })
    return (document[this.graphName] ?? []) as NodeObject[]
  }

  /**
   * Quads as a document, piece by piece: node objects, and a graph object for each graph, in the order given.
   * @param inline whether the document carries the context itself (dumps) instead of its address (answers)
   * @throws RequestError `not-acceptable` for what JSON-LD cannot say
   */
  async *document(quads: Iterable<Quad>, inline: boolean): AsyncGenerator<string, void> {
    const context = inline ? this.context : this.#contextUrl
    yield `{\n  "@context": ${indented(context, 2)},\n  ${JSON.stringify(this.graphName)}: [`
    const text = new GraphText(this.graphName)
    for (const batch of batches(quads)) yield text.of(await this.compactEach(toGraphObjects(batch)))
    yield `${text.end()}]\n}\n`
  }

  async #compact(expanded: NodeObject | readonly NodeObject[], options: object = {}): Promise<NodeObject> {
    const context = this.context as never
    return jsonld.compact(expanded as JsonLdDocument, context, { documentLoader: this.#load, ...options })
  }

  readonly #load = async (url: string) => {
    if (url !== this.#contextUrl) throw new ForeignContextError(`The context ${url} is not one that this server knows.`)
    return { documentUrl: url, document: this.#document as never }
  }
}

/** Quads in arrays; only a subject that has very many is divided. */
function* batches(quads: Iterable<Quad>): Generator<Quad[], void> {
  let batch: Quad[] = []
  for (const quad of quads) {
    const isFull = batch.length >= batchSize && !batch.at(-1)!.subject.equals(quad.subject)
    if (isFull || batch.length >= 10 * batchSize) {
      yield batch
      batch = []
    }
    batch.push(quad)
  }
  if (batch.length) yield batch
}

/** Quads of one graph as node objects of the expanded form, one a subject, in the order given. */
function toNodeObjects(quads: readonly Quad[]): NodeObject[] {
  const nodes = new Map<string, NodeObject>()
  for (const { subject, predicate, object } of quads) {
    let node = nodes.get(subject.value)
    if (!node) {
      node = { '@id': nodeId(subject) }
      nodes.set(subject.value, node)
    }
    addValue(node, predicate.value, object)
  }
  return [...nodes.values()]
}

/** Quads with their named graphs: a graph object for each, in the order given. */
export function toGraphObjects(quads: readonly Quad[]): NodeObject[] {
  return [...Map.groupBy(quads, ({ graph }) => graph.value)].flatMap(([graph, members]) => {
    const nodes = toNodeObjects(members)
    return graph === '' ? nodes : [{ '@id': graph, '@graph': nodes }]
  })
}

/** Adds a value to a property of a node object; `rdf:type` becomes `@type`. */
export function addValue(node: NodeObject, predicate: string, object: Term): void {
  if (predicate === type && object.termType === 'NamedNode') append(node, '@type', object.value)
  else append(node, predicate, toValue(object))
}

/** Appends to an array member of a node object. */
export function append(node: NodeObject, key: string, value: unknown): void {
  const values = node[key] as unknown[] | undefined
  if (values) values.push(value)
  else node[key] = [value]
}

/** A node reference or value object (JSON-LD 1.1 §9.5). */
function toValue(term: Term): NodeObject {
  if (term.termType === 'Quad') {
    throw new RequestError('not-acceptable', {
      en: 'JSON-LD cannot carry a triple term; ask for Turtle instead.',
      fr: 'JSON-LD ne peut pas contenir de terme de triplet\u00a0; demandez plutôt Turtle.',
    })
  }
  return term.termType === 'Literal' ? valueObject(term) : { '@id': nodeId(term) }
}

function valueObject({ value, language, direction, datatype }: Literal): NodeObject {
  if (direction)
    throw new RequestError('not-acceptable', {
      en: 'JSON-LD cannot carry a base direction; ask for Turtle instead.',
      fr: 'JSON-LD ne peut pas contenir de sens d’écriture\u00a0; demandez plutôt Turtle.',
    })
  if (language) return { '@value': value, '@language': language }
  if (datatype.value === `${prefixes.xsd}string`) return { '@value': value }
  if (datatype.value === `${prefixes.xsd}boolean` && /^(true|false)$/.test(value)) return { '@value': value === 'true' }
  // Only the canonical form of a small integer survives the way through a JSON number.
  if (datatype.value === `${prefixes.xsd}integer` && /^(0|-?[1-9]\d{0,14})$/.test(value))
    return { '@value': Number(value) }
  return { '@value': value, '@type': datatype.value }
}

function nodeId(term: Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}
