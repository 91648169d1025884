/**
 * The store over a snapshot, which the workers that answer queries read too.
 */
import { graphNames } from '../dataset/graphs.ts'
import type { Version } from '../dataset/version.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { cg, rdfNs, rdfs, skos } from '../rdf/namespaces.ts'
import { LabelIndex } from './search.ts'
import type { Snapshot } from './snapshot/snapshot.ts'
import { idsWithRows } from './snapshot/sorted-rows.ts'
import { SnapshotSource } from './snapshot/source.ts'
import type { GraphSize, Instance, Labels, SearchHit, SearchOptions, Store, StoreSize } from './store.ts'

export class SnapshotStore implements Store {
  readonly #source: SnapshotSource
  readonly #version: Version
  readonly #labels: LabelIndex
  /** Subjects with a hash IRI, by the thing that they are a part of. */
  readonly #parts: ReadonlyMap<string, readonly string[]>
  readonly #graphs: readonly GraphSize[]
  readonly #tripleCount: number
  readonly #size: StoreSize

  /** @param snapshot all graphs of a dataset, its description among them */
  constructor(snapshot: Snapshot, version: Version, baseIri: string) {
    this.#source = new SnapshotSource(snapshot)
    this.#version = version
    this.#tripleCount = snapshot.tripleCount
    this.#size = { quads: snapshot.quadCount, bytes: snapshot.bytes }
    this.#graphs = graphSizes(snapshot)
    const { dataset } = graphNames(baseIri)
    const naming = [rdfs.label!, skos.altLabel!].flatMap((property) => [...this.#source.quads(null, property)])
    this.#labels = new LabelIndex(
      naming.filter(({ graph }) => !graph.equals(dataset)),
      `${baseIri}id/`,
    )
    this.#parts = Map.groupBy(partsIn(snapshot), (iri) => iri.slice(0, iri.indexOf('#')))
  }

  async describe(entity: NamedNode): Promise<readonly Quad[]> {
    if (!this.#stated(entity, null).length) return []
    const nodes = [entity, ...(this.#parts.get(entity.value) ?? []).map((iri) => rdf.namedNode(iri))]
    const statements = nodes.flatMap((node) => [...this.#stated(node, null), ...this.#stated(null, null, node)])
    return [...rdf.dataset([...statements, ...this.#namesIn(statements)])] as Quad[]
  }

  async graph(name: NamedNode): Promise<readonly Quad[]> {
    return [...this.#source.quads(null, null, null, name)]
  }

  async union(): Promise<readonly Quad[]> {
    return [...this.#source.triples()]
  }

  async tripleCount(): Promise<number> {
    return this.#tripleCount
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

  size(): StoreSize {
    return this.#size
  }

  #stated(subject: Term | null, predicate: Term | null, object: Term | null = null): Quad[] {
    return [...this.#source.quads(subject, predicate, object)]
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

function graphSizes({ graphs, byGraph, termOf }: Snapshot): GraphSize[] {
  const { offsets } = byGraph.gspo
  return Array.from(graphs, (id) => ({ iri: termOf(id).value, triples: offsets[id + 1]! - offsets[id]! })).sort(
    (a, b) => (a.iri < b.iri ? -1 : 1),
  )
}

/** The subjects that are a part of something. */
function partsIn({ union, textOf }: Snapshot): string[] {
  return Array.from(idsWithRows(union.spo.offsets), textOf).filter((iri) => iri.includes('#'))
}
