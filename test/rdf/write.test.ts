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
import { fitsRdfXml } from '../../src/rdf/rdfxml.ts'
import { literal, taggedLiteral, tripleTerm } from '../../src/rdf/terms.ts'
import { writePieces, writeQuads } from '../../src/rdf/write.ts'

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

/** Two triples for each of so many subjects. */
const triplesFor = (count: number) =>
  Array.from({ length: count }, (_, index) => `<s${index}> <p> ${index} ; <q> "text\\n${index}"@fr .`).join('\n')

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
    expect(fitsRdfXml(bell)).toBe(false)
    const unnameable = await quadsOf('GRAPH <g> { <a> <http://x.example/1> <b> }')
    await expect(writeQuads(unnameable, rdfXml, context)).rejects.toThrow('http://x.example/1')
    expect(fitsRdfXml(unnameable)).toBe(false)
    const [one] = forXml
    for (const object of [
      literal('x'),
      taggedLiteral('x', 'ar', 'rtl'),
      tripleTerm(one!.subject, one!.predicate, one!.object),
    ]) {
      const said = [...forXml, rdf.quad(one!.subject as never, one!.predicate as never, object as never) as Quad]
      expect(fitsRdfXml(said)).toBe(object.value === 'x' && object.termType === 'Literal' && !object.direction)
      if (!fitsRdfXml(said))
        await expect(writeQuads(said, rdfXml, context)).rejects.toMatchObject({ code: 'not-acceptable' })
    }
  })

  test('JSON-LD carries the graphs, and integers and booleans as themselves only where nothing is lost', async () => {
    const document = JSON.parse(
      (await Array.fromAsync(writePieces(sortQuads(awkward), jsonLd, context, true))).join(''),
    )
    const nquads = (await jsonld.toRDF(document, { format: 'application/n-quads' })) as unknown as string
    expect(lines(await quadsOf(nquads, nQuads))).toEqual(lines(awkward))
    expect(JSON.stringify(document)).toContain(',7,true]')
  })

  test('JSON-LD is divided where nobody sees it: graphs are whole, and the text is that of the parsed document', async () => {
    const many = await quadsOf(
      ['g1', 'g2']
        .map((graph) => `GRAPH <${graph}> { ${triplesFor(1500)} } GRAPH <${graph}/x> { <a> <b> 1 }`)
        .join('\n'),
    )
    const text = await writeQuads([...many, ...many.map(toTriple)], jsonLd, context)
    const document = JSON.parse(text)
    expect(text).toBe(`${JSON.stringify(document, null, 2)}\n`)
    const graphs = document['@graph'].filter((object: object) => '@graph' in object)
    expect(graphs.map((graph: { '@id': string }) => graph['@id'].slice(base.length))).toEqual([
      'g1',
      'g1/x',
      'g2',
      'g2/x',
    ])
    expect(graphs[0]['@graph']).toHaveLength(1500)
    const nquads = (await jsonld.toRDF({ ...document, '@context': {} }, { format: 'application/n-quads' })) as never
    expect(lines(await quadsOf(nquads, nQuads))).toEqual(lines([...many, ...many.map(toTriple)]))
  })

  test('JSON-LD of a subject with very many statements is in several node objects, which say them all', async () => {
    const many = await quadsOf(
      `GRAPH <g> { <a> <p> ${Array.from({ length: 12_000 }, (_, n) => `"text ${n}"`).join()} }`,
    )
    const pieces = await Array.fromAsync(writePieces(sortQuads(many), jsonLd, context, true))
    const document = JSON.parse(pieces.join(''))
    expect(document['@graph']).toHaveLength(1)
    expect(document['@graph'][0]['@graph'].length).toBeGreaterThan(1)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 18)
    const nquads = (await jsonld.toRDF(document, { format: 'application/n-quads' })) as never
    expect(lines(await quadsOf(nquads, nQuads))).toEqual(lines(many))
  })

  test('others have their turns while a long document is written', async () => {
    const [subject, predicate] = [rdf.namedNode(`${base}id/a`), rdf.namedNode(`${base}p`)]
    const many = Array.from({ length: 50_000 }, (_, n) => rdf.quad(subject, predicate, rdf.literal(`${n}`)) as Quad)
    let turns = 0
    const other = setInterval(() => turns++, 1)
    const text = await writeQuads(many, nTriples, context)
    clearInterval(other)
    expect(text.split('\n')).toHaveLength(50_001)
    expect(turns).toBeGreaterThan(5)
  })

  test('nothing at all is a document too', async () => {
    for (const format of [nQuads, triG, nTriples, turtle, rdfXml, jsonLd]) {
      const text = await writeQuads([], format, context)
      if (format === jsonLd) expect(JSON.parse(text)['@graph']).toEqual([])
      else if (format === rdfXml)
        expect(await Array.fromAsync(Readable.from([text]).pipe(new RdfXmlParser()))).toEqual([])
      else expect(await quadsOf(text, format)).toEqual([])
    }
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
