/**
 * How alike names are, and what each piece of evidence changes.
 */
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/link/kinds.ts'
import { distinctNames, mostAlike, sameNames } from '../../src/link/names.ts'
import { type Found, metresBetween, score } from '../../src/link/score.ts'
import type { Thing } from '../../src/link/things.ts'
import { spellings } from '../../src/link/website.ts'
import { pageOf } from '../../src/names/website.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'

const likeness = (one: string, other: string) => mostAlike([one], [other]).likeness

describe('names', () => {
  test.each([
    ['La Coroutine', 'la coroutine'],
    ['Épicerie', 'EPICERIE'],
    ['Maison de l’environnement', "Maison de l'environnement"],
    ['Lille-Flandres', 'Lille Flandres'],
    ['OpenStreetMap', 'Open Street Map'],
    ['Cœur de ville', 'Coeur de ville'],
  ])('%s and %s are one', (one, other) => expect(likeness(one, other)).toBeGreaterThanOrEqual(0.99))

  test.each([
    ['La Coroutine', 'Coroutine', 0.98],
    ['Le jardin des retrouvailles', 'Jardin de retrouvailles', 0.98],
    ['Gare de Lille-Flandres', 'Lille Flandres (gare)', 0.96],
    ['MutuaLab', 'Mutalab', 0.85],
    ['Martine Lignières-Cassou', 'Martine Lignieres Cassou', 1],
  ])('%s and %s are alike', (one, other, least) => expect(likeness(one, other)).toBeGreaterThanOrEqual(least))

  test.each([
    ['Lille', 'Lille Makers'],
    ['Moulins', 'Les Moulins de Paris'],
    ['La Coroutine', 'La Routine'],
    ['MRES', 'MRE'],
  ])('%s and %s are not', (one, other) => expect(likeness(one, other)).toBeLessThan(0.9))

  test('that nothing tells apart are one, as the first is written', () => {
    expect(distinctNames(['MutuaLab', 'MUTUALAB', 'Mutualāb', 'Mutalab'])).toEqual(['MutuaLab', 'Mutalab'])
    expect(sameNames(['OpenStreetMap', 'OSM'], ['osm', 'Open Street Map', 'x'])).toBe(2)
  })

  test('of nothing but signs are alike to none', () => {
    expect(likeness('???', 'Lille')).toBe(0)
    expect(likeness('???', '!!!')).toBe(0)
  })
})

test('websites are written in many ways', () => {
  expect(pageOf('https://www.example.org/a/')).toEqual(pageOf('http://example.org/a'))
  expect(pageOf('mailto:x@example.org')).toBeUndefined()
  expect(spellings('http://mutualab.org')).toEqual(
    expect.arrayContaining(['http://mutualab.org', 'https://www.mutualab.org/', 'https://mutualab.org']),
  )
})

test('distances are those of the earth', () => {
  // Paris to Lille: two hundred kilometres.
  expect(metresBetween({ lat: 48.8566, long: 2.3522 }, { lat: 50.6292, long: 3.0573 })).toBeCloseTo(203_900, -3)
})

