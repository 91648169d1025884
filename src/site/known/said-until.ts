/**
 * Then and now: what passages said until a day.
 */
import { type Quad, type Term, toTriple } from '../../rdf/environment.ts'
import { cg } from '../../rdf/namespaces.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import type { Pattern, QuadReader } from '../../rdf/quad-reader.ts'
import { dayOf } from './passage.ts'

/** The parameter that names the day. */
export const asOfQuery = {
  asOf: { type: 'string', format: 'date', description: 'Only what passages said until this day: 2016-12-31' },
} as const

/** The statements of passages that were observed until a day; what has no such date is not there. */
export class SaidUntil implements QuadReader {
  readonly #source: QuadReader
  readonly #day: string
  readonly #graphs = new Map<string, boolean>()

  /** @param day `YYYY-MM-DD` */
  constructor(source: QuadReader, day: string) {
    this.#source = source
    this.#day = day
  }

  *quads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Iterable<Quad> {
    for (const quad of this.#source.quads(subject, predicate, object, graph)) {
      if (this.#wasSaid(quad.graph)) yield quad
    }
  }

  *triples(subject?: Pattern, predicate?: Pattern, object?: Pattern): Iterable<Quad> {
    const seen = new Set<string>()
    for (const quad of this.quads(subject, predicate, object)) {
      const triple = toTriple(quad)
      const line = toNQuad(triple)
      if (seen.has(line)) continue
      seen.add(line)
      yield triple
    }
  }

  #wasSaid(graph: Term): boolean {
    let said = this.#graphs.get(graph.value)
    if (said === undefined) {
      said = Array.from(this.#source.triples(graph, cg.observedOn!)).some(
        ({ object }) => dayOf(object.value) <= this.#day,
      )
      this.#graphs.set(graph.value, said)
    }
    return said
  }
}
