/**
 * The mark of the run that is at work in an engine (`draftsOf`). Whoever begins puts its own in the place of any other
 * one, as nobody can tell one that was killed from one that is at work; so a run has to look whether it is still there.
 */
import { randomUUID } from 'node:crypto'
import type { Engine } from '../endpoint/engine.ts'
import { draftsOf } from '../endpoint/release-place.ts'
import { FaultsError } from '../errors.ts'
import { prov } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'

/** Between two looks while batches are written. */
const intervalMs = 1000

export class RunMark {
  /** A pattern that has a solution as long as the mark is there. */
  readonly pattern: string
  readonly #engine: Engine
  readonly #graph: string
  readonly #link: string
  readonly #run = `urn:uuid:${randomUUID()}`
  #lookedAt = 0

  constructor(engine: Engine, baseIri: string) {
    this.#engine = engine
    this.#graph = toNTerm(draftsOf(baseIri))
    this.#link = `${this.#graph} ${toNTerm(prov.wasGeneratedBy!)}`
    this.pattern = `GRAPH ${this.#graph} { ${this.#link} <${this.#run}> }`
  }

  /** Puts it in the place of any other run's. */
  async put(signal: AbortSignal): Promise<void> {
    await this.#engine.update(
      `DELETE WHERE { GRAPH ${this.#graph} { ${this.#link} ?run } } ;
       INSERT DATA { ${this.pattern} }`,
      signal,
    )
  }

  async remove(signal: AbortSignal): Promise<void> {
    await this.#engine.update(`DELETE DATA { ${this.pattern} }`, signal)
  }

  async isThere(signal: AbortSignal): Promise<boolean> {
    const rows = await this.#engine.rows(`SELECT ?run { GRAPH ${this.#graph} { ${this.#link} ?run } }`, signal)
    this.#lookedAt = performance.now()
    // Two that were put in the same moment may both be there where an engine has no transactions: then neither goes on.
    return rows.length === 1 && rows[0]!.get('run')!.value === this.#run
  }

  /** @throws FaultsError if another run has begun since */
  async check(signal: AbortSignal): Promise<void> {
    if (!(await this.isThere(signal))) throw overtaken()
  }

  /** As `check`, but looks once in a while only. */
  async checkAtTimes(signal: AbortSignal): Promise<void> {
    if (performance.now() - this.#lookedAt > intervalMs) await this.check(signal)
  }
}

/** What a run ends with that another one has begun beside. */
export function overtaken(): FaultsError {
  const message =
    'Another run of load has begun in this engine, and only one can be at work: this one ends, and has changed nothing that is served.'
  return new FaultsError([{ message }])
}
