/**
 * The one RDF/JS environment of the program (https://rdf.js.org/data-model-spec/): term and quad factory, datasets, pointers.
 */
import type { BlankNode, Literal, NamedNode, Quad, Term } from '@rdfjs/types'
import rdf from 'rdf-ext'

export type { BlankNode, Literal, NamedNode, Quad, Term }
export { rdf }

/** A quad without its graph: what a triple format can carry. */
export function toTriple(quad: Quad): Quad {
  return rdf.quad(quad.subject, quad.predicate, quad.object) as Quad
}
