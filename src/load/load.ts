/**
 * A release into an engine of others: written in graphs that carry its version, read back and compared, and only then
 * made the one that is served.
 */
import { createHash } from 'node:crypto'
import { graphNames } from '../dataset/graphs.ts'
import type { Version } from '../dataset/version.ts'
import { canonicalNQuads } from '../dataset/version.ts'
import type { Engine } from '../endpoint/engine.ts'
import { placeOf, type ReleasePlace } from '../endpoint/release-place.ts'
import { type Fault, FaultsError } from '../errors.ts'
import { type Output, Progress } from '../progress.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { batchesOf } from './batches.ts'
import { contentOf, type Line } from './content.ts'
import type { Differences } from './differences.ts'
import { compareWith } from './reading.ts'
import { describeAnew } from './redescription.ts'
import { type Entry, Register, type Whole } from './register.ts'
import { removeDraft } from './removal.ts'
import { overtaken, RunMark } from './run-mark.ts'
import { writeBatches } from './writing.ts'

export interface Load {
  /** The release with its description. */
  readonly snapshot: Snapshot
  readonly version: Version
  readonly baseIri: string
  readonly engine: Engine
  /** For what is said on the way. */
  readonly notes: Output
  /** Ends the work, which can be gone on with. */
  readonly signal: AbortSignal
}

/**
 * @returns a sentence about what is there now
 * @throws EndpointError if the engine fails; FaultsError with the first statements that differ if it does not give back
 * what was written, or if another run has begun beside this one: then what was served still is
 */
export async function load(options: Load): Promise<string> {
  return new Loading(options).run()
}

class Loading {
  readonly #options: Load
  readonly #register: Register
  readonly #mark: RunMark
  readonly #place: ReleasePlace
  readonly #entry: Entry

  constructor(options: Load) {
    const { engine, baseIri, snapshot, version } = options
    this.#options = options
    this.#register = new Register(engine, baseIri)
    this.#mark = new RunMark(engine, baseIri)
    this.#place = placeOf(baseIri, version.name)
    const description = descriptionOf(snapshot, baseIri)
    this.#entry = { iri: this.#place.iri.value, version: version.name, description }
  }

  async run(): Promise<string> {
    const { signal } = this.#options
    await this.#mark.put(signal)
    const said = await this.#serve()
    await this.#mark.remove(signal)
    return said
  }

