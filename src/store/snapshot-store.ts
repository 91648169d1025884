/**
 * The store over a snapshot, which the workers that answer queries read too.
 */
import type { Version } from '../dataset/version.ts'
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { describe } from './describe.ts'
import { Names } from './names.ts'
import type { Snapshot } from './snapshot/snapshot.ts'
import { idsWithRows } from './snapshot/sorted-rows.ts'
import { SnapshotSource } from './snapshot/source.ts'
import type { IdentifierKind, Labels, SearchHit, SearchOptions, Store, StoreSize } from './store.ts'
import { checkWhole } from './whole-graph.ts'

export class SnapshotStore implements Store {
  readonly #snapshot: Snapshot
  readonly #source: SnapshotSource
  readonly #version: Version
  readonly #names: Names
  /** Subjects with a hash IRI, by the thing that they are a part of. */
  readonly #parts: ReadonlyMap<string, readonly string[]>
  readonly #sizes: ReadonlyMap<string, number>
  readonly #tripleCount: number
  readonly #size: StoreSize

  /** @param snapshot all graphs of a dataset, its description among them */
  constructor(snapshot: Snapshot, version: Version, baseIri: string) {
    this.#snapshot = snapshot
    this.#source = new SnapshotSource(snapshot)
    this.#version = version
    this.#tripleCount = snapshot.tripleCount
    this.#size = { quads: snapshot.quadCount, bytes: snapshot.bytes }
    this.#sizes = graphSizes(snapshot)
    this.#names = new Names(this.#source, baseIri)
    this.#parts = Map.groupBy(partsIn(snapshot), (iri) => iri.slice(0, iri.indexOf('#')))
  }

  async describe(entity: NamedNode): Promise<readonly Quad[]> {
    const parts = await this.parts(entity)
    return describe(this.#source, [entity, ...parts.map((iri) => rdf.namedNode(iri))])
  }

  async about(entity: NamedNode): Promise<readonly Quad[]> {
    return [...this.#source.quads(entity)]
  }

  async parts(thing: NamedNode): Promise<readonly string[]> {
    return this.#parts.get(thing.value) ?? []
  }

  async graph(name: NamedNode): Promise<readonly Quad[]> {
    checkWhole(this.#sizes.get(name.value) ?? 0)
    return [...this.#source.quads(null, null, null, name)]
  }

  async union(): Promise<readonly Quad[]> {
    checkWhole(this.#tripleCount)
    return [...this.#source.triples()]
  }

  async tripleCount(): Promise<number> {
    return this.#tripleCount
  }

  async graphs(): Promise<ReadonlyMap<string, number>> {
    return this.#sizes
  }

  async statedBy(source: NamedNode): Promise<readonly Quad[]> {
    const passages = await this.parts(source)
    return (await Promise.all(passages.map((passage) => this.graph(rdf.namedNode(passage))))).flat()
  }

  async subjects(): Promise<readonly string[]> {
    const { union, textOf } = this.#snapshot
    return Array.from(idsWithRows(union.spo.offsets), textOf)
  }

  async labels(iris: Iterable<string>): Promise<ReadonlyMap<string, Labels>> {
    return this.#names.labels(iris)
  }

  async search(text: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    return this.#names.search(text, options)
  }

  async identified(kind: IdentifierKind, text: string) {
    return this.#names.identified(kind, text)
  }

  version(): Version {
    return this.#version
  }

  size(): StoreSize {
    return this.#size
  }
}

function graphSizes({ graphs, byGraph, termOf }: Snapshot): ReadonlyMap<string, number> {
  const { offsets } = byGraph.gspo
  const sizes = Array.from(graphs, (id) => [termOf(id).value, offsets[id + 1]! - offsets[id]!] as const)
  return new Map(sizes.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The subjects that are a part of something. */
function partsIn({ union, textOf }: Snapshot): string[] {
  return Array.from(idsWithRows(union.spo.offsets), textOf).filter((iri) => iri.includes('#'))
}
