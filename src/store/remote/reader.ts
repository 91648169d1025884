/**
 * A release in an engine of others, read by pattern as if it were here. What is not here yet is noted, and read as if
 * there were nothing; who made something of that makes it anew when all that was noted has come (`reading`). So pages stay
 * plain functions of the graph, and ask an engine for what they need and nothing else.
 */
import type { Quad } from '../../rdf/environment.ts'
import { toTriple } from '../../rdf/environment.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import type { Pattern, QuadReader } from '../../rdf/quad-reader.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import { type Extent, fits, keyOf } from './extent.ts'
import type { Extents } from './extents.ts'

/** What is made of single things reads those; what is made of the whole graph reads what is said of all things. */
export type Scope = 'things' | 'whole'

/** Pointers at a thing that are read first; then ten times as many, and so on. */
const first = 1000

/** Something that was not here was read after all that had been noted had come. */
export class NotRead extends Error {
  readonly extent: Extent

  constructor(extent: Extent) {
    super('Not read yet')
    this.extent = extent
  }
}

export class RemoteReader implements QuadReader {
  readonly #extents: Extents
  readonly #scope: Scope
  readonly #missing = new Map<string, Extent>()
  #settled = false

  constructor(extents: Extents, scope: Scope) {
    this.#extents = extents
    this.#scope = scope
  }

  get missing(): readonly Extent[] {
    return [...this.#missing.values()]
  }

  /** From now on what is not here is an error, as what was made is kept. */
  settle(): void {
    this.#settled = true
  }

  *quads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Generator<Quad, void> {
    // What is no term is in no statement, and would be something else in a query.
    if ([subject, predicate, object, graph].some((term) => term && !isWellFormed(term))) return
    const extent = this.#extentFor(subject, predicate, object, graph)
    const loaded = this.#extents.find(extent)
    if (!loaded) return this.#miss(extent)
    for (const quad of loaded.candidates(subject, object)) {
      const matches =
        fits(subject, quad.subject) &&
        fits(predicate, quad.predicate) &&
        fits(object, quad.object) &&
        fits(graph, quad.graph)
      if (matches) yield quad
    }
    if (!loaded.whole) this.#miss({ ...extent, limit: loaded.limit * 10 } as Extent)
  }

  *triples(subject?: Pattern, predicate?: Pattern, object?: Pattern): Generator<Quad, void> {
    const seen = new Set<string>()
    for (const quad of this.quads(subject, predicate, object)) {
      const triple = toTriple(quad) as Quad
      const line = toNQuad(triple)
      if (seen.has(line)) continue
      seen.add(line)
      yield triple
    }
  }

  #extentFor(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Extent {
    const whole: Extent | undefined = predicate ? { of: 'predicate', term: predicate } : undefined
    if (whole && (this.#scope === 'whole' || !(subject || object) || this.#extents.find(whole))) return whole
    if (subject) return { of: 'subject', term: subject }
    if (!object) {
      if (graph) return { of: 'graph', term: graph }
      throw new TypeError('Nobody reads a whole engine by pattern')
    }
    const pointing: Extent = { of: 'object', term: object, limit: first }
    const loaded = this.#extents.find(pointing)
    // Of what many point at, those by one property are read by themselves.
    return predicate && loaded && !loaded.whole ? { ...pointing, predicate } : pointing
  }

  #miss(extent: Extent): void {
    if (this.#settled) throw new NotRead(extent)
    this.#missing.set(keyOf(extent), extent)
  }
}

/** Rounds after which something is wrong with who reads. */
const mostRounds = 100

/**
 * Makes something of the graph, again and again until nothing was missing.
 * @param make is called with another reader each time, and keeps nothing from one time to the next
 * @throws what `make` throws when nothing is missing, and what `AskEngine` does
 */
export async function reading<T>(
  extents: Extents,
  scope: Scope,
  make: (reader: RemoteReader) => T | Promise<T>,
): Promise<T> {
  for (let round = 0; round < mostRounds; round++) {
    const reader = new RemoteReader(extents, scope)
    const made = await attempt(() => make(reader))
    const { missing } = reader
    if ('error' in made && made.error instanceof NotRead) await extents.load([made.error.extent, ...missing])
    else if (missing.length) await extents.load(missing)
    else {
      reader.settle()
      if ('error' in made) throw made.error
      return made.value
    }
  }
  throw new Error(`After ${mostRounds} rounds something is still not read`)
}

/** Does what reads with a reader that has settled, as often as there is something that it has to wait for. */
export async function whenRead<T>(extents: Extents, work: () => T | Promise<T>): Promise<T> {
  for (let round = 0; round < mostRounds; round++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotRead)) throw error
      await extents.load([error.extent])
    }
  }
  throw new Error(`After ${mostRounds} rounds something is still not read`)
}

/** What is made of a part may fail for that. */
async function attempt<T>(make: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await make() }
  } catch (error) {
    return { error }
  }
}
