/**
 * The files of a release and their media types.
 */
import { RequestError } from '../errors.ts'
import type { Quad } from '../rdf/environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml, triG, turtle } from '../rdf/formats.ts'
import { toRdfXml } from '../rdf/rdfxml.ts'

/** The formats of a dump, in the order of its listing. */
const releaseFormats: readonly RdfFormat[] = [jsonLd, nQuads, triG, turtle, nTriples, rdfXml]

/** The dataset's own description, which no dump holds. */
export const metadataFile = 'metadata.ttl'
export const sumsFile = 'SHA256SUMS'

/** What every release has; RDF/XML comes where the data can be said in it. */
export const releaseFiles: readonly string[] = [
  ...releaseFormats
    .filter((format) => format !== rdfXml)
    .flatMap(({ extension }) => [`commons.${extension}`, `commons.${extension}.gz`]),
  metadataFile,
  sumsFile,
]

/** The formats of a dump of some quads: RDF/XML has no triple terms, no base directions and not every character. */
export function formatsFor(quads: readonly Quad[]): readonly RdfFormat[] {
  try {
    toRdfXml(quads)
    return releaseFormats
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return releaseFormats.filter((format) => format !== rdfXml)
  }
}

const mediaTypes = new Map([
  ...releaseFormats.map(({ extension, mediaType }) => [extension, mediaType] as const),
  ['gz', 'application/gzip'] as const,
])

/** Undefined for a name that no file of a release has: nothing else in the folder can be reached. */
export function mediaTypeOf(name: string): string | undefined {
  if (name === sumsFile) return 'text/plain'
  const extension = /^[a-z]+(?:\.[a-z]+)?\.([a-z]+)$/.exec(name)?.[1]
  return extension && mediaTypes.get(extension)
}
