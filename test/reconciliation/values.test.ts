/**
 * Things found and told apart by the values of their properties.
 */
import { describe, expect, test } from 'vitest'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { cg, dcterms, rdfNs, rdfs, schema } from '../../src/rdf/namespaces.ts'
import { keysOf } from '../../src/reconciliation/value-keys.ts'
import { baseIri } from '../support/dataset.ts'
import { reconciler } from '../support/reconcile.ts'

const reconcile = await reconciler()

describe('among many things', async () => {
  const rare = rdf.namedNode(`${baseIri}scheme/kinds/observatory`)
  const graph = rdf.namedNode(`${baseIri}graph/test`)
  const quads = Array.from({ length: 300 }, (_, index) => {
    const thing = rdf.namedNode(`${baseIri}id/commons-${index}`)
    const address = rdf.namedNode(`${thing.value}#address`)
    return [
      rdf.quad(thing, rdfNs.type!, cg.Commons!, graph),
      rdf.quad(thing, rdfs.label!, rdf.literal(`Commun ${index}`, 'fr'), graph),
      rdf.quad(thing, schema.address!, address, graph),
      rdf.quad(address, schema.addressLocality!, rdf.literal(`Ville ${index % 10}`), graph),
      ...(index % 100 === 0 ? [rdf.quad(thing, dcterms.type!, rare, graph)] : []),
    ]
  }).flat() as Quad[]
  const ofMany = await reconciler(quads)
  const all = { pid: 'types', values: ['cg:Commons'] }

  test('a value that most have finds none of them, and weighs where a rarer one or a name does', () => {
    expect(ofMany({ properties: [all] }).result).toEqual([])
    const { result } = ofMany({ properties: [all, { pid: 'kinds', values: ['scheme/kinds/observatory'] }] })
    expect(result.map(({ id, score }) => [id, score])).toEqual([
      ['commons-0', 100],
      ['commons-100', 100],
      ['commons-200', 100],
    ])
    expect(ofMany({ query: 'Commun 7', properties: [all] }).result[0]).toMatchObject({
      id: 'commons-7',
      score: 100,
    })
  })

  test('only so many are compared, however many values are given', () => {
    const towns = Array.from({ length: 10 }, (_, index) => `Ville ${index}`)
    const stops = (values: string[]) => ofMany({ properties: [{ pid: 'town', values }] }).stops
    stops(towns)
    expect(stops(towns) - stops(towns.slice(0, 6))).toBeLessThan(50)
  })
})

test('a query of many values lets others have their turn between two comparisons', () => {
  const values = Array.from({ length: 10 }, (_, index) => `espace de coworking lillois de ${index} membres`)
  const properties = Array.from({ length: 20 }, () => ({ pid: 'description_fr', values }))
  const { stops } = reconcile({ query: 'MutuaLab', limit: 50, properties })
  expect(stops).toBeGreaterThan(100)
})

test('nobody looks for a thing by a text of many letters', () => {
  expect(keysOf('description_fr', 'Un espace de coworking')).toEqual(['un espace de coworking'])
  expect(keysOf('description_fr', 'Un espace de coworking '.repeat(5))).toEqual([])
})

describe('a place', () => {
  const first = (query: string, ...places: [pid: string, value: string][]) =>
    reconcile({ query, properties: places.map(([pid, value]) => ({ pid, values: [value] })) }).result[0]

  test.each([
    ['Repair Café (MRES)', 'repair-cafe-mres'],
    ['Lille Makers', 'lille-makers'],
    ['Ruby Nord', 'ruby-nord'],
    ['Coucourses', 'coucourses'],
    ['Loomio', 'loomio'],
  ])('that is another one or not known leaves %s uncertain', (query, id) => {
    for (const places of [
      [['town', 'Roubaix']],
      [
        ['town', 'Paris'],
        ['postal_code', '75001'],
      ],
      [['postal_code', '75001']],
      [['contained_in', 'Paris']],
      [['address', '12 rue de Paris, 75001 Paris']],
    ] as [string, string][][]) {
      expect(first(query, ...places)).toMatchObject({ id, match: false })
    }
  })

  test.each([
    ['Repair Café (MRES)', 'repair-cafe-mres'],
    ['La Cofabrik', 'la-cofabrik'],
    ['MutuaLab', 'mutualab'],
  ])('is that of the venue and of what the venue is in: %s', (query, id) => {
    expect(first(query, ['town', 'Lille'])).toMatchObject({ id, match: true, score: 100 })
    expect(first(query, ['contained_in', 'Lille'])).toMatchObject({ id, match: true, score: 100 })
  })

  test('is confirmed by the part of it that is stated', () => {
    expect(first('La Cofabrik', ['town', 'Lille'], ['postal_code', '59000'])).toMatchObject({ match: true })
    expect(first('La Coroutine', ['town', 'Lille'], ['postal_code', '59000'])).toMatchObject({ match: false })
  })
})

