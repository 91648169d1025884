/**
 * Statements of the dataset's description as they are put together: without graph, since all stand in one.
 */
import { type Literal, type NamedNode, rdf } from '../../rdf/environment.ts'
import { rdfNs, xsd } from '../../rdf/namespaces.ts'

export type Fact = readonly [subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal]

/** One statement for each object; what is not known gives none. @param predicate a term of a namespace, which is there */
export function facts(
  subject: NamedNode,
  predicate: NamedNode | undefined,
  ...objects: readonly (NamedNode | Literal | undefined)[]
): Fact[] {
  return objects.filter((object) => object !== undefined).map((object): Fact => [subject, predicate!, object])
}

/** What things are, which those who check classes without inference have to be told of terms of others too. */
export function typed(type: NamedNode | undefined, ...things: readonly (NamedNode | undefined)[]): Fact[] {
  return things.flatMap((thing) => (thing ? facts(thing, rdfNs.type, type) : []))
}

export function node(iri: string): NamedNode {
  return rdf.namedNode(iri)
}

export function count(amount: number): Literal {
  return rdf.literal(String(amount), xsd.integer)
}

/** A text in French and in English. */
export function bilingual([french, english]: readonly [string, string]): readonly [Literal, Literal] {
  return [rdf.literal(french, 'fr'), rdf.literal(english, 'en')]
}
