/**
 * Names as tables have them find their things, and what is not ours is not taken for it.
 */
import { describe, expect, test } from 'vitest'
import { reconciliationOver } from '../../src/reconciliation/reconciliation.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { inTurns } from '../../src/turns.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { foreign, labels } from '../support/labels.ts'
import { kinds, misspell } from '../support/misspelt.ts'

const source = new SnapshotSource(buildSnapshot(dataset.quads))
const { candidates } = await reconciliationOver(source, { baseIri, publicUrl: baseIri })()
const reconcile = (query: string) =>
  inTurns(candidates.of({ query, types: [], typeStrict: 'should', limit: 5, properties: [] }, 'fr'))

const seeds = [1, 2, 3, 4, 5]

describe.each(seeds)('200 names with errors, seed %i', (seed) => {
  const names = misspell(labels, seed, 200)

  test('every kind of error comes equally often, one in short names and two in long ones', () => {
    const counts = kinds.map((kind) => names.filter(({ errors }) => errors.includes(kind)).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
    for (const { label, errors } of names) {
      expect(errors.length).toBe(label.match(/\p{L}/gu)!.length > 6 ? 2 : 1)
    }
  })

  test('at least 190 are right at first place, none is matched wrongly, and many are certain', async () => {
    const answers = []
    for (const { id, written } of names) answers.push({ id, written, best: (await reconcile(written))[0] })
    const wrong = answers.filter(({ id, best }) => best?.id !== id)
    expect(wrong.length, wrong.map(({ written, best }) => `${written} -> ${best?.id}`).join('\n')).toBeLessThanOrEqual(
      10,
    )
    expect(wrong.filter(({ best }) => best?.match)).toEqual([])
    expect(answers.filter(({ best }) => best?.match).length).toBeGreaterThanOrEqual(60)
  })
})

test('of 50 names that are not ours none is matched', async () => {
  expect(new Set(foreign).size).toBe(50)
  const matched = []
  for (const name of foreign) matched.push(...(await reconcile(name)).filter(({ match }) => match))
  expect(matched).toEqual([])
})

test('names as they are, in another case and without accents are certain', async () => {
  for (const { name, id } of labels) {
    const namesakes = labels.filter((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())
    expect(namesakes).toEqual([])
    const [best] = await reconcile(name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
    expect(best).toMatchObject({ id, score: 100 })
  }
})
