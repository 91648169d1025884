/**
 * All statements that a release is in an engine, in an order that is always the same: so that a number says how far
 * writing them has come.
 */
import type { ReleasePlace } from '../endpoint/release-place.ts'
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { dcterms, prefixes, voidNs, xsd } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { idsWithRows } from '../store/snapshot/sorted-rows.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'

/** `sd:name`; a namespace is a function, and so has a name of its own. */
const graphName = rdf.namedNode(`${prefixes.sd}name`)

/** A statement, and the graph in which it lies in the engine. */
export interface Line {
  readonly graph: string
  readonly subject: NamedNode
  /** `<s> <p> <o>` as canonical N-Triples have it, which is SPARQL too. */
  readonly text: string
}

/**
 * Those of a graph follow each other, and in a graph those of a subject.
 * @param snapshot a release with its description, without blank nodes
 */
export function* contentOf(snapshot: Snapshot, place: ReleasePlace): Generator<Line, void> {
  const source = new SnapshotSource(snapshot)
  const { graphs, byGraph } = snapshot
  const { offsets } = byGraph.gspo
  // First, so that whoever takes a draft away knows its graphs.
  for (const id of graphs) {
    const name = snapshot.termOf(id) as NamedNode
    yield lineIn(place.graphs, place.graph(name.value), graphName, name)
    const triples = rdf.literal(String(offsets[id + 1]! - offsets[id]!), xsd.integer)
    yield lineIn(place.graphs, place.graph(name.value), voidNs.triples!, triples)
  }
  for (const [thing, parts] of partsIn(snapshot)) {
    for (const part of parts) yield lineIn(place.parts, rdf.namedNode(thing), dcterms.hasPart!, rdf.namedNode(part))
  }
  for (const quad of source.triples()) yield lineOf(quad, place.union)
  for (const id of graphs) {
    const name = snapshot.termOf(id) as NamedNode
    const graph = place.graph(name.value)
    for (const quad of source.quads(null, null, null, name)) yield lineOf(quad, graph)
  }
}

/** Whatever has a hash IRI and something said of it, by the thing that it is a part of. */
function partsIn({ union, textOf }: Snapshot): ReadonlyMap<string, readonly string[]> {
  const parts = Array.from(idsWithRows(union.spo.offsets), textOf).filter((iri) => iri.includes('#'))
  return Map.groupBy(parts, (iri) => iri.slice(0, iri.indexOf('#')))
}

/** A statement of an RDF/JS quad in a graph of the engine. */
export function lineOf({ subject, predicate, object }: Quad, graph: NamedNode): Line {
  return lineIn(graph, subject as NamedNode, predicate as NamedNode, object)
}

function lineIn(graph: NamedNode, subject: NamedNode, predicate: NamedNode, object: Quad['object']): Line {
  return { graph: graph.value, subject, text: `<${subject.value}> <${predicate.value}> ${toNTerm(object)}` }
}
