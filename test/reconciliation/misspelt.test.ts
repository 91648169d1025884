/**
 * Names as tables have them find their things, and what is not ours is not taken for it.
 */
import { describe, expect, test } from 'vitest'
import { partsOf } from '../../src/reconciliation/names/parts.ts'
import { common, foreign, labels } from '../support/labels.ts'
import { kinds, misspell } from '../support/misspelt.ts'
import { reconciler } from '../support/reconcile.ts'

const ask = await reconciler()
const reconcile = (query: string) => ask({ query }).result

const seeds = [1, 2, 3, 4, 5]

describe.each(seeds)('200 names with errors, seed %i', (seed) => {
  const names = misspell(labels, seed, 200)

  test('every kind of error comes equally often, one in short names and two in long ones', () => {
    const counts = kinds.map((kind) => names.filter(({ errors }) => errors.includes(kind)).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
    for (const { label, written, errors } of names) {
      expect(written).not.toBe(label)
      expect(errors.length).toBe(label.match(/\p{L}/gu)!.length > 6 ? 2 : 1)
    }
  })

  test('at least 190 are right at first place, none is matched wrongly, and many are certain', () => {
    const answers = names.map(({ id, written }) => ({ id, written, best: reconcile(written)[0] }))
    const wrong = answers.filter(({ id, best }) => best?.id !== id)
    expect(wrong.length, wrong.map(({ written, best }) => `${written} -> ${best?.id}`).join('\n')).toBeLessThanOrEqual(
      10,
    )
    expect(wrong.filter(({ best }) => best?.match)).toEqual([])
    expect(answers.filter(({ best }) => best?.match).length).toBeGreaterThanOrEqual(60)
  })
})

test('of 50 names that are not ours none is matched', () => {
  expect(new Set(foreign).size).toBe(50)
  expect(foreign.flatMap(reconcile).filter(({ match }) => match)).toEqual([])
})

test.each(common)('%s may be any of many, and is matched with none', (name) => {
  const result = reconcile(name)
  expect(result.length).toBeGreaterThan(0)
  expect(result.filter(({ match }) => match)).toEqual([])
})

test('names as they are, in another case and without accents are certain', () => {
  for (const { name, id } of labels) {
    const namesakes = labels.filter((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())
    expect(namesakes).toEqual([])
    const [best] = reconcile(name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
    expect(best).toMatchObject({ id, score: 100 })
  }
})

test.each([
  ['OCDB', 'open-common-database'],
  ['PAIR', 'pair'],
  ['ESSGlobal', 'essglobal'],
  ['COFFEE', 'coffee'],
  ['ADAV', 'adav'],
  ['MRES', 'mres'],
  ['MutuaLab', 'mutualab'],
  ['Gare de Lille', 'gare-lille-flandres'],
  ['Lille', 'lille'],
  ['Le Lille', 'lille'],
  ['LILLE CEDEX', 'lille'],
  ['Lille Cedex 9', 'lille'],
])('%s is found first by what it is called for short', (name, id) => {
  const [first, second] = reconcile(name)
  expect(first).toMatchObject({ id })
  expect(first!.score).toBeGreaterThan(Math.max(65, second?.score ?? 0))
})

test('a name that is a part of others too is certain, and a part of a name is not', () => {
  for (const name of ['ADAV', 'MRES', 'MutuaLab', 'LILLE CEDEX']) expect(reconcile(name)[0]!.match).toBe(true)
  for (const name of ['OCDB', 'PAIR', 'ESSGlobal', 'COFFEE']) expect(reconcile(name)[0]!.match).toBe(false)
})

test('what stands on either side of a dash is a part, and so is a word with capitals in it', () => {
  expect(partsOf('Amis du Jardin – AJOnc')).toEqual(['AJOnc', 'Amis du Jardin', 'AJOnc'])
  expect(partsOf('Direction La Cofabrik, 1 rue Charles')).toEqual([])
  expect(partsOf('LES AMIS DU JARDIN')).toEqual([])
})
