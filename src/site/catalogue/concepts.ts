/**
 * Concepts of a scheme and what is broader than each (SKOS §8).
 */
import { rdf } from '../../rdf/environment.ts'
import { skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

export interface Concept {
  readonly iri: string
  /** The concept itself and all that are broader, by IRI. */
  readonly broader: ReadonlySet<string>
}

export function conceptsOf(source: QuadReader, scheme: string): ReadonlyMap<string, Concept> {
  const members = Array.from(
    source.triples(null, skos.inScheme!, rdf.namedNode(scheme)),
    ({ subject }) => subject.value,
  )
  return new Map(members.map((iri) => [iri, { iri, broader: broaderOf(iri, source) }]))
}

function broaderOf(iri: string, source: QuadReader): ReadonlySet<string> {
  const all = new Set([iri])
  for (const one of all) {
    for (const { object } of source.triples(rdf.namedNode(one), skos.broader!)) all.add(object.value)
  }
  return all
}
