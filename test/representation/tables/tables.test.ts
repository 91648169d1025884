/**
 * The tables of the shipped data: what a spreadsheet shows, and that they say what the graph says.
 */
import { describe, expect, test } from 'vitest'
import type { Quad } from '../../../src/rdf/environment.ts'
import { toTriple } from '../../../src/rdf/environment.ts'
import { prefixes } from '../../../src/rdf/namespaces.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { readRecords } from '../../support/csv-records.ts'
import { baseIri } from '../../support/dataset.ts'
import { described } from '../../support/release.ts'
import { type Cell, type ColumnDescription, rowsOf, type TableDescription, toTriples } from './csv2rdf.ts'
import { sourceOf, tablesOf } from './release.ts'

const quads = [...described.quads, ...described.description]
const { csv, metadata, separator } = tablesOf(sourceOf(quads))
const union = new Map(quads.map(toTriple).map((triple) => [toNQuad(triple), triple]))

const table = (file: string) => metadata.tables.find(({ url }) => url === file)!
const rows = (file: string) => rowsOf(csv.get(file)!, table(file))
const instances = (type: string) =>
  [...union.values()]
    .filter(({ predicate, object }) => predicate.value === `${prefixes.rdf}type` && object.value === type)
    .map(({ subject }) => subject.value)

/** Some cells of a row, without the base. */
function cells(file: string, iri: string, ...names: readonly string[]): Cell[] {
  const key = table(file).tableSchema.primaryKey
  const row = rows(file).find((row) => row.get(key) === baseIri + iri)!
  const short = (text: string | null) => text?.replace(baseIri, '') ?? null
  return names.map((name) => {
    const cell = row.get(name)!
    return typeof cell === 'string' || cell === null ? short(cell) : cell.map(short)
  })
}

/** Columns that no row uses yet, each with the reason. */
const unused: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'commons.csv': {
    contribution_fr: 'no fact of the visit is under this key',
    contribution_en: 'the same',
    sharing_fr: 'no fact of the visit is under this key',
    sharing_en: 'the same',
    partners_fr: 'no fact of the visit is under this key',
    partners_en: 'the same',
  },
  'venues.csv': {
    ends_at: 'the only venue with a schedule is open until nobody says when',
    close_to: 'only links to a class or a movement are no exact matches, and no venue has one',
  },
  'links.csv': {
    reviewer_label: 'the links that the project ships were made before there was a review',
    last_check: 'nobody has looked them up since: test/http/checked-links.test.ts has links that somebody has',
    last_check_result: 'the same',
    last_check_result_fr: 'the same',
    last_check_result_en: 'the same',
  },
}

describe.each(['commons.csv', 'venues.csv', 'facts.csv', 'links.csv'])('%s', (file) => {
  test('is RFC 4180 with one header', () => {
    const text = csv.get(file)!
    expect(text.endsWith('\r\n')).toBe(true)
    const records = readRecords(text)
    expect(new Set(records.map(({ length }) => length)).size).toBe(1)
    const names = table(file)
      .tableSchema.columns.filter(({ virtual }) => !virtual)
      .map(({ name }) => name)
    expect(records[0]).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })

  test('gives RDF that is in the graph, with something about every row', () => {
    const triples = toTriples(csv.get(file)!, table(file)).map(toNQuad)
    expect(triples.filter((triple) => !union.has(triple))).toEqual([])
    const subjects = new Set(triples.map((triple) => union.get(triple)!.subject.value))
    expect([...subjects]).toEqual(rows(file).map((row) => row.get(table(file).tableSchema.primaryKey)))
  })

  test('loses no triple of a column that is mapped', () => {
    const found = new Set(toTriples(csv.get(file)!, table(file)).map(toNQuad))
    const lost = [...statedIn(table(file))].filter((triple) => !found.has(triple))
    expect(lost).toEqual([])
    expect(found.size).toBeGreaterThan(rows(file).length)
  })

  test('has a value in every column, or a reason why not', () => {
    const used = (name: string) => rows(file).some((row) => [row.get(name)].flat().some((value) => value))
    const names = table(file)
      .tableSchema.columns.filter(({ virtual }) => !virtual)
      .map(({ name }) => name)
    expect(names.filter((name) => !used(name))).toEqual(Object.keys(unused[file] ?? {}))
  })

  test('names a row for a person', () => {
    const { rowTitles } = table(file).tableSchema
    expect(rows(file).filter((row) => rowTitles.some((title) => !row.get(title)))).toEqual([])
  })
})

/** What the graph says of the rows of a table in terms that its mapped columns have. */
function* statedIn({ url, tableSchema }: TableDescription): Generator<string> {
  const subjects = new Set(rows(url).map((row) => row.get(tableSchema.primaryKey)))
  const mapped = tableSchema.columns.filter(({ suppressOutput, virtual }) => !suppressOutput && !virtual)
  for (const [line, triple] of union) {
    if (subjects.has(triple.subject.value) && mapped.some((column) => isOf(column, triple))) yield line
  }
}

