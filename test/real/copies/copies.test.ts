/**
 * Four copies behind a balancer go on to another version while clients ask: none of them notices but by what they read.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rollUnderLoad } from './changes.ts'
import { Fleet } from './fleet.ts'

let fleet: Fleet
beforeAll(async () => {
  fleet = await Fleet.start({ copies: 4 })
})
afterAll(() => fleet[Symbol.asyncDispose]())

const changes = 3

test('rolling changes of version fail no request, and mix no answer', async () => {
  const { answers, pinned, elsewhere, faults, away } = await rollUnderLoad(fleet, changes, 2)
  console.log(
    `${answers} answers, ${pinned} of a named version, ${elsewhere} elsewhere; away ${away.map(Math.round)} ms`,
  )
  expect(faults).toEqual([])
  expect(away).toHaveLength(changes * 4)
  expect(answers).toBeGreaterThan(500)
  expect(pinned).toBeGreaterThan(100)
  expect(elsewhere).toBeGreaterThan(10)
})
