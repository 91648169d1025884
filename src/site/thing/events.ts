/**
 * Which things are events.
 */
import { rdf } from '../../rdf/environment.ts'
import { prefixes, rdfNs } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

/** schema:Event and what schema.org narrows it to. */
export function isAnEvent(iri: string, source: QuadReader): boolean {
  return Iterator.from(source.triples(rdf.namedNode(iri), rdfNs.type!)).some(
    ({ object: { value } }) => value.startsWith(prefixes.schema) && /Event(Series)?$/.test(value),
  )
}
