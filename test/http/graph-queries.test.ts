/**
 * Saved queries whose answer is a graph.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type Server } from '../../src/server.ts'
import { config, dataset } from '../support/dataset.ts'

let folder: string
let server: Server

const head = (name: string) =>
  ['title', 'description'].flatMap((key) => ['fr', 'en'].map((language) => `# ${key}@${language}: ${name}\n`)).join('')
const get = (url: string, accept?: string) => server.app.inject({ url, headers: accept ? { accept } : {} })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-queries-'))
  const meetings = 'CONSTRUCT WHERE { ?who <https://w3id.org/commonsgraph/ontology#meetsAt> ?where }'
  await writeFile(join(folder, 'meetings.rq'), `${head('Meetings')}${meetings}`)
  await writeFile(join(folder, 'everything.rq'), `${head('Everything')}CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2000`)
  server = await createServer({ ...config, queriesDir: folder, releasesDir: join(folder, 'releases') })
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a saved query that answers with a graph', () => {
  const stated = new Set(
    dataset.quads
      .filter(({ predicate }) => predicate.value.endsWith('#meetsAt'))
      .map(({ subject, object }) => `${subject.value} ${object.value}`),
  )

  test('has a row for each statement on its page, by names that lead to things', async () => {
    const { statusCode, body } = await get('/queries/meetings?lang=en', 'text/html')
    expect(statusCode).toBe(200)
    expect(body.match(/<tbody>.*<\/tbody>/s)![0].match(/<tr>/g)).toHaveLength(stated.size)
    expect(body).toContain(`${stated.size} rows`)
    for (const statement of stated) {
      for (const iri of statement.split(' ')) expect(body).toContain(`/page/${iri.slice(iri.lastIndexOf('/') + 1)}`)
    }
    expect(body).toContain('href="/queries/meetings.ttl"')
    expect(body).not.toContain('meetings.csv')
  })

  test('is had as data, by suffix and by Accept', async () => {
    const triples = await get('/queries/meetings.nt')
    expect(triples.headers['content-type']).toContain('application/n-triples')
    const lines = triples.body.trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.replace(/^<(.*?)> <.*?> <(.*)> \.$/, '$1 $2')))).toEqual(stated)
    expect((await get('/queries/meetings')).headers['content-type']).toContain('application/ld+json')
    expect((await get('/queries/meetings', 'text/turtle')).headers['content-type']).toContain('text/turtle')
    const refused = await get('/queries/meetings.csv', 'application/json')
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'entity-unknown'])
    expect(refused.json().detail).toContain('.ttl')
  })

  test('of much the first are shown, and how many there are', async () => {
    const { body } = await get('/queries/everything?lang=en', 'text/html')
    expect(body).toContain('2000 rows')
    expect(body.match(/<tbody>.*<\/tbody>/s)![0].match(/<tr>/g)).toHaveLength(500)
    expect(body).toContain('The first 500 are shown')
  })
})
