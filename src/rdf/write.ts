/**
 * Quads in any of the formats of the table.
 */
import { inTurns, Turns } from '../turns.ts'
import type { Quad } from './environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml } from './formats.ts'
import type { JsonLd } from './jsonld.ts'
import { inOrder } from './order.ts'
import { inPieces } from './pieces.ts'
import { toRdfXml } from './rdfxml.ts'
import { toLines, toTurtle } from './serialize.ts'

/**
 * A whole document: sorted; each quad once, and in a format without graphs each triple. Others
 * have their turns while it is sorted and between its pieces.
 * @param context whose address JSON-LD names
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function writeQuads(quads: readonly Quad[], format: RdfFormat, context: JsonLd): Promise<string> {
  const ordered = await inTurns(inOrder(quads, format.graphs ? 'quads' : 'triples'))
  return (await piecesInTurns(ordered, format, context)).join('')
}

/**
 * All pieces of a document, between which others have their turns.
 * @param quads as `writePieces` takes them
 * @param goOn after each turn of others; what it throws ends the work
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function piecesInTurns(
  quads: Iterable<Quad>,
  format: RdfFormat,
  context: JsonLd,
  goOn = () => {},
): Promise<readonly string[]> {
  const pieces: string[] = []
  const turns = new Turns()
  for await (const piece of writePieces(quads, format, context, false)) {
    pieces.push(piece)
    if (!turns.isOver) continue
    await turns.next()
    goOn()
  }
  return pieces
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
