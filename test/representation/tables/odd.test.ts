/**
 * Tables of data that is hard to put into tables, and of much of it.
 */
import { describe, expect, test } from 'vitest'
import { type Quad, toTriple } from '../../../src/rdf/environment.ts'
import { triG } from '../../../src/rdf/formats.ts'
import { prefixes } from '../../../src/rdf/namespaces.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { parse } from '../../../src/rdf/parse.ts'
import type { QuadReader } from '../../../src/rdf/quad-reader.ts'
import { iri, literal, type Quad as PlainQuad } from '../../../src/rdf/terms.ts'
import { toCsv } from '../../../src/representation/tables/csv.ts'
import { separatorFor } from '../../../src/representation/tables/separator.ts'
import { releaseTables } from '../../../src/representation/tables/tables.ts'
import { quad } from '../../store/snapshot/quads.ts'
import { readRecords } from '../../support/csv-records.ts'
import { baseIri } from '../../support/dataset.ts'
import { rowsOf, toTriples } from './csv2rdf.ts'
import { sourceOf, tablesOf } from './release.ts'

async function read(trig: string): Promise<Quad[]> {
  const head = Object.entries(prefixes).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
  const statements = await parse(head.join('') + trig, { baseIri, file: '', format: triG })
  return statements.map(({ quad }) => quad)
}

/** The first row of a table of some data, and whether the RDF made of it is in the data. */
async function firstRow(file: string, trig: string) {
  const quads = await read(trig)
  const { csv, metadata, separator } = tablesOf(sourceOf(quads))
  const table = metadata.tables.find(({ url }) => url === file)!
  const union = new Set(quads.map(toTriple).map(toNQuad))
  const triples = toTriples(csv.get(file)!, table).map(toNQuad)
  return { row: rowsOf(csv.get(file)!, table)[0]!, separator, stray: triples.filter((triple) => !union.has(triple)) }
}

describe('a cell', () => {
  test.each([
    ['quotes', 'un "lieu" dit "le lieu"'],
    ['commas', 'à voir, à faire,'],
    ['line breaks', 'une ligne\nune autre\r\net une\rencore'],
    ['a lone carriage return', 'une ligne\rune autre'],
    ['spaces at its ends', '  au milieu  '],
    ['a formula', '=HYPERLINK("http://evil.example/")'],
    ['a comment', '# pas un commentaire'],
    ['a text from right to left', 'مقهى الإصلاح, \u200fרפואה'],
    ['characters beyond the first plane', '𝒳 😀 \u{10FFFF}'],
    ['what no editor shows', '\u0000\u0007\ufeff\u2028'],
    ['nothing but a quote', '"'],
    ['the bar', 'atelier | jardin|'],
  ])('keeps %s', async (_, text) => {
    const { row, stray, separator } = await firstRow(
      'commons.csv',
      `GRAPH <g> { <id/a> a cg:Commons ; rdfs:label ${JSON.stringify(text)}@fr ;
        skos:altLabel ${JSON.stringify(text)}@fr, "b"@fr . }`,
    )
    expect(row.get('name_fr')).toBe(text)
    expect(row.get('other_names_fr')).toEqual([text, 'b'].sort())
    expect(stray).toEqual([])
    expect(separator).toBe(text.includes('|') ? '─' : '|')
  })

  test('says nothing that its column cannot say', async () => {
    const { row, stray } = await firstRow(
      'venues.csv',
      `GRAPH <g> { <id/a> a schema:Place ; rdfs:label "plain", "nom"@fr, "mon"@fr--rtl, "Name"@de ;
        schema:url "no IRI", <http://a.example/> ; wgs84:lat "north" ; wgs84:long "east" . }`,
    )
    expect(['name_fr', 'name_en', 'website', 'latitude'].map((name) => row.get(name))).toEqual([
      'nom',
      null,
      ['http://a.example/'],
      null,
    ])
    expect(stray).toEqual([])
  })

  test('keeps what is said of several things in line', async () => {
    const { row } = await firstRow(
      'commons.csv',
      `GRAPH <b> { <id/a> a cg:Commons ; schema:address <id/a#new> . <id/a#new> schema:streetAddress "2, rue B" . }
       GRAPH <a> { <id/a> schema:address <id/a#old> . <id/a#old> schema:addressLocality "Lille" . }
       GRAPH <c> { <id/a> schema:address <id/a#lost> ; cg:hostedAt <id/nameless> . }`,
    )
    expect(['address', 'street', 'town', 'country', 'hosted_at_fr'].map((name) => row.get(name))).toEqual([
      ['Lille', '2, rue B', null],
      [null, '2, rue B', null],
      ['Lille', null, null],
      [],
      [],
    ])
  })

  test('has of a thing that is named in two ways the name of the first graph', async () => {
    const { row } = await firstRow(
      'commons.csv',
      `GRAPH <b> { <id/a> a cg:Commons ; cg:hostedAt <id/b> . <id/b> rdfs:label "un"@fr . }
       GRAPH <a> { <id/b> rdfs:label "deux"@fr . }`,
    )
    expect(row.get('hosted_at_fr')).toEqual(['deux'])
  })

  test('has a latitude and a longitude that are stated together', async () => {
    const { row, stray } = await firstRow(
      'venues.csv',
      `GRAPH <a> { <id/a> wgs84:lat 1.0 . } GRAPH <b> { <id/a> wgs84:long 2.0 ; wgs84:lat 3.0 . }`,
    )
    expect([row.get('latitude'), row.get('longitude')]).toEqual(['3.0', '2.0'])
    expect(stray).toEqual([])
  })

  test('takes facts, and not what else is filed under a key', async () => {
    const { row } = await firstRow(
      'commons.csv',
      `GRAPH <a> { <id/a> a cg:Commons .
        <id/f> a cg:Fact ; cg:about <id/a> ; cg:underKey <scheme/evaluation-keys/partage> ; cg:text "Oui"@fr .
        <id/g> a cg:Assessment ; cg:about <id/a> ; cg:underKey <scheme/evaluation-keys/partage> ; cg:text "Non"@fr . }`,
    )
    expect([row.get('sharing_fr'), row.get('governance_fr')]).toEqual([['Oui'], []])
  })
})

