import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { readRecords } from '../support/csv-records.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const commons = dataset.quads.filter(
  ({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `${cg}Commons`,
)
const count = new Set(commons.map(({ subject }) => subject.value)).size

/** The rows of the table as CSV, without its head. */
async function rows(query: string): Promise<string[][]> {
  const { body, statusCode } = await get(`/commons.csv${query}`)
  expect(statusCode).toBe(200)
  return readRecords(body).slice(1)
}

describe('/commons', () => {
  test('has all commons, by name in the language of the page', async () => {
    for (const language of ['fr', 'en']) {
      const names = (await rows(`?lang=${language}`)).map(([, name]) => name!)
      expect(names.length).toBe(count)
      expect(names).toEqual(names.toSorted(new Intl.Collator(language, { numeric: true }).compare))
    }
  })

  test('chooses by kind, narrower ones included, key, place and licence, together', async () => {
    const software = (await rows('?kind=software')).map(([iri]) => iri)
    expect(software).toContain(`${baseIri}id/loomio`)
    expect(software).toContain(`${baseIri}id/odoo`)
    expect(software).not.toContain(`${baseIri}id/la-coroutine`)
    const at = await rows('?place=mutualab')
    expect(at.map(([iri]) => iri)).toContain(`${baseIri}id/amap-mutualab`)
    const governed = (await rows('?key=gouvernance')).map(([iri]) => iri)
    expect(governed).toContain(`${baseIri}id/la-coroutine`)
    const both = (await rows('?key=gouvernance&place=mutualab')).map(([iri]) => iri)
    expect(both).toEqual(at.map(([iri]) => iri).filter((iri) => governed.includes(iri)))
    expect((await rows('?licence=agpl-3.0-only')).map(([iri]) => iri)).toContain(`${baseIri}id/loomio`)
  })

  test('tells the nearest place of each, and chooses by all places that this one is in', async () => {
    const said = (property: RegExp) => dataset.quads.filter(({ predicate }) => property.test(predicate.value))
    const contained = said(/containedInPlace$/).map(({ subject, object }) => [subject.value, object.value] as const)
    const around = (place: string): string[] => [
      place,
      ...contained.filter(([inner]) => inner === place).flatMap(([, outer]) => around(outer)),
    ]
    const [district, town] = around(`${baseIri}id/la-cofabrik`).slice(1)
    const inTown = said(/#(hostedAt|meetsAt)$|\.org\/location$|containedInPlace$/)
      .filter(({ object }) => around(object.value).includes(town!))
      .map(({ subject }) => subject.value)
    const found = await rows(`?place=${town!.slice(`${baseIri}id/`.length)}`)
    const expected = new Set(commons.map(({ subject }) => subject.value)).intersection(new Set(inTown))
    expect(new Set(found.map(([iri]) => iri))).toEqual(expected)
    expect(expected).toContain(`${baseIri}id/amap-mutualab`)
    const cell = (slug: string) => found.find(([iri]) => iri === `${baseIri}id/${slug}`)![4]
    const { catalogue } = await siteWith()
    expect(cell('la-cofabrik')).toBe(catalogue.names.of(district!, 'fr'))
    expect(cell('mutualab')).toBe(catalogue.names.of(town!, 'fr'))
    // Stated to meet at MutuaLab and to be in Lille, which MutuaLab is in.
    expect(cell('catalyst')).toBe('MutuaLab')
  })

  test('places that lie in each other, or in more than can be followed, are told too', async () => {
    const chain = Array.from({ length: 5000 }, (_, n) => `<id/p${n}> schema:containedInPlace <id/p${n + 1}> .`)
    const { catalogue } = await siteWith(`GRAPH <source/other#L1> { ${chain.join(' ')}
      <id/ring-a> schema:containedInPlace <id/ring-b>, <id/ring-a> . <id/ring-b> schema:containedInPlace <id/ring-a> .
      <id/one> a cg:Commons ; cg:hostedAt <id/ring-a>, <id/ring-b> . <id/two> a cg:Commons ; cg:hostedAt <id/p0> }`)
    const { places, within } = catalogue.commons.get(`${baseIri}id/one`)!
    expect(new Set(places)).toEqual(within)
    expect(within.size).toBe(2)
    expect(catalogue.commons.get(`${baseIri}id/two`)!.within.size).toBeLessThan(100)
  })

  test('says how many there would be, and nothing that leads nowhere', async () => {
    const { body } = await get('/commons?key=gouvernance&lang=en', 'text/html')
    const options = [...body.matchAll(/<option value="([^"]+)"[^>]*>[^<]*\((\d+)\)<\/option>/g)]
    expect(options.length).toBeGreaterThan(10)
    const places = options.filter(([, value]) => value === 'mutualab')
    expect(places).toHaveLength(1)
    expect((await rows('?key=gouvernance&place=mutualab')).length).toBe(Number(places[0]![2]))
  })

  test('is sorted by what was asked for', async () => {
    const keys = (await rows('?sort=keys')).map((row) => (row[3] ? row[3].split(';').length : 0))
    expect(keys).toEqual(keys.toSorted((a, b) => b - a))
  })

  test('keeps the language that was chosen', async () => {
    const { body } = await get('/commons?lang=en', 'text/html')
    expect(body).toContain('href="/page/loomio?lang&#61;en"')
    expect(body).toContain('<input type="hidden" name="lang" value="en">')
    expect((await get('/commons', 'text/html', { 'accept-language': 'en' })).body).toContain('href="/page/loomio"')
  })

  test('is CSV by Accept too, and nothing else', async () => {
    const { headers, statusCode } = await get('/commons', 'text/csv')
    expect([statusCode, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment',
    ])
    expect(headers['content-location']).toBe(`${baseIri}commons.csv?lang=fr`)
    expect((await get('/commons', 'text/turtle')).statusCode).toBe(406)
  })

  test.each(['kind=../x', 'kind=%3Cb%3E', 'sort=size', 'page=0', 'lang=de'])('%s is refused', async (query) => {
    expect((await get(`/commons?${query}`, 'application/json, text/html;q=0')).json()).toMatchObject({
      code: 'parameter-invalid',
    })
  })

  test('what nothing is of is an empty list that says so', async () => {
    expect((await get('/commons?kind=nothing&lang=en', 'text/html')).body).toContain('No commons has all of this')
  })
})
