/**
 * What is promised to every client: the answers of the saved queries, whole, and those that were typed by hand.
 */
import { expect, test } from 'vitest'
import { loadSavedQueries } from '../../../src/query/saved.ts'
import { type Quad, rdf, toTriple } from '../../../src/rdf/environment.ts'
import { prefixes } from '../../../src/rdf/namespaces.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { baseIri, config, dataset } from '../../support/dataset.ts'
import { compare } from '../../support/expectations.ts'
import { readFixture } from '../../support/inventory.ts'
import { inWordsOf, questions } from '../../support/questions.ts'
import { type Client, plain, type Solution } from './client.ts'
import type { RunningServer } from './server.ts'

const saved = await loadSavedQueries(config.queriesDir, baseIri)
const typedByHand = new Map(Object.values(questions).map((question) => [question.query, question]))

/** The names of all saved queries that nobody else is asked for. */
export const everyQuery = [...saved.values()].filter(({ query }) => !query.reachesOut).map(({ name }) => name)
/** Those that show something each: an answer typed by hand, counts, groups, decimals and dates, languages. */
export const tellingQueries = [
  ...typedByHand.keys(),
  'statements-per-passage',
  'what-takes-place-where',
  'links-to-wikidata',
  'coordinates-of-places',
  'spellings',
]

/** The text of a saved query, with the relative IRIs that it has. */
export function textOf(name: string): string {
  return saved.get(name)!.text
}

const answers = new Map<string, Promise<Solution[]>>()

/** What the server itself answers to a saved query, at its address; asked once. */
export function promised({ url }: RunningServer, name: string): Promise<Solution[]> {
  const address = `${url}queries/${name}.json`
  if (!answers.has(address)) answers.set(address, fetchSolutions(address))
  return answers.get(address)!
}

async function fetchSolutions(address: string): Promise<Solution[]> {
  const { results } = (await (await fetch(address)).json()) as { results: { bindings: Solution[] } }
  return results.bindings
}

/** The solutions with their variables in one order, so that they can be compared and sorted. */
export function inOneForm(solutions: readonly Solution[]): Record<string, unknown>[] {
  return solutions.map((solution) =>
    Object.fromEntries(
      Object.keys(solution)
        .sort()
        .map((name) => [name, plain(solution[name]!)]),
    ),
  )
}

/** Tests that a client gets every answer that it is promised. Called inside of a `describe`. */
export function testPromises(server: () => RunningServer, client: () => Client, names: readonly string[]): void {
  test.each(names)('%s', async (name) => {
    const solutions = await client().select(textOf(name))
    expect(inOneForm(solutions)).toEqual(inOneForm(await promised(server(), name)))
    const question = typedByHand.get(name)
    if (question) expect(inWordsOf(question, solutions)).toEqual(question.rows)
  })

  test('ASK: La Coroutine uses Mailman, and nobody says that MutuaLab uses anything', async () => {
    const uses = (user: string, software: string) =>
      client().ask(`PREFIX cg: <${prefixes.cg}> ASK { <id/${user}> cg:usesSoftware ${software} }`)
    expect(await uses('la-coroutine', '<id/mailman>')).toBe(true)
    expect(await uses('mutualab', '?software')).toBe(false)
  })

  test('CONSTRUCT: line 42 of the notes, as it was typed by hand', async () => {
    expectLine42(
      await client().graph('CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <source/visite-elus-2016#L42> { ?s ?p ?o } }'),
    )
  })

  test('DESCRIBE: everything that is said of Mailman, and nothing that is not in the graph', async () => {
    const lines = new Set((await client().graph('DESCRIBE <id/mailman>')).map(toNQuad))
    const triples = dataset.quads.map(toTriple)
    const ofMailman = triples.filter(({ subject }) => subject.value === `${baseIri}id/mailman`).map(toNQuad)
    expect(ofMailman.length).toBeGreaterThan(5)
    expect(lines.isSupersetOf(new Set(ofMailman))).toBe(true)
    expect([...lines.difference(new Set(triples.map(toNQuad)))]).toEqual([])
  })
}

/** Expects the triples of line 42 of the notes, neither more nor fewer, each once. */
export function expectLine42(triples: readonly Quad[]): void {
  const line = rdf.namedNode(`${baseIri}source/visite-elus-2016#L42`)
  const { expectations } = readFixture('visite-elus-2016.txt', baseIri)
  const quads = triples.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, line) as Quad)
  expect(
    compare(
      expectations.filter(({ graph }) => graph === line.value),
      quads,
    ),
  ).toEqual([])
}