test('what hosts something or has a place on the map is a venue, what has an address alone is none', async () => {
  const quads = await read(`GRAPH <a> { <id/guest> cg:hostedAt <id/host> . <id/group> cg:meetsAt <id/room> .
    <id/tree> wgs84:lat 1.0 ; wgs84:long 2.0 . <id/field> geo:hasGeometry <id/field#geometry> .
    <id/cellar> cg:hosts <id/guest> . <id/lost> cg:hostedAt "nowhere" .
    <id/body> schema:address <id/body#address> . }`)
  const records = readRecords(tablesOf(sourceOf(quads)).csv.get('venues.csv')!)
  expect(records.slice(1).map(([name]) => name!.replace(`${baseIri}id/`, ''))).toEqual([
    'cellar',
    'field',
    'host',
    'room',
    'tree',
  ])
})

test('where every separator is in use there is no table that loses a boundary', () => {
  const all = `|${Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x2500 + index)).join('')}`
  const label = (text: string) => sourceOf([quad(iri('x:a'), iri(`${prefixes.skos}altLabel`), literal(text))] as never)
  expect(() => separatorFor(releaseTables(baseIri), label(all))).toThrow(RangeError)
  expect(separatorFor(releaseTables(baseIri), label(all.slice(0, -1)))).toBe('\u257f')
})

describe('thousands of rows', () => {
  const count = 5000
  const type = iri(`${prefixes.rdf}type`)
  const commons = Array.from({ length: count }, (_, index): PlainQuad[] => {
    const thing = iri(`${baseIri}id/commons-${index + 1}`)
    return [
      quad(thing, type, iri(`${prefixes.cg}Commons`)) as never,
      quad(thing, iri(`${prefixes.schema}description`), literal(`n° ${index + 1}`)) as never,
    ]
  }).flat()
  const source = sourceOf(commons as never)
  const table = releaseTables(baseIri)[0]!

  test('come in the order of their numbers', () => {
    const names = readRecords([...toCsv(table, source, '|')].join('')).map(([name]) => name!.replace(/.*-/, ''))
    expect(names).toEqual(['iri', ...Array.from({ length: count }, (_, index) => String(index + 1))])
  })

  test('are read one by one, as they are asked for', () => {
    const read: string[] = []
    const watched: QuadReader = {
      quads: (subject, ...rest) => {
        read.push(subject!.value)
        return source.quads(subject, ...rest)
      },
      triples: (...pattern) => source.triples(...pattern),
    }
    const lines = toCsv(table, watched, '|')
    expect(Array.from({ length: 4 }, () => lines.next().done)).toEqual([false, false, false, false])
    expect(read).toEqual([1, 2, 3].map((number) => `${baseIri}id/commons-${number}`))
  })
})
