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

export function passageOf(iri: string, source: QuadReader): Passage {
  const node = rdf.namedNode(iri)
  let passage: Passage = { iri }
  for (const { predicate, object } of source.triples(node)) {
    if (predicate.equals(dcterms.isPartOf)) passage = { ...passage, partOf: object.value }
    if (predicate.equals(cg.observedOn)) passage = { ...passage, observedOn: object.value }
    if (predicate.equals(cg.quotation)) passage = { ...passage, quotation: object as Literal }
  }
  return passage
}
