/**
 * The store over a release in an engine of others. Single things are read there when they are asked for; what finds things
 * by name is kept here, as no two engines search texts alike.
 */

import type { Version } from '../../dataset/version.ts'
import type { AskEngine } from '../../endpoint/ask.ts'
import type { ReleasePlace } from '../../endpoint/release-place.ts'
import { rowsOf } from '../../endpoint/rows.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { prefixes } from '../../rdf/namespaces.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import { describe } from '../describe.ts'
import { Names } from '../names.ts'
import type { IdentifierKind, Labels, SearchHit, SearchOptions, Store, StoreSize } from '../store.ts'
import { checkWhole } from '../whole-graph.ts'
import type { Extents } from './extents.ts'
import { reading, whenRead } from './reader.ts'

export interface RemoteRelease {
  readonly ask: AskEngine
  readonly release: ReleasePlace
  readonly version: Version
  /** Those of the union. */
  readonly triples: number
  readonly extents: Extents
}

/** Things whose parts are kept at most. */
const mostParts = 50_000

export class RemoteStore implements Store {
  readonly #at: RemoteRelease
  readonly #names: Names
  readonly #sizes: ReadonlyMap<string, number>
  /** Those that were asked for lately; a release never changes. */
  readonly #parts = new Map<string, readonly string[]>()

  private constructor(at: RemoteRelease, names: Names, sizes: ReadonlyMap<string, number>) {
    this.#at = at
    this.#names = names
    this.#sizes = sizes
  }

  /** Reads the names of all things. @throws what `AskEngine` does */
  static async open(at: RemoteRelease, baseIri: string): Promise<RemoteStore> {
    const sizes = await Array.fromAsync(
      rows(at, `?at <${prefixes.sd}name> ?g ; <${prefixes.void}triples> ?n`, at.release.graphs, 'ORDER BY ?g'),
      ({ g, n }) => [g!.value, Number(n!.value)] as const,
    )
    const names = await reading(at.extents, 'whole', (reader) => new Names(reader, baseIri))
    return new RemoteStore(at, names, new Map(sizes))
  }

  async describe(entity: NamedNode): Promise<readonly Quad[]> {
    const parts = await this.parts(entity)
    const nodes = [entity, ...parts.map((iri) => rdf.namedNode(iri))]
    return reading(this.#at.extents, 'things', (reader) => describe(reader, nodes))
  }

  async about(entity: NamedNode): Promise<readonly Quad[]> {
    return reading(this.#at.extents, 'things', (reader) => [...reader.quads(entity)])
  }

  async parts(thing: NamedNode): Promise<readonly string[]> {
    if (!isWellFormed(thing)) return []
    const known = this.#parts.get(thing.value)
    if (known) return known
    const parts = await this.#partsThere(thing)
    if (this.#parts.size >= mostParts) this.#parts.clear()
    this.#parts.set(thing.value, parts)
    return parts
  }

  async #partsThere(thing: NamedNode): Promise<readonly string[]> {
    const found = rows(
      this.#at,
      `<${thing.value}> <${prefixes.dcterms}hasPart> ?part`,
      this.#at.release.parts,
      'ORDER BY ?part',
    )
    return Array.fromAsync(found, ({ part }) => part!.value)
  }

  async graph(name: NamedNode): Promise<readonly Quad[]> {
    checkWhole(this.#sizes.get(name.value) ?? 0)
    return reading(this.#at.extents, 'things', (reader) => [...reader.quads(null, null, null, name)])
  }

  async union(): Promise<readonly Quad[]> {
    checkWhole(this.#at.triples)
    const found = rows(this.#at, '?s ?p ?o', this.#at.release.union)
    return Array.fromAsync(found, ({ s, p, o }) => rdf.quad(s as never, p as never, o as never) as Quad)
  }

  async tripleCount(): Promise<number> {
    return this.#at.triples
  }

  async graphs(): Promise<ReadonlyMap<string, number>> {
    return this.#sizes
  }

  async statedBy(source: NamedNode): Promise<readonly Quad[]> {
    const passages = await this.parts(source)
    return reading(this.#at.extents, 'things', (reader) =>
      passages.flatMap((passage) => [...reader.quads(null, null, null, rdf.namedNode(passage))]),
    )
  }

  async subjects(): Promise<readonly string[]> {
    const found = rows(this.#at, '?s ?p ?o', this.#at.release.union, 'ORDER BY ?s', 'DISTINCT ?s')
    return Array.fromAsync(found, ({ s }) => s!.value)
  }

  async labels(iris: Iterable<string>): Promise<ReadonlyMap<string, Labels>> {
    return this.#names.labels(iris)
  }

  async search(text: string, options: SearchOptions): Promise<readonly SearchHit[]> {
    return whenRead(this.#at.extents, () => this.#names.search(text, options))
  }

  async identified(kind: IdentifierKind, text: string) {
    return whenRead(this.#at.extents, () => this.#names.identified(kind, text))
  }

  version(): Version {
    return this.#at.version
  }

  size(): StoreSize {
    return { quads: this.#sizes.values().reduce((sum, triples) => sum + triples, 0) }
  }
}

/** What a graph of the release says, by the names of the variables. */
async function* rows(
  { ask }: RemoteRelease,
  pattern: string,
  graph: NamedNode,
  order = '',
  variables = '*',
): AsyncGenerator<Readonly<Record<string, Term>>, void> {
  const query = `SELECT ${variables} WHERE { GRAPH <${graph.value}> { ${pattern} } } ${order}`
  for await (const row of rowsOf(ask, query)) yield Object.fromEntries(row)
}
