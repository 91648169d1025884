/**
 * RDF text of any format that the suites use or our server answers in, to quads.
 */
import { once } from 'node:events'
import jsonld from 'jsonld'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfFormats, rdfXml, triG, turtle } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import type { Library } from './suites.ts'

/**
 * Reads a whole document.
 * @param loader gives the contexts that a JSON-LD text names, by their IRI
 * @throws Error with what is wrong in the text
 */
export async function readRdf(
  text: string,
  format: RdfFormat,
  baseIri: string,
  loader: (iri: string) => unknown = refuse,
): Promise<Quad[]> {
  switch (format) {
    case rdfXml:
      return readRdfXml(text, baseIri)
    case jsonLd:
      return readJsonLd(text, baseIri, loader)
    default:
      return (await parse(text, { baseIri, file: baseIri, format })).map(({ quad }) => quad)
  }
}

/** Reads a document of the suites, whose format is told by its name's extension. */
export async function readDocument(library: Library, iri: string): Promise<Quad[]> {
  const extension = iri.split('.').at(-1)!
  const format = rdfFormats.find((candidate) => candidate.extension === extension)
  if (!format) throw new Error(`<${iri}> has the extension of no RDF format`)
  return readRdf(await library.text(iri), format, iri)
}

/** Everything that is no Char (XML 1.0 §2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
export const noXml = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u

/**
 * Whether a format can say these quads at all: RDF/XML has no name for a predicate that ends in none (RDF/XML §2.4) and
 * no characters that XML forbids, neither RDF/XML 1.1 nor JSON-LD 1.1 has triple terms or directions as RDF 1.2 has them.
 */
export function canCarry(format: RdfFormat, quads: readonly Quad[]): boolean {
  if (format !== rdfXml && format !== jsonLd) return true
  return quads.every(({ predicate, object }) => {
    if (object.termType === 'Quad') return false
    if (object.termType === 'Literal' && (object as { direction?: string }).direction) return false
    if (format === jsonLd) return true
    return /[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00b7]*$/u.test(predicate.value) && !noXml.test(object.value)
  })
}

/** The formats that `CONSTRUCT` and `DESCRIBE` are answered in. */
export const graphFormats: readonly RdfFormat[] = [jsonLd, turtle, triG, nTriples, nQuads, rdfXml]

async function readRdfXml(text: string, baseIRI: string): Promise<Quad[]> {
  const parser = new RdfXmlParser({ baseIRI, dataFactory: rdf as never })
  const quads: Quad[] = []
  parser.on('data', (quad: Quad) => quads.push(quad))
  const end = once(parser, 'end')
  parser.end(text)
  await end
  return quads
}

async function readJsonLd(text: string, base: string, loader: (iri: string) => unknown): Promise<Quad[]> {
  const documentLoader = async (url: string) => ({ documentUrl: url, document: loader(url) as never })
  const lines = await jsonld.toRDF(JSON.parse(text), { base, format: 'application/n-quads', documentLoader })
  return readRdf(lines as unknown as string, nQuads, base)
}

function refuse(iri: string): never {
  throw new Error(`no context is known at <${iri}>`)
}
