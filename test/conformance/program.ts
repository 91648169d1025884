/**
 * The program as the suites see it: the evaluator of the query workers, over the dataset of one test after the other.
 * The default graph is the test's own, not the union of the named graphs.
 */
import { Readable } from 'node:stream'
import { type Version, versionOf } from '../../src/dataset/version.ts'
import { RequestError } from '../../src/errors.ts'
import type { QueryEngine, QueryRequest } from '../../src/query/engine.ts'
import { evaluate } from '../../src/query/evaluation/evaluate.ts'
import { furtherFunctions } from '../../src/query/functions/table.ts'
import { type ParsedQuery, parseQuery } from '../../src/query/syntax.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../../src/rdf/environment.ts'
import type { JsonLd } from '../../src/rdf/jsonld.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import type { Store, StoreSize } from '../../src/store/store.ts'
import type { Evaluator } from './evaluation.ts'
import type { Served } from './http/application.ts'

/** A store whose quads can be replaced, with their own default graph. It knows no entities and no labels. */
class ReplaceableStore implements Store {
  snapshot = buildSnapshot([])
  #version = versionOf([])

  load(quads: readonly Quad[]): void {
    this.snapshot = buildSnapshot(quads)
    this.#version = versionOf(quads.map(withoutTripleTerms))
  }

  async graph(name: NamedNode): Promise<readonly Quad[]> {
    return this.#quadsOf(name)
  }

  async union(): Promise<readonly Quad[]> {
    return this.#quadsOf(rdf.defaultGraph())
  }

  async tripleCount(): Promise<number> {
    return this.#quadsOf(rdf.defaultGraph()).length
  }

  async graphs(): Promise<ReadonlyMap<string, number>> {
    const names = Array.from(this.snapshot.graphs, (id) => this.snapshot.termOf(id))
    return new Map(names.map((name) => [name.value, this.#quadsOf(name).length]))
  }

  version(): Version {
    return this.#version
  }

  size(): StoreSize {
    return { quads: this.snapshot.quadCount, bytes: this.snapshot.bytes }
  }

  readonly describe = async () => []
  readonly about = async () => []

  readonly parts = async () => []
  readonly statedBy = async () => []
  readonly labels = async () => new Map()
  readonly instances = async () => []
  readonly search = async () => []
  readonly identified = async () => undefined
  readonly subjects = async () => []

  #quadsOf(graph: Term): Quad[] {
    return [...new SnapshotSource(this.snapshot).quads(null, null, null, graph)]
  }
}

export class Program implements Evaluator, Served {
  readonly engine: QueryEngine
  readonly #replaceable = new ReplaceableStore()
  readonly #jsonLd: JsonLd

  constructor(jsonLd: JsonLd) {
    this.#jsonLd = jsonLd
    this.engine = {
      federates: false,
      repeats: true,
      extensionFunctions: furtherFunctions,
      mayAsk: () => false,
      parse: ({ text, baseIri, dataset }) => parseQuery(text, baseIri, dataset),
      execute: async ({ query, mediaType }: QueryRequest) => {
        const answer = await this.answer(query, mediaType)
        return { mediaType, body: Readable.from([Buffer.from(answer)]) }
      },
      close: async () => {},
    }
  }

  load(quads: readonly Quad[]): void {
    this.#replaceable.load(quads)
  }

  async openStore(): Promise<Store> {
    return this.#replaceable
  }

  async answer(query: ParsedQuery, mediaType: string): Promise<string> {
    const { snapshot } = this.#replaceable
    const limits = {
      clock: () => performance.now(),
      deadline: performance.now() + 30_000,
      memoryBytes: 512 * 1024 * 1024,
    }
    const askEndpoint = () =>
      Promise.reject(
        new RequestError('query-refused', { en: 'SERVICE is refused here.', fr: 'SERVICE est refusé ici.' }),
      )
    const options = { snapshot, defaultGraph: 'own', jsonLd: async () => this.#jsonLd, limits, askEndpoint } as const
    let text = ''
    await evaluate(query, mediaType, options, (chunk) => {
      text += chunk
    })
    return text
  }
}

/** The version only has to change with the dataset. */
function withoutTripleTerms(quad: Quad): Quad {
  if (quad.object.termType !== 'Quad') return quad
  return rdf.quad(quad.subject, quad.predicate, rdf.literal(JSON.stringify(quad.object)), quad.graph) as Quad
}
