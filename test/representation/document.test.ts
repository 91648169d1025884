/**
 * JSON-LD documents and pages say what the other formats say, and nothing that a literal or an IRI smuggles in.
 */
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { type Quad, rdf, toTriple } from '../../src/rdf/environment.ts'
import { nQuads, turtle } from '../../src/rdf/formats.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { linkTo } from '../../src/representation/addresses.ts'
import { graphView } from '../../src/representation/view.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const contextUrl = `${baseIri}ontology/context.jsonld`
const contextDocument = (await get('/ontology/context.jsonld')).json()

/** Reads our context and nothing else. */
async function documentLoader(url: string) {
  if (url !== contextUrl) throw new Error(`asked for ${url}`)
  return { documentUrl: url, document: contextDocument }
}

async function toLines(document: object): Promise<string[]> {
  const nquads = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader } as never)
  const quads = await parse(nquads as unknown as string, { baseIri, file: '', format: nQuads })
  return quads.map(({ quad }) => toNQuad(quad)).sort()
}

const things = [...new Set(dataset.quads.map(({ subject }) => subject.value))]
  .filter((iri) => iri.startsWith(`${baseIri}id/`) && !iri.includes('#'))
  .map((iri) => iri.slice(`${baseIri}id/`.length))

describe('the JSON-LD of a thing', () => {
  test.each(things)('%s expands to the same graph as its Turtle', async (slug) => {
    const document = (await get(`/data/${slug}`, 'application/ld+json')).json()
    expect(document['@context']).toBe(contextUrl)
    expect(document.id).toBe(`${baseIri}id/${slug}`)
    const text = (await get(`/data/${slug}.ttl`)).body
    const triples = (await parse(text, { baseIri, file: '', format: turtle })).map(({ quad }) =>
      toNQuad(toTriple(quad)),
    )
    expect(await toLines(document)).toEqual(triples.sort())
  })

  test('with provenance it expands to the same dataset as its N-Quads', async () => {
    const document = (await get('/data/la-coroutine.jsonld?provenance')).json()
    const lines = (await get('/data/la-coroutine.nq')).body.trimEnd().split('\n')
    expect(await toLines(document)).toEqual(lines.map((line) => `${line}\n`).sort())
    expect(JSON.stringify(document)).toContain('source/visite-elus-2016#L42')
  })

  test('is readable by eye: names by language, plain words for properties', async () => {
    const document = (await get('/data/la-coroutine')).json()
    expect(Object.keys(document).slice(0, 4)).toEqual(['@context', 'id', 'type', 'name'])
    expect(document.name).toEqual({ fr: 'La Coroutine', en: 'La Coroutine' })
    expect(document.type).toEqual(expect.arrayContaining(['Commons', 'Place']))
    expect([document.floorSize].flat()).toContainEqual(expect.objectContaining({ value: 200, unitCode: 'MTK' }))
    const used = document.usesSoftware.map(({ id }: { id: string }) => id.replace(baseIri, ''))
    expect(used.sort()).toEqual(['id/mailman', 'id/wiki-coroutine'])
    expect(JSON.stringify(document)).toContain('co-managed')
    const cocotte = (await get('/data/cocotte')).json()
    expect(cocotte.hostedAt.name.fr).toBe('La Coroutine')
  })

  test('no key of any document is an IRI that the context could have named', async () => {
    for (const slug of things) {
      const keys = new Set<string>()
      JSON.stringify((await get(`/data/${slug}`)).json(), (key, value) => {
        if (key.startsWith('http')) keys.add(key)
        return value
      })
      expect([slug, ...keys]).toEqual([slug])
    }
  })
})

test('only pages and the web are linked to', () => {
  const bases = { baseIri, publicUrl: baseIri }
  expect(linkTo(bases, 'javascript:alert(1)')).toBeUndefined()
  expect(linkTo(bases, 'JaVaScRiPt:alert(1)')).toBeUndefined()
  expect(linkTo(bases, 'mailto:a@b.example')).toBeUndefined()
  expect(linkTo(bases, `${baseIri}id/mutualab`)).toBe('/page/mutualab')
  expect(linkTo(bases, 'http://www.wikidata.org/entity/Q648')).toBe('http://www.wikidata.org/entity/Q648')
})

test('what is said about how something is known comes after what is said of it', () => {
  const thing = rdf.namedNode(`${baseIri}id/x`)
  const say = (predicate: string, text: string) =>
    rdf.quad(thing, rdf.namedNode(predicate), rdf.literal(text), rdf.namedNode(`${baseIri}source/s#L1`)) as Quad
  const quads = [
    say('http://www.w3.org/2000/01/rdf-schema#comment', 'how it was found'),
    say('http://schema.org/telephone', 'what it is'),
  ]
  const context = { baseIri, publicUrl: baseIri, language: 'fr', path: 'page/x', labels: new Map() } as const
  expect(graphView(quads, context)[0]!.facts.map(({ value }) => value.text)).toEqual(['what it is', 'how it was found'])
})
