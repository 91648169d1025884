import { expect, test } from 'vitest'
import { gallop, lowerBound } from '../../../src/store/snapshot/lower-bound.ts'
import { Random } from '../../fuzz/random.ts'

test.each([
  ['lowerBound', lowerBound],
  ['gallop', gallop],
])('%s finds the first row whose value is at least the one asked for', (_, search) => {
  for (let seed = 0; seed < 500; seed++) {
    const random = new Random(seed, 0)
    const column = Uint32Array.from(random.list(0, 40, () => random.int(0, 30))).sort()
    const from = random.int(0, column.length)
    const to = random.int(from, column.length)
    for (let value = 0; value <= 31; value++) {
      let row = from
      while (row < to && column[row]! < value) row++
      expect(search(column, value, from, to)).toBe(row)
    }
  }
})

test('both know the largest ids', () => {
  const column = Uint32Array.of(1, 2 ** 31, 2 ** 32 - 1)
  expect(lowerBound(column, 2 ** 32 - 1, 0, 3)).toBe(2)
  expect(gallop(column, 2 ** 31 + 1, 0, 3)).toBe(2)
})
