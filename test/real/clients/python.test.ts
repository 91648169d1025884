/**
 * Python's rdflib and SPARQLWrapper.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baseIri } from '../../support/dataset.ts'
import { readTriples } from './client.ts'
import { describeWith } from './installed.ts'
import { everyQuery, expectLine42, tellingQueries, testPromises } from './promises.ts'
import { interpreter, PythonClient, program } from './python.ts'
import { type RunningServer, startServer } from './server.ts'

const describeWithPython = describeWith('python')

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describeWithPython.each([
  { way: 'as it is', options: {}, queries: everyQuery },
  { way: 'by POST', options: { method: 'POST' }, queries: tellingQueries },
  { way: 'by a form', options: { method: 'POST_FORM' }, queries: tellingQueries },
])('rdflib SPARQLStore $way', ({ options, queries }) => {
  const client = converse('sparql_store', options)
  testPromises(() => server, client, queries)

  test('a fault is not taken for an answer', async () => {
    await expect(client().select('SELECT * WHERE { ?s ?p }')).rejects.toThrow()
  })
})

const byForm = { method: 'POST', tableFormat: 'json', graphFormat: 'turtle' }
const byPost = { method: 'POST', requestMethod: 'postdirectly', tableFormat: 'json', graphFormat: 'json-ld' }

describeWithPython.each([
  { way: 'as it is', options: {}, queries: everyQuery },
  { way: 'by a form, for JSON and Turtle', options: byForm, queries: tellingQueries },
  { way: 'by POST, for JSON and JSON-LD', options: byPost, queries: tellingQueries },
])('SPARQLWrapper $way', ({ options, queries }) => {
  const client = converse('sparql_wrapper', options)
  testPromises(() => server, client, queries)

  test('a malformed query is told as one, with its place', async () => {
    await expect(client().select('SELECT * WHERE { ?s ?p }')).rejects.toThrow(/^QueryBadFormed[\s\S]*query-malformed/)
  })
})

describeWithPython('rdflib Graph over a SPARQLStore', () => {
  test('has the size, the labels, the passages and the graphs without a query written by hand', async () => {
    const [passage, thing] = [`${baseIri}source/visite-elus-2016#L42`, `${baseIri}id/la-coroutine`]
    const { stdout } = await promisify(execFile)(interpreter, [program('graph'), server.endpoint, passage, thing])
    const { size, labels, passage: stated, graphs, stating } = JSON.parse(stdout)
    const union = await fetch(`${server.url}graphs?default`, { headers: { accept: 'application/n-triples' } })
    expect(size).toBe((await union.text()).trim().split('\n').length)
    expect(labels).toEqual([
      ['en', 'La Coroutine'],
      ['fr', 'La Coroutine'],
    ])
    expectLine42(await readTriples(stated))
    expect(stating).toEqual([passage])
    expect(graphs).toEqual(await namedGraphs())
  })
})

/** The IRIs of the graphs that the service description names. */
async function namedGraphs(): Promise<string[]> {
  const description = await fetch(server.endpoint, { headers: { accept: 'application/n-triples' } })
  const name = /<http:\/\/www\.w3\.org\/ns\/sparql-service-description#name> <([^>]+)>/g
  return [...(await description.text()).matchAll(name)].map(([, iri]) => iri!).sort()
}

/** The client that a program of `python/` is, from before the tests around it until after them. */
function converse(name: string, options: Readonly<Record<string, string>>): () => PythonClient {
  let client: PythonClient
  beforeAll(() => {
    client = new PythonClient(name, server.endpoint, options)
  })
  afterAll(() => client.stop())
  return () => client
}
