/**
 * Who is next in a lane.
 */
import { expect, test } from 'vitest'
import { FairQueue } from '../../src/query/pool/queue.ts'

const job = (client: string, name = client) => ({ client, name })

test('first come, first served, but whoever has fewer running goes first', () => {
  const queue = new FairQueue<ReturnType<typeof job>>(10, 2)
  for (const [client, name] of [
    ['a', '1'],
    ['a', '2'],
    ['a', '3'],
    ['b', '4'],
  ] as const)
    queue.add(job(client, name))
  expect([queue.next(), queue.next(), queue.next(), queue.next()].map((next) => next?.name)).toEqual([
    '1',
    '4',
    '2',
    undefined,
  ])
  queue.ended(job('a'))
  expect(queue.next()?.name).toBe('3')
})

test('one client cannot fill the queue', () => {
  const queue = new FairQueue<ReturnType<typeof job>>(8, 1)
  expect([1, 2, 3].map(() => queue.add(job('a')))).toEqual([true, true, false])
  expect(queue.add(job('b'))).toBe(true)
})

test('no more wait than there is room for, and who leaves makes room', () => {
  const queue = new FairQueue<ReturnType<typeof job>>(2, 1)
  const [one, two] = [job('a'), job('b')]
  expect([queue.add(one), queue.add(two), queue.add(job('c'))]).toEqual([true, true, false])
  queue.remove(one)
  expect(queue.add(job('c'))).toBe(true)
  expect(queue.next()).toBe(two)
})