describe('evidence', () => {
  const kind = kindOf([`${prefixes.schema}Place`])!
  const ours: Thing = {
    iri: 'http://x.example/id/venue',
    names: [{ text: 'La Fabrique', language: 'fr' }],
    kind,
    tags: [],
    area: { lat: 50.63, long: 3.06, metres: 300 },
    websites: ['http://fabrique.example/'],
    links: [],
  }
  const bare: Found = {
    iri: 'http://www.wikidata.org/entity/Q1',
    label: 'La Fabrique',
    names: ['La Fabrique'],
    kindInWords: 'something',
    fits: () => undefined,
    websites: [],
    readOn: '2026-12-01',
  }
  const scoreOf = (found: Partial<Found>) => score(ours, { ...bare, ...found }).score

  test('for it makes it surer, against it less sure, and what one side lacks neither', () => {
    const base = scoreOf({})
    expect(scoreOf({ fits: () => ({ fits: 1 }) })).toBeGreaterThan(base)
    expect(scoreOf({ fits: () => 'allowed' })).toBeLessThan(base)
    expect(scoreOf({ fits: () => 'other' })).toBeLessThan(scoreOf({ fits: () => 'allowed' }))
    expect(scoreOf({ position: { lat: 50.63, long: 3.06 } })).toBeGreaterThan(base)
    expect(scoreOf({ position: { lat: 50.73, long: 3.06 } })).toBeLessThan(base)
    expect(scoreOf({ websites: ['https://www.fabrique.example'] })).toBeGreaterThan(base)
    expect(scoreOf({ websites: ['https://other.example'] })).toBeLessThan(base)
    expect(score({ ...ours, websites: [] }, { ...bare, websites: ['https://x.example'] }).score).toBe(base)
    expect(scoreOf({ names: ['La Fabrik'] })).toBeLessThan(base)
  })

  /** By the weights of `score.ts`: half of the bits that the evidence adds to those against anything. */
  const ofBits = (bits: number) => 1 / (1 + 2 ** -((bits - 5) / 2))
  const name = 3 + 0.4 * 'La Fabrique'.length
  const named = (text: string, ...others: string[]): Thing => ({
    ...ours,
    names: [text, ...others].map((one) => ({ text: one, language: 'fr' })),
  })
  const at = (metres: number) => ({ lat: 50.63 + metres / 111_240, long: 3.06 })

  test.each<[string, number, Thing, Partial<Found>]>([
    ['nothing but the name', name, ours, {}],
    ['a kind one step away', name + 3.5, ours, { fits: () => ({ fits: 0.75 }) }],
    ['a kind further away', name + 3, ours, { fits: () => ({ fits: 0.5 }) }],
    ['a kind that may be meant', name - 2, ours, { fits: () => 'allowed' }],
    ['another kind', name - 8, ours, { fits: () => 'other' }],
    ['a place inside', name + 5, ours, { position: at(200) }],
    ['a place at twice the distance', name + 2, ours, { position: at(600) }],
    ['a place at eight times the distance', name - 4, ours, { position: at(2400) }],
    ['a place far away', name - 10, ours, { position: at(500_000) }],
    ['the same website', name + 10, ours, { websites: ['https://www.fabrique.example/'] }],
    ['a page of the same website', name + 3, ours, { websites: ['https://fabrique.example/a'] }],
    ['another website', name - 1, ours, { websites: ['https://x.example/'] }],
    ['a platform', name, { ...ours, websites: ['https://github.com/a'] }, { websites: ['https://github.com/b'] }],
    ['a short name', 3 + 0.4 * 2, named('AB'), { names: ['ab'] }],
    ['a long name', 10, named('A'.repeat(40)), { names: ['A'.repeat(40)] }],
    ['a further name', name + 2, named('La Fabrique', 'Fab'), { names: ['La Fabrique', 'FAB'] }],
    ['two further names', name + 4, named('La Fabrique', 'Fab', 'LF'), { names: ['La Fabrique', 'FAB', 'L.F.'] }],
    [
      'three further ones',
      name + 4,
      named('La Fabrique', 'Fab', 'LF', 'X'),
      { names: ['La Fabrique', 'fab', 'lf', 'x'] },
    ],
    ['a name half alike', 0.5 * 7, named('abcdefghij'), { names: ['abcdefghix'] }],
    ['a name four fifths alike', 0, named('abcdefghij'), { names: ['abcdefghxy'] }],
    ['quite another name', -1.5 * name, ours, { names: ['xyz'] }],
  ])('%s is worth its bits', (_what, bits, one, found) => {
    expect(score(one, { ...bare, ...found }).score).toBeCloseTo(ofBits(bits), 3)
  })

  test('of name and kind alone makes nothing sure, unless few can have the name', () => {
    const kind = { fits: () => ({ fits: 1 }) }
    expect(scoreOf(kind)).toBe(0.89)
    expect(scoreOf({ ...kind, position: at(100) })).toBeGreaterThan(0.9)
    expect(scoreOf({ ...kind, position: at(700) })).toBe(0.89)
    expect(scoreOf({ ...kind, websites: ['https://fabrique.example/a'] })).toBeGreaterThan(0.9)
    const long = 'La Fabrique de la rue'
    expect(score(named(long), { ...bare, ...kind, names: [long] }).score).toBeGreaterThan(0.9)
  })

  test('of every kind is told', () => {
    const { reasons } = score(ours, {
      ...bare,
      fits: () => ({ fits: 1 }),
      position: { lat: 50.63, long: 3.06 },
      websites: ['http://fabrique.example'],
    })
    expect(reasons).toEqual([
      'name: the same (“La Fabrique”, “La Fabrique”)',
      'kind: a venue: something',
      'place: 0 m from where ours is, within 300 m',
      'website: the same (fabrique.example)',
    ])
  })

  test('never makes it certain, nor less than impossible', () => {
    for (const found of [{}, { names: ['xyz'], fits: () => 'other' as const }]) {
      expect(scoreOf(found)).toBeGreaterThan(0)
      expect(scoreOf(found)).toBeLessThan(1)
    }
  })
})
