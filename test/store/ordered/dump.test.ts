/**
 * Dumps from a snapshot are the documents that sorting all quads gives, piece by piece.
 */
import { expect, test } from 'vitest'
import { contextUrl, readContext } from '../../../src/dataset/context.ts'
import { canonicalNQuads } from '../../../src/dataset/version.ts'
import { dumpPieces } from '../../../src/rdf/dump.ts'
import { nQuads, type RdfFormat, rdfFormats, rdfXml } from '../../../src/rdf/formats.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { sortQuads, sortTriples } from '../../../src/rdf/order.ts'
import { writePieces } from '../../../src/rdf/write.ts'
import { OrderedSnapshot } from '../../../src/store/ordered/ordered-snapshot.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { config, dataset } from '../../support/dataset.ts'

const context = new JsonLd(contextUrl(config.publicUrl), await readContext(config.ontologyDir))

test.each(rdfFormats)('$name', async (format) => {
  const source = new OrderedSnapshot(buildSnapshot(dataset.quads as never))
  const pieces = await Array.fromAsync(dumpPieces(source, format, context), (piece) => Buffer.from(piece as string))
  const [notice, document] = withoutNotice(Buffer.concat(pieces).toString(), format)
  if (format === nQuads) expect(document).toBe(canonicalNQuads(dataset.quads).toString())
  else {
    const sorted = format.graphs ? sortQuads(dataset.quads) : sortTriples(dataset.quads)
    expect(document).toBe((await Array.fromAsync(writePieces(sorted, format, context, true))).join(''))
  }
  expect(notice.includes('The union of all graphs')).toBe(!format.graphs)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 20)
})

function withoutNotice(text: string, format: RdfFormat): readonly [string, string] {
  const pattern = format === rdfXml ? /<!--.*?-->\n/s : /^(#.*\n)+/
  return [pattern.exec(text)?.[0] ?? '', text.replace(pattern, '')]
}
