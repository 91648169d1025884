/**
 * Where something is said: a passage of a source, with when that was and in which words; or another graph.
 */
import { type Literal, rdf } from '../../rdf/environment.ts'
import { cg, dcterms } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

export interface Passage {
  /** The IRI of the graph. */
  readonly iri: string
  /** The source that it is part of; none where the graph is no passage. */
  readonly partOf?: string
  /** The day on which what it says was so, as it is written. */
  readonly observedOn?: string
  readonly quotation?: Literal
}

/** So many are kept: a page names the same few again and again. */
const most = 10_000

const kept = new WeakMap<QuadReader, Map<string, Passage>>()

export function passageOf(iri: string, source: QuadReader): Passage {
  const known = kept.get(source) ?? new Map<string, Passage>()
  kept.set(source, known)
  let passage = known.get(iri)
  if (!passage) {
    passage = readPassage(iri, source)
    if (known.size >= most) known.clear()
    known.set(iri, passage)
  }
  return passage
}

/** A date of XML Schema may have a time zone, which no day here needs; what is no date stays as it is written. */
export function dayOf(written: string): string {
  return /^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(written)?.[1] ?? written
}

function readPassage(iri: string, source: QuadReader): Passage {
  const node = rdf.namedNode(iri)
  let passage: Passage = { iri }
  for (const { predicate, object } of source.triples(node)) {
    if (predicate.equals(dcterms.isPartOf)) passage = { ...passage, partOf: object.value }
    if (predicate.equals(cg.observedOn)) passage = { ...passage, observedOn: dayOf(object.value) }
    if (predicate.equals(cg.quotation) && object.termType === 'Literal') passage = { ...passage, quotation: object }
  }
  return passage
}