function isOf({ propertyUrl, valueUrl, lang, datatype }: ColumnDescription, { predicate, object }: Quad): boolean {
  if (predicate.value !== propertyUrl) return false
  if (object.termType !== 'Literal') return valueUrl !== undefined
  return lang ? object.language === lang : object.datatype.value === prefixes.xsd + datatype
}

test('each table has the rows that it should have, in the order of their IRIs', () => {
  const iris = (file: string) => rows(file).map((row) => row.get(table(file).tableSchema.primaryKey))
  expect(iris('commons.csv').toSorted()).toEqual(instances(`${prefixes.cg}Commons`).toSorted())
  expect(iris('facts.csv').toSorted()).toEqual(instances(`${prefixes.cg}Fact`).toSorted())
  expect(iris('links.csv').toSorted()).toEqual(instances(`${prefixes.sssom}Mapping`).toSorted())
  expect(iris('venues.csv').toSorted()).toEqual(instances(`${prefixes.schema}Place`).toSorted())
  const facts = iris('facts.csv').map((iri) => String(iri).replace(`${baseIri}id/fact-`, ''))
  expect(facts.join()).toMatch(/^f1,f2,f3,.*f8,g1,g2,.*g9,g10,g11,g12,p1,.*p8$/)
})

test('an address that is all that an association has makes no venue', () => {
  expect(csv.get('venues.csv')).not.toContain('mutualab#owner,')
})

test('cells are what the sources say', () => {
  expect(separator).toBe('|')
  expect(cells('commons.csv', 'id/la-coroutine', 'address', 'street', 'postal_code', 'website', 'floor_area')).toEqual([
    ['8 rue Molière, 59800 Lille', '8 rue Molière, Lille, FR'],
    ['8 rue Molière', '8 rue Molière'],
    ['59800', null],
    ['http://www.lacoroutine.org/'],
    ['170', '200'],
  ])
  expect(
    cells('commons.csv', 'id/repair-cafe-mres', 'recurrence', 'starts_at', 'hosted_at', 'hosted_at_en', 'close_to'),
  ).toEqual([
    ['FREQ=MONTHLY;BYDAY=3TU'],
    ['18:00:00'],
    ['id/mres'],
    ['MRES'],
    ['http://www.wikidata.org/entity/Q4504516'],
  ])
  expect(cells('commons.csv', 'id/le-singe-savant', 'stated_in')).toEqual([
    [
      'source/fondation-de-france#2017-03-03',
      'source/visite-elus-2016#L55',
      'source/visite-elus-2016#L58',
      'source/visite-elus-2016#L59',
    ],
  ])
  // Its name stands in the editorial graph, which is no passage.
  expect(cells('commons.csv', 'id/futur-lieu-1300m2', 'stated_in', 'name_status_en')).toEqual([
    ['source/visite-elus-2016#L20', 'source/visite-elus-2016#L38'],
    ['lost'],
  ])
  expect(cells('commons.csv', 'id/use-it', 'funding_en', 'licence', 'stated_licence', 'free_of_charge')).toEqual([
    ['The USE-IT map is free of charge and non-commercial.'],
    [],
    ['Licence Creative Commons'],
    ['true'],
  ])
  expect(cells('venues.csv', 'id/mutualab', 'latitude', 'longitude', 'geometry', 'opening_hours')).toEqual([
    '50.62959',
    '3.06142',
    ['POINT(3.06142 50.62959)'],
    ['Mo-Fr 09:00-18:00', 'Mo-Fr 09:00-19:00'],
  ])
  expect(cells('venues.csv', 'id/mres', 'hosts_fr', 'contained_in', 'latitude')).toEqual([['Repair Café'], [], null])
  expect(cells('facts.csv', 'id/fact-p2', 'about_fr', 'key_en', 'stated_in', 'observed_on')).toEqual([
    ['Loomio', 'Mailman', 'Wiki'],
    'Legal',
    ['source/visite-elus-2016#L43', 'source/visite-elus-2016#L44', 'source/visite-elus-2016#L45'],
    ['2016-05-26', '2016-05-26', '2016-05-26'],
  ])
  expect(cells('links.csv', 'id/lille#link-q648', 'subject_id', 'subject_label', 'object_id', 'confidence')).toEqual([
    'id/lille',
    'Lille',
    'http://www.wikidata.org/entity/Q648',
    '0.9',
  ])
})

test('the same data gives the same bytes, in whatever order it was loaded', () => {
  const again = tablesOf(sourceOf(quads.toReversed()))
  expect([...again.csv]).toEqual([...csv])
  expect(again.metadata).toEqual(metadata)
})

test('the metadata say what the tables are and may be used for', () => {
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
    dialect: { trim: false },
  })
  for (const { tableSchema } of metadata.tables) {
    for (const { titles, name } of tableSchema.columns)
      expect({ name, ...titles }).toMatchObject({ fr: expect.stringMatching(/./), en: expect.stringMatching(/./) })
    expect(tableSchema.rowTitles.every((title) => tableSchema.columns.some(({ name }) => name === title))).toBe(true)
  }
})
