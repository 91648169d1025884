/**
 * The W3C suites: evaluation and syntax in process, protocol, graph store and service description over HTTP. Every
 * format over HTTP is `npm run conformance`.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { faults, type Result, runSuites } from './results.ts'
import { findSuites, missingSuites, suiteNames, suiteSizes } from './suites.ts'

const folder = findSuites(process.env)
if (!folder) console.warn(`\n*** ${missingSuites(process.env)} The conformance tests are SKIPPED. ***\n`)

describe.skipIf(!folder)('the W3C suites', () => {
  let results: readonly Result[]
  beforeAll(async () => {
    results = await runSuites(folder!, { everyFormat: false })
  })

  test.each(suiteNames)('%s is there whole', (suite) => {
    const own = results.filter((result) => result.test.suite === suite)
    expect(own).toHaveLength(suiteSizes[suite])
    expect(new Set(own.map((result) => result.test.iri)).size).toBe(own.length)
  })

  test('every failure is known, and every known one fails', () => {
    expect(faults(results)).toEqual([])
  })
})
