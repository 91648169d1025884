/**
 * What is written can be read back, by parsers that are not ours, as the same statements.
 */
import { Readable } from 'node:stream'
import jsonld from 'jsonld'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { describe, expect, test } from 'vitest'
import { type Quad, rdf, toTriple } from '../../src/rdf/environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml, triG, turtle } from '../../src/rdf/formats.ts'
import { ForeignContextError, JsonLd } from '../../src/rdf/jsonld.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { sortQuads } from '../../src/rdf/order.ts'
import { parse } from '../../src/rdf/parse.ts'
import { writeQuads } from '../../src/rdf/write.ts'

const base = 'https://commons.example/'
const context = new JsonLd(`${base}ontology/context.jsonld`, { '@context': { name: 'http://schema.org/name' } })

async function quadsOf(text: string, format: RdfFormat = triG): Promise<Quad[]> {
  return (await parse(text, { baseIri: base, file: '', format })).map(({ quad }) => quad)
}

const awkward = await quadsOf(
  String.raw`
  GRAPH <g1> {
    <id/a> <http://schema.org/name> "quote \" backslash \\ newline \n tab \t & < > ü 😀"@fr, "\r\u0007"@en ;
      <http://schema.org/value> 7, 007, 1.50, true, "1"^^<http://www.w3.org/2001/XMLSchema#boolean> ;
      a <http://schema.org/Place> .
  }
  GRAPH <g2> { <id/a> a <http://schema.org/Place> . <id/b#part> <http://schema.org/about> <id/a> . }`,
)
// XML cannot carry a bell, so RDF/XML is tried without it.
const forXml = awkward.filter(({ object }) => !object.value.includes('\u0007'))

const lines = (quads: readonly Quad[]) => [...new Set(quads.map(toNQuad))].sort()
const triples = (quads: readonly Quad[]) => lines(quads.map(toTriple))

describe('writeQuads', () => {
  test.each([nQuads, triG])('$name carries the graphs', async (format) => {
    const text = await writeQuads(awkward, format, context)
    expect(lines(await quadsOf(text, format))).toEqual(lines(awkward))
  })

  test.each([nTriples, turtle])('$name carries each triple once', async (format) => {
    const read = await quadsOf(await writeQuads(awkward, format, context), format)
    expect(read).toHaveLength(triples(awkward).length)
    expect(triples(read)).toEqual(triples(awkward))
  })

  test('RDF/XML carries each triple once', async () => {
    const parser = new RdfXmlParser({ dataFactory: rdf as never })
    const text = await writeQuads(forXml, rdfXml, context)
    const read = (await Array.fromAsync(Readable.from([text]).pipe(parser))) as Quad[]
    expect(triples(read)).toEqual(triples(forXml))
  })

  test('RDF/XML says clearly what it cannot carry', async () => {
    const bell = awkward.filter(({ object }) => object.value.includes('\u0007'))
    await expect(writeQuads(bell, rdfXml, context)).rejects.toMatchObject({ code: 'not-acceptable' })
    const unnameable = await quadsOf('GRAPH <g> { <a> <http://x.example/1> <b> }')
    await expect(writeQuads(unnameable, rdfXml, context)).rejects.toThrow('http://x.example/1')
  })

  test('JSON-LD carries the graphs, and integers and booleans as themselves only where nothing is lost', async () => {
    const document = JSON.parse(await writeQuads(awkward, jsonLd, context, true))
    const nquads = (await jsonld.toRDF(document, { format: 'application/n-quads' })) as unknown as string
    expect(lines(await quadsOf(nquads, nQuads))).toEqual(lines(awkward))
    expect(JSON.stringify(document)).toContain(',7,true]')
  })

  test('the same statements in another order are the same bytes', async () => {
    const shuffled = [...awkward].reverse()
    for (const format of [nQuads, triG, nTriples, turtle, jsonLd]) {
      expect(await writeQuads(shuffled, format, context)).toBe(await writeQuads(awkward, format, context))
    }
  })
})

test('numbers inside names sort by size', () => {
  const quads = ['L10', 'L9', 'L100'].map(
    (id) => rdf.quad(rdf.namedNode(`x#${id}`), rdf.namedNode('p'), rdf.literal('')) as Quad,
  )
  expect(sortQuads(quads).map(({ subject }) => subject.value)).toEqual(['x#L9', 'x#L10', 'x#L100'])
})

test('no context but ours is ever loaded', async () => {
  const document = { '@context': 'http://127.0.0.1:9/context.jsonld', name: 'x' }
  await expect(context.compact(document as never)).rejects.toThrow(/./)
  await expect(context.compact([document] as never)).rejects.not.toBeInstanceOf(TypeError)
  expect(new ForeignContextError('x')).toBeInstanceOf(Error)
})
