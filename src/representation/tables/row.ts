/**
 * One row of a table: a thing, and what is read about it and about what it names. Nothing is kept from row to row.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { cg, rdfNs, wgs84 } from '../../rdf/namespaces.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import { sortNames, sortQuads } from '../../rdf/order.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

export class Row {
  readonly subject: NamedNode
  readonly #source: QuadReader
  #statements: readonly Quad[] | undefined
  #byPredicate: ReadonlyMap<string, readonly Quad[]> | undefined
  /** What was read before: columns come in pairs, which ask for the same. */
  readonly #read = new Map<string, readonly Term[]>()

  constructor(iri: string, source: QuadReader) {
    this.subject = rdf.namedNode(iri)
    this.#source = source
  }

  /** What is said of the subject, in graph order: read when it is first asked for, and all of it at once. */
  get statements(): readonly Quad[] {
    this.#statements ??= sortQuads(this.#source.quads(this.subject))
    return this.#statements
  }

  /** The distinct objects of a node of the row, in the order of the graphs that state them. */
  objects(node: Term, property: NamedNode): readonly Term[] {
    if (node.termType !== 'NamedNode') return []
    return this.#once(`${node.value} ${property.value}`, () => {
      const statements = node.equals(this.subject)
        ? this.#statementsWith(property)
        : sortQuads(this.#source.quads(node, property))
      return [...new Map(statements.map(({ object }) => [toNTerm(object), object])).values()]
    })
  }

  /** The things that name a node under a property, by IRI. */
  subjects(property: NamedNode, node: Term): readonly Term[] {
    return this.#once(`${property.value} of ${toNTerm(node)}`, () => {
      const iris = Array.from(this.#source.triples(null, property, node), ({ subject }) => subject.value)
      return sortNames(iris).map((iri) => rdf.namedNode(iri))
    })
  }

  has(node: Term, property: NamedNode, object: Term): boolean {
    for (const _ of this.#source.triples(node, property, object)) return true
    return false
  }

  /** The passages that state something of the subject. */
  passages(): readonly NamedNode[] {
    return sortNames(this.statements.map(({ graph }) => graph.value))
      .map((iri) => rdf.namedNode(iri))
      .filter((graph) => this.has(graph, rdfNs.type!, cg.Passage!))
  }

  /** Latitude and longitude that one graph states together: those of two graphs could make a point that nobody meant. */
  position(): { readonly latitude: Term; readonly longitude: Term } | undefined {
    const longitudes = this.#statementsWith(wgs84.long!)
    for (const { object: latitude, graph } of this.#statementsWith(wgs84.lat!)) {
      const longitude = longitudes.find((stated) => stated.graph.equals(graph))?.object
      if (longitude) return { latitude, longitude }
    }
    return undefined
  }

  #statementsWith(property: NamedNode): readonly Quad[] {
    this.#byPredicate ??= Map.groupBy(this.statements, ({ predicate }) => predicate.value)
    return this.#byPredicate.get(property.value) ?? []
  }

  #once(question: string, read: () => readonly Term[]): readonly Term[] {
    const known = this.#read.get(question) ?? read()
    this.#read.set(question, known)
    return known
  }
}
