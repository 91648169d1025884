/**
 * Our program in front of Fuseki and of Virtuoso passes every query evaluation test of the W3C that these pass by
 * themselves.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAt } from '../../../src/endpoint/asking.ts'
import type { Exchange } from '../../../src/endpoint/exchange.ts'
import { type Quad, rdf } from '../../../src/rdf/environment.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { compareSuites, counts, runHttpBehind, spoilt } from '../../conformance/engines/compare.ts'
import type { TestedEngine } from '../../conformance/engines/evaluators.ts'
import { findSuites, missingSuites } from '../../conformance/suites.ts'
import { jsonLd } from '../../support/release.ts'
import type { RunningEngine } from './engine.ts'
import { missingFuseki, startFuseki } from './fuseki.ts'
import { type Reached, reach } from './reach.ts'
import { missingVirtuoso, startVirtuoso } from './virtuoso.ts'

const folder = findSuites(process.env)
if (!folder) console.warn(`\n*** ${missingSuites(process.env)} The conformance tests are SKIPPED. ***\n`)

/** Virtuoso has no default graph of its own: it is told which one that is. */
const defaultGraph = rdf.namedNode('https://tests.example/default')

const engines = [
  { name: 'Fuseki', missing: missingFuseki, start: startFuseki, over: fuseki },
  { name: 'Virtuoso', missing: missingVirtuoso, start: startVirtuoso, over: virtuoso },
]

describe.skipIf(!folder).each(engines)('$name', ({ name, missing, start, over }) => {
  if (missing) {
    console.warn(`\n*** ${name} is missing: its tests are SKIPPED. Install it with ${missing} ***\n`)
    test.skip('is installed')
    return
  }

  let engine: RunningEngine
  let reached: Reached
  let tested: TestedEngine
  beforeAll(async () => {
    engine = await start()
    reached = await reach(engine.settings, signal)
    tested = over(reached)
  })
  afterAll(async () => {
    reached?.[Symbol.dispose]()
    await engine?.stop()
  })

  test.each(['sparql10', 'sparql11', 'sparql12'] as const)('%s', async (suite) => {
    const compared = await compareSuites(folder!, [suite], tested, jsonLd)
    console.log(`${suite} with ${name}: ${counts(compared)}`)
    expect(spoilt(compared)).toEqual([])
  })

  test('protocol, graph store and service description', async () => {
    const results = await runHttpBehind(folder!, tested)
    const passing = results.filter(({ outcome }) => outcome.status === 'passed')
    console.log(`${passing.length} of ${results.length} tests of HTTP pass`)
    // The others write.
    expect(passing).toHaveLength(34)
    expect(results.filter(({ outcome }) => outcome.status === 'failed')).toEqual([])
  })
})

const signal = new AbortController().signal

function fuseki({ engine, exchange }: Reached): TestedEngine {
  return {
    async fill(quads) {
      const graphs = Map.groupBy(quads, ({ graph }) => graph.value)
      const blocks = Array.from(graphs, ([graph, within]) => {
        const triples = within.map(inNTriples).join('')
        return graph ? `GRAPH <${graph}> {\n${triples}}\n` : triples
      })
      // One transaction for both.
      await engine.update(`DROP ALL ;\nINSERT DATA {\n${blocks.join('')}}`, signal)
    },
    ask: askingAt(engine.addresses.query, exchange),
    answer: (query, mediaType) => answer(exchange, engine.addresses.query, { query }, mediaType),
  }
}

function virtuoso({ engine, exchange }: Reached): TestedEngine {
  let filled: readonly string[] = []
  return {
    async fill(quads) {
      for (const graph of filled) await engine.update(`DROP SILENT GRAPH <${graph}>`, signal)
      const graphs = Map.groupBy(quads, ({ graph }) => graph.value || defaultGraph.value)
      filled = [...graphs.keys()]
      for (const [graph, within] of graphs)
        await engine.addTo(rdf.namedNode(graph), within.map(inNTriples).join(''), signal)
    },
    ask: askingAt(engine.addresses.query, exchange),
    answer: (query, mediaType) => {
      const named = filled.filter((graph) => graph !== defaultGraph.value)
      const form = /\bFROM\b/i.test(query)
        ? { query }
        : { query, 'default-graph-uri': defaultGraph.value, 'named-graph-uri': named }
      return answer(exchange, engine.addresses.query, form, mediaType)
    },
  }
}

function inNTriples({ subject, predicate, object }: Quad): string {
  return toNQuad(rdf.quad(subject, predicate, object) as Quad)
}

async function answer(
  exchange: Exchange,
  url: string,
  form: Readonly<Record<string, string | readonly string[]>>,
  mediaType: string,
): Promise<string> {
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
  ).toString()
  const contentType = 'application/x-www-form-urlencoded; charset=utf-8'
  const { response, body: answer } = await exchange.send({ url, accept: mediaType, contentType, body }, signal)
  const type = response.headers['content-type']?.replace(/\s*;.*$/s, '')
  if (type !== mediaType) throw new Error(`${type} instead of ${mediaType}`)
  return answer.toString()
}
