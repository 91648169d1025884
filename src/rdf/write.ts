/**
 * Quads in any of the formats of the table.
 */
import type { Quad } from './environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml } from './formats.ts'
import type { JsonLd } from './jsonld.ts'
import { sortQuads, sortTriples } from './order.ts'
import { inPieces } from './pieces.ts'
import { toRdfXml } from './rdfxml.ts'
import { toLines, toTurtle } from './serialize.ts'

/**
 * A whole document: sorted; in a format without graphs, each triple once.
 * @param context whose address JSON-LD names
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function writeQuads(quads: readonly Quad[], format: RdfFormat, context: JsonLd): Promise<string> {
  const sorted = format.graphs ? sortQuads(quads) : sortTriples(quads)
  return (await Array.fromAsync(writePieces(sorted, format, context, false))).join('')
}

/**
 * A document piece by piece.
 * @param quads in the order of `sortQuads`, or for a format without graphs in that of `sortTriples`; they are walked
 *   twice where the document begins with what is in all of them
 * @param inline whether JSON-LD carries the context itself instead of its address
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function* writePieces(
  quads: Iterable<Quad>,
  format: RdfFormat,
  context: JsonLd,
  inline: boolean,
): AsyncGenerator<string, void> {
  if (format === jsonLd) yield* context.document(quads, inline)
  else yield* inPieces(textsOf(quads, format))
}

function textsOf(quads: Iterable<Quad>, format: RdfFormat): Iterable<string> {
  switch (format) {
    case rdfXml:
      return toRdfXml(quads)
    case nTriples:
    case nQuads:
      return toLines(quads, format)
    default:
      return toTurtle(quads, format)
  }
}
