/**
 * Our program in front of an engine of others, Oxigraph, passes every query evaluation test of the W3C that Oxigraph
 * passes by itself.
 */
import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import type { EngineAnswer } from '../../../src/endpoint/ask.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { jsonLd } from '../../support/release.ts'
import { findSuites, missingSuites } from '../suites.ts'
import { compareSuites, counts, runHttpBehind, spoilt } from './compare.ts'
import type { TestedEngine } from './evaluators.ts'

const folder = findSuites(process.env)
if (!folder) console.warn(`\n*** ${missingSuites(process.env)} The conformance tests are SKIPPED. ***\n`)

function oxigraph(): TestedEngine {
  let store = new Store()
  const answer = (query: string, mediaType: string) => store.query(query, { results_format: mediaType }) as string
  return {
    async fill(quads) {
      store = new Store()
      store.load(quads.map(toNQuad).join(''), { format: 'application/n-quads', lenient: true })
    },
    ask: async (query) => [Buffer.from(answer(query, 'application/sparql-results+json'))] as unknown as EngineAnswer,
    answer: async (query, mediaType) => answer(query, mediaType),
  }
}

describe.skipIf(!folder)('the W3C suites', () => {
  test.each(['sparql10', 'sparql11', 'sparql12'] as const)('%s', async (suite) => {
    const compared = await compareSuites(folder!, [suite], oxigraph(), jsonLd)
    console.log(`${suite} with Oxigraph: ${counts(compared)}`)
    expect(spoilt(compared)).toEqual([])
  })

  test('protocol, graph store and service description', async () => {
    const results = await runHttpBehind(folder!, oxigraph())
    const passing = results.filter(({ outcome }) => outcome.status === 'passed')
    console.log(`${passing.length} of ${results.length} tests of HTTP pass`)
    // The others write.
    expect(passing).toHaveLength(34)
    expect(results.filter(({ outcome }) => outcome.status === 'failed')).toEqual([])
  })
})
