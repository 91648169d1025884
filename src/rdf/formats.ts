/**
 * The RDF formats, in one table: everything that reads, writes, negotiates or lists formats looks here.
 */

export interface RdfFormat {
  /** File extension, without the dot. */
  readonly extension: string
  /** The registered media type that answers carry. */
  readonly mediaType: string
  /** The name that people know. */
  readonly name: string
  /** Whether it can carry named graphs, and so the passage behind each fact. */
  readonly graphs: boolean
}

export const jsonLd: RdfFormat = {
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  name: 'JSON-LD',
  graphs: true,
}
export const turtle: RdfFormat = { extension: 'ttl', mediaType: 'text/turtle', name: 'Turtle', graphs: false }
export const nTriples: RdfFormat = {
  extension: 'nt',
  mediaType: 'application/n-triples',
  name: 'N-Triples',
  graphs: false,
}
export const nQuads: RdfFormat = { extension: 'nq', mediaType: 'application/n-quads', name: 'N-Quads', graphs: true }
export const triG: RdfFormat = { extension: 'trig', mediaType: 'application/trig', name: 'TriG', graphs: true }
export const rdfXml: RdfFormat = {
  extension: 'rdf',
  mediaType: 'application/rdf+xml',
  name: 'RDF/XML',
  graphs: false,
}

/** In the order in which a client without preference gets them. */
export const rdfFormats: readonly RdfFormat[] = [jsonLd, turtle, triG, nTriples, nQuads, rdfXml]
