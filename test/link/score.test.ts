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
