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
import { type Quad, rdf } from '../../../src/rdf/environment.ts'
import type { JsonLd } from '../../../src/rdf/jsonld.ts'
import { prefixes } from '../../../src/rdf/namespaces.ts'
import type { Evaluator } from '../evaluation.ts'

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

const place = placeOf('https://tests.example/', '2026-01-01-0')

/** Our program over the engine, in which the dataset lies as a release does. */
export class Behind implements Evaluator {
  readonly #engine: TestedEngine
  readonly #front: RemoteEngine

  constructor(engine: TestedEngine, jsonLd: JsonLd) {
    this.#engine = engine
    this.#front = new RemoteEngine({
      ask: engine.ask,
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
    const named = new Map<string, Quad>()
    const placed = peopled(quads).map(({ subject, predicate, object, graph }) => {
      if (graph.termType === 'DefaultGraph') return rdf.quad(subject, predicate, object, place.union) as Quad
      const at = place.graph(graph.value)
      named.set(graph.value, rdf.quad(at, rdf.namedNode(`${prefixes.sd}name`), graph, place.graphs) as Quad)
      return rdf.quad(subject, predicate, object, at) as Quad
    })
    await this.#engine.fill([...placed, ...named.values()])
  }

  async answer(query: ParsedQuery, mediaType: string): Promise<string> {
    const request = { query, mediaType, client: 'tests', arrived: performance.now() }
    const { body } = await this.#front.execute(request, new AbortController().signal)
    return Buffer.isBuffer(body) ? body.toString() : text(body)
  }
}
