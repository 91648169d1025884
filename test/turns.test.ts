import { describe, expect, test } from 'vitest'
import { inTurns, sorted, type Work } from '../src/turns.ts'
import { Random } from './fuzz/random.ts'

function* busy(ms: number): Work<string> {
  const until = performance.now() + ms
  while (performance.now() < until) yield
  return 'done'
}

function burn(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until) {}
}

describe('long work', () => {
  test('lets others have their turn, and tells what it took without them', async () => {
    let others = 0
    const timer = setInterval(() => {
      others++
      burn(20)
    }, 1)
    let spent = 0
    expect(await inTurns(busy(200), { onTurn: (ms) => (spent += ms) })).toBe('done')
    clearInterval(timer)
    expect(others).toBeGreaterThan(2)
    expect(spent).toBeLessThan(200 - 20)
  })

  test('tells what it took before it failed', async () => {
    let spent = 0
    const failing = function* (): Work<never> {
      // Of its own time: what others take in between does not make it less.
      for (let step = 0; step < 10; step++) {
        burn(2)
        yield
      }
      throw new Error('no')
    }
    await expect(inTurns(failing(), { onTurn: (ms) => (spent += ms) })).rejects.toThrow('no')
    expect(spent).toBeGreaterThan(19)
  })
})

test.each([0, 1, 1999, 2000, 2001, 9973])(
  '%i items are sorted as they are at once, equal ones as they came',
  async (count) => {
    const random = new Random(7, count)
    const items = Array.from({ length: count }, (_, place) => ({ key: random.int(0, 500), place }))
    const compare = (one: { key: number }, other: { key: number }) => one.key - other.key
    expect(await inTurns(sorted(items, compare))).toEqual(items.toSorted(compare))
  },
)
