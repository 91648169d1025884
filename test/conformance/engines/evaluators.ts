/**
 * Two evaluators over one engine of others: the engine itself, and our program in front of it. What the first can do and the
 * second cannot is our fault.
 */
import { text } from 'node:stream/consumers'
import type { AskEngine } from '../../../src/endpoint/ask.ts'
import { placeOf } from '../../../src/endpoint/release-place.ts'
import { Budget } from '../../../src/query/budget.ts'
import { RemoteEngine } from '../../../src/query/remote/engine.ts'
import type { ParsedQuery } from '../../../src/query/syntax.ts'
import { type NamedNode, type Quad, rdf } from '../../../src/rdf/environment.ts'
import type { JsonLd } from '../../../src/rdf/jsonld.ts'
import { prefixes, voidNs, xsd } from '../../../src/rdf/namespaces.ts'
import { Extents } from '../../../src/store/remote/extents.ts'
import { RemoteStore } from '../../../src/store/remote/store.ts'
import type { Evaluator } from '../evaluation.ts'
import type { Served } from '../http/application.ts'

/** An engine of others, of which the tests have a part for themselves. */
export interface TestedEngine {
  /** Makes these all that is there. */
  fill(quads: readonly Quad[]): Promise<void>
  readonly ask: AskEngine
  /** What it answers in a media type, over what it was filled with. @throws Error if it does not */
  answer(query: string, mediaType: string): Promise<string>
}

/** The engine without us. */
export class Alone implements Evaluator {
  readonly #engine: TestedEngine

  constructor(engine: TestedEngine) {
    this.#engine = engine
  }

  async load(quads: readonly Quad[]): Promise<void> {
    await this.#engine.fill(peopled(quads))
  }

  async answer({ text, query, places }: ParsedQuery, mediaType: string): Promise<string> {
    // The prologue with absolute IRIs: the engine has another base.
    return this.#engine.answer(query.prologue + text.slice(places.head.from), mediaType)
  }
}

/** A release is never empty, and engines do not keep a graph that is: where there is no default graph it gets a triple. */
function peopled(quads: readonly Quad[]): readonly Quad[] {
  if (quads.some(({ graph }) => graph.termType === 'DefaultGraph')) return quads
  const something = rdf.namedNode('https://tests.example/something')
  return [...quads, rdf.quad(something, something, something) as Quad]
}

const baseIri = 'https://tests.example/'
const version = { name: '2026-01-01-0', date: '2026-01-01', sha256: '0' }
const place = placeOf(baseIri, version.name)

/** Our program over the engine, in which the dataset lies as a release does. */
export class Behind implements Evaluator, Served {
  readonly engine: RemoteEngine
  readonly #tested: TestedEngine
  #triples = 0

  constructor(tested: TestedEngine, jsonLd: JsonLd) {
    this.#tested = tested
    this.engine = new RemoteEngine({
      ask: tested.ask,
      release: place,
      jsonLd: async () => jsonLd,
      atOnce: 1,
      queue: 1,
      timeoutMs: 30_000,
      budget: new Budget(0),
      maxBytes: 2 ** 26,
      serviceAllow: [],
    })
  }

  async load(quads: readonly Quad[]): Promise<void> {
    const dataset = [...rdf.dataset([...peopled(quads)])] as Quad[]
    const byGraph = Map.groupBy(dataset, ({ graph }) => graph.value)
    const placed = Array.from(byGraph, ([name, within]) => {
      const at = name ? place.graph(name) : place.union
      const lying = within.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, at) as Quad)
      return name ? [...lying, ...entryOf(at, name, lying.length)] : lying
    })
    await this.#tested.fill(placed.flat())
    this.#triples = byGraph.get('')!.length
  }

  async openStore(): Promise<RemoteStore> {
    const { ask } = this.#tested
    const extents = new Extents(ask, place)
    return RemoteStore.open({ ask, release: place, version, triples: this.#triples, extents }, baseIri)
  }

  async answer(query: ParsedQuery, mediaType: string): Promise<string> {
    const request = { query, mediaType, client: 'tests', arrived: performance.now() }
    const { body } = await this.engine.execute(request, new AbortController().signal)
    return Buffer.isBuffer(body) ? body.toString() : text(body)
  }
}

/** What a release says of a graph in it, as `ReleasePlace.graphs` has it. */
function entryOf(at: NamedNode, name: string, triples: number): Quad[] {
  const facts = [
    [rdf.namedNode(`${prefixes.sd}name`), rdf.namedNode(name)],
    [voidNs.triples!, rdf.literal(String(triples), xsd.integer)],
  ] as const
  return facts.map(([property, value]) => rdf.quad(at, property, value, place.graphs) as Quad)
}
