/**
 * The sources with their passages, and what each passage gave to the graph.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcterms, prov, rdfNs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { inTurns, type Work } from '../../turns.ts'
import { passageOf } from '../known/passage.ts'
import { once } from '../once.ts'

export interface Source {
  readonly iri: string
  /** Persons, groups or bodies that answer for it, by IRI. */
  readonly authors: readonly string[]
  /** Its own date, or else the first and the last day of its passages; none where no day is stated. */
  readonly days: readonly string[]
  /** By IRI. */
  readonly licences: readonly string[]
  readonly addresses: readonly string[]
  /** In the order of the text; those without a position come last. */
  readonly passages: readonly SourcePassage[]
  readonly facts: number
}

export interface SourcePassage {
  readonly iri: string
  readonly observedOn?: string
  /** How many statements stand in its graph. */
  readonly facts: number
  /** Those of which it says something, by IRI, those of which it says most first. */
  readonly things: readonly string[]
}

/** Those that gave most come first. */
export const sourcesOf = once(({ source }) => inTurns(sourcesIn(source)))

export function* sourcesIn(reader: QuadReader): Work<readonly Source[]> {
  const sources: Source[] = []
  for (const { subject } of reader.triples(null, rdfNs.type!, cg.Source!)) {
    sources.push(yield* sourceOf(subject as NamedNode, reader))
  }
  return sources.sort((one, other) => other.facts - one.facts || (one.iri < other.iri ? -1 : 1))
}

function* sourceOf(node: NamedNode, reader: QuadReader): Work<Source> {
  const objects = (property: NamedNode) => Array.from(reader.triples(node, property), ({ object }) => object.value)
  const passages: { position: number; passage: SourcePassage }[] = []
  for (const { subject } of reader.triples(null, dcterms.isPartOf!, node)) {
    const passage = yield* given(subject as NamedNode, reader)
    passages.push({ position: positionOf(subject as NamedNode, reader), passage })
  }
  const own = objects(dcterms.date!)
  const days = own.length ? own : passages.flatMap(({ passage }) => passage.observedOn ?? []).sort()
  return {
    iri: node.value,
    authors: objects(prov.wasAttributedTo!),
    days: [...new Set([days[0], days.at(-1)])].filter((day) => day !== undefined),
    licences: objects(dcterms.license!),
    addresses: objects(schema.url!),
    passages: passages
      .sort((one, other) => one.position - other.position || (one.passage.iri < other.passage.iri ? -1 : 1))
      .map(({ passage }) => passage),
    facts: passages.reduce((sum, { passage }) => sum + passage.facts, 0),
  }
}

function* given(passage: NamedNode, reader: QuadReader): Work<SourcePassage> {
  let facts = 0
  const said = new Map<string, number>()
  for (const { subject } of reader.quads(null, null, null, passage)) {
    facts++
    const thing = subject.value.replace(/#.*/s, '')
    said.set(thing, (said.get(thing) ?? 0) + 1)
    yield
  }
  const { observedOn } = passageOf(passage.value, reader)
  const things = [...said].flatMap(([iri, times]) => subjectsOf(iri, reader).map((thing) => [thing, times] as const))
  things.sort(([, one], [, other]) => other - one)
  return {
    iri: passage.value,
    ...(observedOn && { observedOn }),
    facts,
    things: [...new Set(things.map(([thing]) => thing))],
  }
}

/** A fact or an assessment is no thing that one looks for: what it is about is. */
function subjectsOf(iri: string, reader: QuadReader): string[] {
  const about = Array.from(reader.triples(rdf.namedNode(iri), cg.about!), ({ object }) => object.value)
  return about.length ? about : [iri]
}

function positionOf(passage: NamedNode, reader: QuadReader): number {
  for (const { object } of reader.triples(passage, schema.position!)) return Number(object.value)
  return Number.MAX_SAFE_INTEGER
}
