/**
 * What one copy of four has answered, the balancer has no other do again: not even what it says 503 of.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Fleet } from './fleet.ts'

let fleet: Fleet
beforeAll(async () => {
  // Short enough for the balancer to go on to the next, if it did.
  fleet = await Fleet.start({ copies: 4, settings: { LOG_LEVEL: 'info', QUERY_TIMEOUT_MS: '1000' } })
})
afterAll(() => fleet[Symbol.asyncDispose]())

const dear = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?f && ?f < ?i) }'
const tenfold = Array.from({ length: 7 }, (_, i) => `BIND(CONCAT(${`?x${i}, `.repeat(9)}?x${i}) AS ?x${i + 1})`)
const large = `SELECT ?x7 { BIND("x" AS ?x0) ${tenfold.join(' ')} }`
const post = (query: string): RequestInit => ({ method: 'POST', body: new URLSearchParams({ query }) })
/** Of a version that nobody serves. */
const headers = { 'dataset-version': `2016-05-26-${'0'.repeat(64)}` }

test.each<[string, string, RequestInit, number, string, number]>([
  ['a query that takes too long', 'sparql', post(dear), 503, 'query-timeout', 1],
  ['a query that needs too much', 'sparql', post(large), 503, 'query-too-large', 1],
  ['what is not there', 'data/nothing-of-that-name', {}, 404, 'entity-unknown', 1],
  ['a version that is not there', 'data/mutualab.ttl', { headers }, 404, 'version-elsewhere', 4],
  ['a query of it', 'sparql', { ...post(dear), headers }, 404, 'version-elsewhere', 4],
])('%s', async (_, path, init, status, code, copies) => {
  const response = await fetch(fleet.url + path, init)
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  const requestId = response.headers.get('x-request-id')!
  await vi.waitUntil(() => fleet.answeredBy(requestId) >= copies)
  expect(fleet.answeredBy(requestId)).toBe(copies)
})
