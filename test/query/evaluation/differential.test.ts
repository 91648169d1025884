/**
 * Our evaluation against the naive one, on operations that no one thought of.
 */
import { expect, test } from 'vitest'
import { differenceOf } from './differential.ts'

const seed = 20_261_125

test('a thousand random operations have the solutions that the specification gives them', () => {
  const differences = Array.from({ length: 1000 }, (_, index) => differenceOf(seed, index))
  expect(differences.filter((difference) => difference)).toEqual([])
})
