/**
 * The keys by which a commons is looked at, and the properties that are filed under each.
 */
import { rdf } from '../../rdf/environment.ts'
import { cg, schema, skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

export interface EvaluationKey {
  readonly iri: string
  /** The last step of its IRI, as addresses name it. */
  readonly slug: string
  /** The properties whose statements belong under it, by IRI. */
  readonly properties: ReadonlySet<string>
}

export function keysOf(source: QuadReader, baseIri: string): readonly EvaluationKey[] {
  const scheme = rdf.namedNode(`${baseIri}scheme/evaluation-keys`)
  const iris = Array.from(source.triples(null, skos.inScheme!, scheme), ({ subject }) => subject.value)
  const positionOf = (iri: string) => {
    for (const { object } of source.triples(rdf.namedNode(iri), schema.position!)) return Number(object.value)
    return Number.POSITIVE_INFINITY
  }
  return iris
    .sort((one, other) => positionOf(one) - positionOf(other) || (one < other ? -1 : 1))
    .map((iri) => ({
      iri,
      slug: iri.slice(scheme.value.length + 1),
      properties: new Set(
        Array.from(source.triples(null, cg.evaluationKey!, rdf.namedNode(iri)), ({ subject }) => subject.value),
      ),
    }))
}
