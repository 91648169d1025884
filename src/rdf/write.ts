/**
 * Quads in any of the formats of the table.
 */
import type { Quad } from './environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml } from './formats.ts'
import { type JsonLd, toGraphObjects } from './jsonld.ts'
import { sortQuads, sortTriples } from './order.ts'
import { toRdfXml } from './rdfxml.ts'
import { toLines, toTurtle } from './serialize.ts'

/**
 * A whole document: sorted; in a format without graphs, each triple once.
 * @param context the context of JSON-LD
 * @param inline whether JSON-LD carries the context itself instead of its address
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export async function writeQuads(
  quads: readonly Quad[],
  format: RdfFormat,
  context: JsonLd,
  inline = false,
): Promise<string> {
  switch (format) {
    case jsonLd:
      return `${JSON.stringify(await context.compact(toGraphObjects(sortQuads(quads)), inline), null, 2)}\n`
    case rdfXml:
      return toRdfXml(sortTriples(quads))
    case nTriples:
      return toLines(sortTriples(quads), format)
    case nQuads:
      return toLines(sortQuads(quads), format)
    default:
      return toTurtle(format.graphs ? sortQuads(quads) : sortTriples(quads), format)
  }
}
