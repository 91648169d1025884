/**
 * Apache Jena's `rsparql`, which parses a query and sends it in its own words.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baseIri } from '../../support/dataset.ts'
import { type Client, readTriples, type Solution } from './client.ts'
import { describeWith, folderOf } from './installed.ts'
import { tellingQueries, testPromises } from './promises.ts'
import { type RunningServer, startServer } from './server.ts'

const run = promisify(execFile)

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describeWith('jena').each([
  { way: 'by GET', flags: [], queries: tellingQueries },
  { way: 'by POST', flags: ['--post'], queries: tellingQueries.slice(-4) },
])('rsparql $way', ({ flags, queries }) => {
  const rsparql = async (format: string, query: string) => {
    const args = [`--service=${server.endpoint}`, `--base=${baseIri}`, `--results=${format}`, ...flags, query]
    const { stdout } = await run('java', ['-cp', join(folderOf('jena'), '*'), 'arq.rsparql', ...args])
    return stdout
  }
  const client: Client = {
    select: async (query) => JSON.parse(await rsparql('json', query)).results.bindings as Solution[],
    ask: async (query) => JSON.parse(await rsparql('json', query)).boolean,
    graph: async (query) => readTriples(await rsparql('n-triples', query)),
  }

  testPromises(
    () => server,
    () => client,
    queries,
  )

  test('a fault reaches the client as one', async () => {
    await expect(client.ask('ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }')).rejects.toThrow(/403/)
  })
})
