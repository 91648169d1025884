/**
 * The description of a thing, out of a snapshot.
 */
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { cg, rdfNs, rdfs } from '../rdf/namespaces.ts'
import { toNQuad } from '../rdf/nquads.ts'
import { hasAny, type QuadReader } from '../rdf/quad-reader.ts'

/**
 * What is said of a thing and of its parts, what points at either, and the labels of all that these statements name:
 * each quad once. Nothing if nothing is said of the thing itself.
 * @param nodes the thing, then its parts
 */
export function describe(source: QuadReader, nodes: readonly NamedNode[]): readonly Quad[] {
  if (!hasAny(source.quads(nodes[0]))) return []
  const statements = nodes.flatMap((node) => [...source.quads(node), ...source.quads(null, null, node)])
  return [...new Map([...statements, ...namesIn(statements, source)].map((quad) => [toNQuad(quad), quad])).values()]
}

/**
 * The labels of every thing in some statements; a fact or an assessment is named by its text. Terms of vocabularies
 * (properties, classes) are not things that a description names.
 */
function namesIn(statements: readonly Quad[], source: QuadReader): Quad[] {
  const iris = new Set(
    statements
      .flatMap(({ subject, predicate, object }) => (predicate.equals(rdfNs.type) ? [subject] : [subject, object]))
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value),
  )
  return [...iris]
    .map((iri) => rdf.namedNode(iri))
    .flatMap((node) => [...source.quads(node, rdfs.label!), ...source.quads(node, cg.text!)])
}
