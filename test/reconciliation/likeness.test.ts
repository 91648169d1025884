/**
 * Which differences between two names are slips of the keys, and which make another name.
 */
import { describe, expect, test } from 'vitest'
import { foldName } from '../../src/names/fold.ts'
import { likeness } from '../../src/names/likeness.ts'
import { reconciler } from '../support/reconcile.ts'

const isCertain = (one: string, other: string) => likeness(foldName(one), foldName(other)).certain

describe('a slip of the keys', () => {
  test.each([
    ['OpenStreetMap', 'Opnestreetmap'],
    ['OpenStreetMap', 'OpenStreettMap'],
    ['Communecter', 'Communeccter'],
    ['Le jardin des retrouvailles', 'Retrouvialles jardin'],
    ['Terrain de pétanque', 'Terrain de pétannque'],
  ])('in a long word makes no other name: %s, %s', (one, other) => {
    expect([isCertain(one, other), isCertain(other, one)]).toEqual([true, true])
  })

  test.each([
    ['Catherine Viel', 'Catherine Veil'],
    ['Association ABC', 'Association ACB'],
    ['Ontologie PAIR', 'Ontologie PARI'],
    ['Repair Café MRES', 'Repair Café MERS'],
    ['Poisson rouge', 'Poison rouge'],
    ['Coussin du Nord', 'Cousin du Nord'],
    ['Dessert du coin', 'Désert du coin'],
    ['Danielle Brun', 'Daniele Brun'],
    ['Les Alliés', 'Les Aliés'],
    ['Les Embrasements', 'Les Embrassements'],
    ['Chambre des communs', 'Chambre des communes'],
    ['Promenade 12345678', 'Promenade 12345687'],
    ['OpenStreetMap Retrouvailles', 'Opnestreetmap Retrouvialles'],
  ])('may make another name: %s, %s', (one, other) => {
    expect([isCertain(one, other), isCertain(other, one)]).toEqual([false, false])
  })
})

test('an abbreviation with two letters swapped is another one', async () => {
  const reconcile = await reconciler()
  for (const query of ['Ontologie PARI', 'Repair Café MERS']) {
    expect(reconcile({ query }).result.filter(({ match }) => match)).toEqual([])
  }
})
