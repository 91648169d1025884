/**
 * The files of a release and their media types.
 */
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml, triG, turtle } from '../rdf/formats.ts'

/** The formats of a dump, in the order of its listing. */
export const releaseFormats: readonly RdfFormat[] = [jsonLd, nQuads, triG, turtle, nTriples, rdfXml]

/** The dataset's own description, which no dump holds. */
export const metadataFile = 'metadata.ttl'
export const sumsFile = 'SHA256SUMS'

/** What a release of now has; one of an earlier program may have had others. */
export const releaseFiles: readonly string[] = [
  ...releaseFormats.flatMap(({ extension }) => [`commons.${extension}`, `commons.${extension}.gz`]),
  metadataFile,
  sumsFile,
]

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
