/**
 * The keys by which a commons is looked at, and the properties that are filed under each.
 */
import { rdf } from '../../rdf/environment.ts'
import { cg, schema, skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'

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

/** The keys under which something is known of each thing and of each part of one, by IRI. */
export type KeysKnown = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Under a key are a fact, an assessment, or a statement with a property that is filed there, about a thing or a part of it,
 * whether or not the thing names the part.
 * All are read by property: thing by thing would ask an engine for everything that it has.
 */
export function* keysKnown(keys: readonly EvaluationKey[], source: QuadReader): Work<KeysKnown> {
  const known = new Map<string, Set<string>>()
  const add = (node: string, key: string) => {
    for (const iri of new Set([node, node.replace(/#.*/s, '')])) {
      const under = known.get(iri)
      if (under) under.add(key)
      else known.set(iri, new Set([key]))
    }
  }
  for (const { subject, object: node } of source.triples(null, cg.about!)) {
    if (node.termType !== 'NamedNode') continue
    for (const { object: key } of source.triples(subject, cg.underKey!)) add(node.value, key.value)
    yield
  }
  for (const { iri, properties } of keys) {
    for (const property of properties) {
      for (const { subject } of source.triples(null, rdf.namedNode(property))) {
        add(subject.value, iri)
        yield
      }
    }
  }
  return known
}