  async #serve(): Promise<string> {
    const { engine, signal, version } = this.#options
    const whole = await this.#register.whole(signal)
    const known = whole.find(({ iri }) => iri === this.#entry.iri)
    const begun = await this.#tidyDrafts(whole)
    if (known?.isCurrent && known.description === this.#entry.description) {
      await this.#removeOld(whole, known, known.previous)
      return `${engine.quirks.name} has release ${version.name} already, and serves it: there is nothing to do`
    }
    if (known && known.description !== this.#entry.description)
      await describeAnew({ ...this.#options, place: this.#place })
    const differences = known ? undefined : await this.#bring(begun)
    await this.#makeCurrent(known !== undefined)
    const how = known ? 'was there already, and is served again' : 'is there whole, and is served'
    return `Release ${version.name} ${how} by ${engine.quirks.name}${differences ? changesIn(differences) : ''}`
  }

  /** @param wasWhole as the register said when this run began */
  async #makeCurrent(wasWhole: boolean): Promise<void> {
    const { signal, version, snapshot } = this.#options
    await this.#mark.check(signal)
    const whole = await this.#register.whole(signal)
    // A run that ended after this one had begun may have taken it away as an old one.
    if (wasWhole && !whole.some(({ iri }) => iri === this.#entry.iri)) throw overtaken()
    const before = whole.find(({ isCurrent }) => isCurrent)
    const previous = before?.iri === this.#entry.iri ? before.previous : before?.iri
    const facts = { date: version.date, triples: snapshot.tripleCount, previous }
    if (!(await this.#register.makeCurrent(this.#entry, facts, whole, this.#mark, signal))) throw overtaken()
    await this.#register.forgetDraft(this.#entry.iri, signal)
    await this.#removeOld(whole, this.#entry, previous)
  }

  /** Drafts of other releases go. @returns how much of ours is written */
  async #tidyDrafts(whole: readonly Whole[]): Promise<number> {
    const { signal, notes } = this.#options
    const { iri, description } = this.#entry
    let written = 0
    const drafts = await this.#register.drafts(signal)
    await this.#mark.check(signal)
    for (const draft of drafts) {
      // Stopped after it was made current, or before it was taken off the list.
      if (whole.some((release) => release.iri === draft.iri)) await this.#register.forgetDraft(draft.iri, signal)
      else if (draft.iri === iri && draft.description === description) written = draft.written
      else {
        notes.write(`Taking away ${draft.version}, which is there in part\n`)
        // So that nobody goes on with one that is taken away in part.
        await this.#register.noteDraft(draft, 0, signal)
        await removeDraft(draft, { ...this.#options, register: this.#register, mark: this.#mark }, signal)
        await this.#mark.check(signal)
      }
    }
    return written
  }

  /** Writes what is not there yet, and compares all of it. */
  async #bring(begun: number): Promise<Differences> {
    const { engine, snapshot, signal, notes } = this.#options
    const lines = () => contentOf(snapshot, this.#place)
    const total = count(lines())
    if (begun) notes.write(`${begun} of ${total} statements are there from an earlier run\n`)
    await this.#register.noteDraft(this.#entry, begun, signal)
    const writing = steps(notes, total, 'written')
    await writeBatches(
      batchesOf(lines().drop(begun), { begun, total }, engine.quirks),
      engine,
      async (end) => {
        await this.#register.noteWritten(this.#entry, end, this.#mark, signal)
        writing.at(end)
        await this.#mark.checkAtTimes(signal)
      },
      signal,
    )
    writing.end()
    await this.#mark.check(signal)
    const comparing = steps(notes, total, 'compared')
    const differences = await compareWith(lines(), engine, comparing.at, signal)
    comparing.end()
    // Another run may have taken away what is missing.
    await this.#mark.check(signal)
    if (differences.count) await this.#refuse(differences)
    return differences
  }

  /** The next run writes all of it again, which mends what is missing. */
  async #refuse(differences: Differences): Promise<never> {
    const { engine, signal } = this.#options
    await this.#register.noteDraft(this.#entry, 0, signal)
    const message = `${engine.quirks.name} gives back otherwise what was written: ${differences.count} differences. What was served still is. The first of them:`
    throw new FaultsError([{ message }, ...differences.named.map((named): Fault => ({ message: `  ${named}` }))])
  }

  /** All but one release and the one before it, whose queries may still run. */
  async #removeOld(whole: readonly Whole[], { iri }: Entry, previous: string | undefined): Promise<void> {
    const { notes, signal } = this.#options
    for (const release of whole) {
      if (release.iri === iri || release.iri === previous) continue
      // What another run finds, it takes away, or it is what that one serves next.
      if (!(await this.#mark.isThere(signal))) return
      notes.write(`Taking away ${release.version}\n`)
      await this.#register.withdraw(release, signal)
      await removeDraft(release, { ...this.#options, register: this.#register, mark: this.#mark }, signal)
    }
  }
}

/** What is said of a release as a whole, which its version does not cover, as one hash. */
function descriptionOf(snapshot: Snapshot, baseIri: string): string {
  const { dataset } = graphNames(baseIri)
  const quads = [...new SnapshotSource(snapshot).quads(null, null, null, dataset)]
  return createHash('sha256').update(canonicalNQuads(quads)).digest('hex')
}

function changesIn({ changed }: Differences): string {
  if (!changed.size) return ', every statement as it was written'
  const parts = [...changed].map(([name, number]) => `${number} ${name}`)
  return `; of its literals there are ${parts.join(', ')}`
}

function count(lines: Iterable<Line>): number {
  let number = 0
  for (const _ of lines) number++
  return number
}

/** Says how far a long run is, every twentieth of it. */
function steps(notes: Output, total: number, done: string) {
  const progress = new Progress(notes, 20)
  let said = 0
  return {
    at(number: number) {
      for (; said < Math.floor((number / total) * 20); said++) progress.step(`${number} of ${total} statements ${done}`)
    },
    end: () => progress.end(),
  }
}
