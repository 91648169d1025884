/**
 * What has been read of a release in an engine of others. A release never changes, so that what is read stays true; what
 * was read for single things is forgotten when it becomes much.
 */
import { type AskEngine, EngineError } from '../../endpoint/ask.ts'
import type { ReleasePlace } from '../../endpoint/release-place.ts'
import type { Quad } from '../../rdf/environment.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import { batches, type Extent, keyOf, queryFor } from './extent.ts'
import { Loaded } from './loaded.ts'
import { quadRows } from './quad-rows.ts'

/** Quads of single things that are kept at most. */
const most = 500_000

/** What an extent takes of that which has no quads, such as that of a thing that nobody knows. */
const weightOfNone = 5

export class Extents {
  readonly #ask: AskEngine
  readonly #release: ReleasePlace
  /** Of predicates, which are read for all things. */
  readonly #wide = new Map<string, Loaded>()
  readonly #narrow = new Map<string, Loaded>()
  readonly #loading = new Map<string, Promise<void>>()
  #kept = 0

  constructor(ask: AskEngine, release: ReleasePlace) {
    this.#ask = ask
    this.#release = release
  }

  find(extent: Extent): Loaded | undefined {
    return this.#of(extent).get(keyOf(extent))
  }

  /** Reads those that are not there, or not as far. @throws what `AskEngine` does */
  async load(extents: Iterable<Extent>): Promise<void> {
    const waiting: Promise<void>[] = []
    const wanted: Extent[] = []
    for (const extent of extents) {
      const under = this.#loading.get(keyOf(extent))
      if (under) waiting.push(under)
      else wanted.push(extent)
    }
    for (const batch of batches(wanted)) {
      const reading = this.#readAgain(batch).finally(() => {
        for (const extent of batch) this.#loading.delete(keyOf(extent))
      })
      for (const extent of batch) this.#loading.set(keyOf(extent), reading)
      waiting.push(reading)
    }
    const failed = (await Promise.allSettled(waiting)).find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
  }

  /** Virtuoso 7.2.5, busy and just started, has given answers with what is no IRI; asked again it did not. */
  #readAgain(batch: readonly Extent[]): Promise<void> {
    return this.#read(batch).catch((error) => {
      if (!(error instanceof EngineError) || error.fault !== 'failed') throw error
      return this.#read(batch)
    })
  }

  async #read(batch: readonly Extent[]): Promise<void> {
    const found = new Map<string, Quad[]>(batch.map((extent) => [keyOf(extent), []]))
    const [{ of: kind }] = batch as [Extent]
    for await (const quad of quadRows(this.#ask, queryFor(batch, this.#release))) {
      const target = batch.length === 1 ? batch[0]! : extentOf(quad, kind, batch)
      found.get(keyOf(target))!.push(quad)
    }
    for (const extent of batch) this.#keep(extent, found.get(keyOf(extent))!)
  }

  #keep(extent: Extent, quads: Quad[]): void {
    const limit = extent.of === 'object' ? extent.limit : Number.POSITIVE_INFINITY
    const whole = quads.length <= limit
    if (extent.of !== 'predicate') {
      const weight = quads.length + weightOfNone
      this.#kept += weight
      if (this.#kept > most) {
        this.#narrow.clear()
        this.#kept = weight
      }
    }
    this.#of(extent).set(keyOf(extent), new Loaded(sorted(whole ? quads : quads.slice(0, limit)), whole, limit))
  }

  #of({ of: kind }: Extent): Map<string, Loaded> {
    return kind === 'predicate' ? this.#wide : this.#narrow
  }
}

/** By subject, predicate, object and graph, as the lines of N-Quads sort. */
function sorted(quads: readonly Quad[]): Quad[] {
  return Array.from(quads, (quad): [string, Quad] => [toNQuad(quad), quad])
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, quad]) => quad)
}

/** To which of several extents a quad belongs. */
function extentOf(quad: Quad, kind: Extent['of'], batch: readonly Extent[]): Extent {
  const term = kind === 'subject' ? quad.subject : quad.object
  const extent = batch.find(
    (one) => one.term.equals(term) && (one.of !== 'object' || !one.predicate || one.predicate.equals(quad.predicate)),
  )
  if (!extent) throw new EngineError('failed', 'answered otherwise than it was asked')
  return extent
}