describe('an identifier', () => {
  const ask = (query: string | undefined, pid: string, value: string) =>
    reconcile({ ...(query !== undefined && { query }), properties: [{ pid, values: [value] }], limit: 50 }).result

  test.each([
    ['same_as', 'Q648', 'lille'],
    ['iri', `${baseIri}id/lille`, 'lille'],
    ['website', 'http://mutualab.org/', 'mutualab'],
  ])('that another thing has goes before every name: %s', (pid, value, id) => {
    for (const query of ['Lille Makers', 'La Coroutine', 'xyzzy']) {
      const [first, ...others] = ask(query, pid, value)
      expect(first).toMatchObject({ id })
      expect(others.every(({ match, score }) => !match && score <= first!.score - 10)).toBe(true)
    }
  })

  test('that a thing of another type has keeps all others from being matched', () => {
    const properties = [{ pid: 'same_as', values: ['Q648'] }]
    const { result } = reconcile({ query: 'Lille Makers', properties, types: ['foaf:Group'], typeStrict: 'any' })
    expect(result[0]).toMatchObject({ id: 'lille-makers', match: false })
  })

  test('tells the thing by itself, a website only with its name', () => {
    expect(ask('xyzzy', 'same_as', 'Q648')[0]).toMatchObject({ id: 'lille', match: true })
    expect(ask(undefined, 'same_as', 'Q648')[0]).toMatchObject({ id: 'lille', match: true, score: 100 })
    expect(ask('xyzzy', 'website', 'http://mutualab.org/')[0]).toMatchObject({ id: 'mutualab', match: false })
    expect(ask('MutuaLab', 'website', 'http://mutualab.org/')[0]).toMatchObject({ id: 'mutualab', match: true })
  })

  test('that nobody has finds nothing', () => {
    expect(ask('xyzzy', 'same_as', 'Q99999999')).toEqual([])
    expect(ask('xyzzy', 'iri', 'Lille')).toEqual([])
  })
})

describe('another value, or one that is not known,', () => {
  test.each([
    ['Lille', 'same_as', 'Q90'],
    ['La Coroutine', 'town', 'Roubaix'],
    ['MutuaLab', 'floor_area', '13'],
    ['Loomio', 'floor_area', '13'],
    ['Terre de Liens', 'website', 'https://elsewhere.example/'],
  ])('does not put %s behind other names: %s %s', (query, pid, value) => {
    const [named, asked] = [{}, { properties: [{ pid, values: [value] }] }].map(
      (more) => reconcile({ query, limit: 50, ...more }).result,
    )
    expect(asked![0]).toMatchObject({ id: named![0]!.id, features: [{ id: 'name', value: 1 }, {}] })
    expect(asked![0]!.score).toBeLessThan(90)
  })
})

describe('one value in several forms', () => {
  test.each([
    [
      'Lille',
      'same_as',
      ['Q648', 'q648', 'wd:Q648', 'https://wikidata.org/wiki/Q648', 'http://www.wikidata.org/entity/Q648'],
    ],
    [
      'MutuaLab',
      'website',
      ['mutualab.org', 'www.mutualab.org', 'http://mutualab.org/#x', 'HTTPS://www.MutuaLab.org/'],
    ],
    ['MutuaLab', 'floor_area', ['1000', '1 000', '1000,0']],
    ['MutuaLab', 'longitude', ['3.06142', '3,06142']],
    ['MutuaLab', 'town', ['Lille', 'LILLE', 'LILLE CEDEX', 'Lille Cedex 9']],
    ['MutuaLab', 'address', ['19 rue Nicolas Leblanc, 59000 Lille', '19, RUE NICOLAS LEBLANC 59000 LILLE CEDEX']],
  ])('of %s is one: %s', (query, pid, values) => {
    for (const value of values) {
      const [first] = reconcile({ query, properties: [{ pid, values: [value] }] }).result
      expect(first, value).toMatchObject({ score: 100, match: true })
    }
    // Without a name an identifier finds the same thing as with one.
    if (pid === 'same_as' || pid === 'website') {
      const found = values.map((value) => reconcile({ properties: [{ pid, values: [value] }] }).result[0]?.name)
      expect(found).toEqual(values.map(() => query))
    }
  })

  test('numbers that are nearly the same are nearly right', () => {
    const score = (value: number) =>
      reconcile({ query: 'MutuaLab', properties: [{ pid: 'floor_area', values: [value] }] }).result[0]!
    expect(score(999)).toMatchObject({ match: true })
    expect(score(950).score).toBeLessThan(score(999).score)
    expect(score(500)).toMatchObject({ match: false, score: 75 })
  })

  test('a postcode is another one whose digits are nearly the same', () => {
    const [first] = reconcile({ query: 'MutuaLab', properties: [{ pid: 'postal_code', values: ['59800'] }] }).result
    expect(first).toMatchObject({ id: 'mutualab', match: false, score: 75 })
  })
})
