/**
 * Quads as an RDF/JS Source (https://rdf.js.org/stream-spec/#source-interface) whose default graph is the union of all
 * named graphs, each triple once.
 */
import { Store as N3Store } from 'n3'
import { type Quad, toTriple } from '../rdf/environment.ts'

export function unionSource(quads: readonly Quad[]): N3Store {
  // n3 types its own term classes; RDF/JS terms are all that it needs.
  return new N3Store([...quads, ...quads.map(toTriple)] as never[])
}
