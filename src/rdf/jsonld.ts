/**
 * JSON-LD 1.1 with the project's own context, and no other: nothing is ever fetched.
 */
import jsonld, { type JsonLdDocument } from 'jsonld'
import { RequestError } from '../errors.ts'
import type { Literal, Quad, Term } from './environment.ts'
import { prefixes } from './namespaces.ts'

/** A JSON object of the expanded form (JSON-LD 1.1 §9). */
export type NodeObject = { [key: string]: unknown }

/** The context document as it is served: `{"@context": {…}}`. */
export interface ContextDocument {
  readonly '@context': Record<string, unknown>
}

/** Thrown for each context or document that a JSON-LD text names and that is not ours. */
export class ForeignContextError extends Error {}

const type = `${prefixes.rdf}type`

/** Compacts and expands with one frozen context. */
export class JsonLd {
  readonly #contextUrl: string
  readonly #context: ContextDocument

  /** @param contextUrl the public address of the context, as documents name it */
  constructor(contextUrl: string, context: ContextDocument) {
    this.#contextUrl = contextUrl
    this.#context = context
  }

  /**
   * Expanded JSON-LD to the compact form.
   * @param inline whether the document carries the context itself (dumps) instead of its address (answers)
   */
  async compact(expanded: NodeObject | readonly NodeObject[], inline = false): Promise<NodeObject> {
    const { '@context': _, ...body } = await jsonld.compact(
      expanded as JsonLdDocument,
      this.#context['@context'] as never,
      {
        documentLoader: this.#load,
      },
    )
    return { '@context': inline ? this.#context['@context'] : this.#contextUrl, ...body }
  }

  readonly #load = async (url: string) => {
    if (url !== this.#contextUrl) throw new ForeignContextError(`The context ${url} is not one that this server knows.`)
    return { documentUrl: url, document: this.#context as never }
  }
}

/** Quads of one graph as node objects of the expanded form, one a subject, in the order given. */
export function toNodeObjects(quads: readonly Quad[]): NodeObject[] {
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
export function toValue(term: Term): NodeObject {
  if (term.termType === 'Quad') {
    throw new RequestError('not-acceptable', 'JSON-LD cannot carry a triple term; ask for Turtle instead.')
  }
  return term.termType === 'Literal' ? valueObject(term) : { '@id': nodeId(term) }
}

function valueObject({ value, language, direction, datatype }: Literal): NodeObject {
  if (direction)
    throw new RequestError('not-acceptable', 'JSON-LD cannot carry a base direction; ask for Turtle instead.')
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
