/**
 * What is said of a release as a whole may change while its data stay the same: another address, another release before
 * it. In an engine the difference is made good with one request.
 */
import { graphNames } from '../dataset/graphs.ts'
import type { Engine } from '../endpoint/engine.ts'
import type { ReleasePlace } from '../endpoint/release-place.ts'
import { FaultsError } from '../errors.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { blocksOf } from './batches.ts'
import { contentOf, type Line } from './content.ts'
import { differenceOf, type Returned } from './differences.ts'
import { triplesAbout } from './reading.ts'

interface Redescription {
  readonly snapshot: Snapshot
  readonly baseIri: string
  readonly engine: Engine
  readonly place: ReleasePlace
  readonly signal: AbortSignal
}

/** @throws FaultsError if the engine does not give back the description afterwards */
export async function describeAnew(options: Redescription): Promise<void> {
  const { engine, signal } = options
  const { ours, theirs } = await concerned(options)
  const { missing, extra } = differenceOf(ours, theirs, engine.quirks.changes)
  const operations = [
    ...(extra.length ? [`DELETE DATA {\n${blocksOf(extra)}}`] : []),
    ...(missing.length ? [`INSERT DATA {\n${blocksOf(missing)}}`] : []),
  ]
  if (!operations.length) return
  await engine.update(operations.join(' ;\n'), signal)
  const now = await concerned(options)
  const left = differenceOf(now.ours, now.theirs, engine.quirks.changes)
  if (left.missing.length + left.extra.length) {
    const message = `${engine.quirks.name} does not give back the description of the release as it was written`
    throw new FaultsError([{ message }])
  }
}

/** All statements that the old description or the new one has a part in, as they should be and as they are. */
async function concerned({ snapshot, baseIri, engine, place, signal }: Redescription) {
  const graph = place.graph(graphNames(baseIri).dataset.value).value
  const query = `CONSTRUCT { ?s ?p ?o } { GRAPH <${graph}> { ?s ?p ?o } }`
  const subjects = new Set((await engine.triples(query, signal)).map(({ subject }) => subject.value))
  for (const line of contentOf(snapshot, place)) if (line.graph === graph) subjects.add(line.subject.value)
  const things = new Set([...subjects].map((iri) => iri.replace(/#.*$/s, '')))
  const within: ReadonlyMap<string, ReadonlySet<string>> = new Map([
    [graph, subjects],
    [place.union.value, subjects],
    [place.parts.value, things],
    [place.graphs.value, new Set([graph])],
  ])
  const ours: Line[] = []
  for (const line of contentOf(snapshot, place)) if (within.get(line.graph)?.has(line.subject.value)) ours.push(line)
  const theirs: Returned[] = []
  for (const [graph, subjects] of within) theirs.push(...(await triplesAbout(subjects, graph, engine, signal)))
  return { ours, theirs }
}
