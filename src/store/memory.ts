/**
 * The store over n3's in-memory store. Its default graph is the union of all graphs, each triple once.
 */
import type { Store as N3Store } from 'n3'
import type { Dataset } from '../dataset/dataset.ts'
import type { Version } from '../dataset/version.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { cg, rdfNs, rdfs } from '../rdf/namespaces.ts'
import { LabelIndex } from './search.ts'
import type { GraphSize, Instance, Labels, SearchHit, SearchOptions, Store } from './store.ts'
import { unionSource } from './union-source.ts'

export class MemoryStore implements Store {
  readonly #quads: N3Store
  readonly #version: Version
  readonly #labels: LabelIndex
  /** Subjects with a hash IRI, by the thing that they are a part of. */
  readonly #parts: ReadonlyMap<string, readonly string[]>

  readonly #graphs: readonly GraphSize[]

  constructor({ baseIri, quads, description, version }: Dataset) {
    const named = [...quads, ...description]
    this.#quads = unionSource(named)
    this.#version = version
    const byGraph = Map.groupBy(named, ({ graph }) => graph.value)
    this.#graphs = Array.from(byGraph, ([iri, members]) => ({ iri, triples: members.length })).sort((a, b) =>
      a.iri < b.iri ? -1 : 1,
    )
    this.#labels = new LabelIndex(quads, `${baseIri}id/`)
    const subjects = new Set(named.map(({ subject }) => subject.value).filter((iri) => iri.includes('#')))
    this.#parts = Map.groupBy(subjects, (iri) => iri.slice(0, iri.indexOf('#')))
  }

  async describe(entity: NamedNode): Promise<readonly Quad[]> {
    if (!this.#stated(entity, null).length) return []
    const nodes = [entity, ...(this.#parts.get(entity.value) ?? []).map((iri) => rdf.namedNode(iri))]
    const statements = nodes.flatMap((node) => [...this.#stated(node, null), ...this.#stated(null, null, node)])
    return [...rdf.dataset([...statements, ...this.#namesIn(statements)])] as Quad[]
  }

  async graph(name: NamedNode): Promise<readonly Quad[]> {
    return this.#quads.getQuads(null, null, null, name as never) as unknown as Quad[]
  }

  async union(): Promise<readonly Quad[]> {
    return this.#quads.getQuads(null, null, null, rdf.defaultGraph() as never) as unknown as Quad[]
  }

  async graphs(): Promise<readonly GraphSize[]> {
    return this.#graphs
  }

  async statedBy(source: NamedNode): Promise<readonly Quad[]> {
    const passages = this.#parts.get(source.value) ?? []
    return (await Promise.all(passages.map((passage) => this.graph(rdf.namedNode(passage))))).flat()
  }

  async labels(iris: Iterable<string>): Promise<ReadonlyMap<string, Labels>> {
    const labelled = Array.from(iris, (iri) => [iri, this.#labels.labels(iri)] as const)
    return new Map(labelled.filter(([, labels]) => Object.keys(labels).length))
  }

  async instances(type: NamedNode): Promise<readonly Instance[]> {
    return this.#labels.sorted(new Set(this.#stated(null, rdfNs.type!, type).map(({ subject }) => subject.value)))
  }

  async search(text: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    return this.#labels.search(text, options)
  }

  version(): Version {
    return this.#version
  }

  /** Statements of the named graphs. */
  #stated(subject: Term | null, predicate: Term | null, object: Term | null = null): Quad[] {
    const quads = this.#quads.getQuads(subject as never, predicate as never, object as never, null)
    return quads.filter(({ graph }) => graph.termType !== 'DefaultGraph') as unknown as Quad[]
  }

  /**
   * The labels of every thing in some statements; a fact or an assessment is named by its text. Terms of vocabularies
   * (properties, classes) are not things that a description names.
   */
  #namesIn(statements: readonly Quad[]): Quad[] {
    const iris = new Set(
      statements
        .flatMap(({ subject, predicate, object }) => (predicate.equals(rdfNs.type) ? [subject] : [subject, object]))
        .filter(({ termType }) => termType === 'NamedNode')
        .map(({ value }) => value),
    )
    return [...iris]
      .map((iri) => rdf.namedNode(iri))
      .flatMap((node) => [...this.#stated(node, rdfs.label!), ...this.#stated(node, cg.text!)])
  }
}
