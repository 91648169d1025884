/**
 * Comunica joins what two sources know: neither half of the graph has the answer, both together give the whole one.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseIri, config } from '../../support/dataset.ts'
import { comunica, type Source } from './comunica.ts'
import { inOneForm, promised, textOf } from './promises.ts'
import { type RunningServer, startServer } from './server.ts'

/** The files of `data/` that say what is in the town, and those that say what it has to do with the rest of the world. */
const town = ['visite-elus-2016.trig', 'external-sources.trig', 'editorial.trig']
const world = ['licences.trig', 'links/wikidata.trig']

/** Saved queries whose answer takes both halves. */
const joined = ['links-to-wikidata', 'sources-and-their-rights']

let folder: string
let whole: RunningServer
let townServer: RunningServer
let worldServer: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-federation-'))
  whole = await startServer()
  // Ontology and schemes are served once, by the town: told twice, every row that they are part of would come twice.
  townServer = await startServer(await half('town', town, ['shapes.ttl']))
  worldServer = await startServer(await half('world', world, ['shapes.ttl', 'ontology.ttl', 'schemes.ttl']))
})
afterAll(async () => {
  await Promise.all([whole, townServer, worldServer].map((server) => server?.stop()))
  await rm(folder, { recursive: true, force: true })
})

describe.each([
  { over: 'two of our servers', sources: () => [townServer.endpoint, worldServer.endpoint] },
  { over: 'one of them and two files', sources: async () => [townServer.endpoint, ...(await files())] },
])('Comunica over $over', ({ sources }) => {
  test.each([...joined, 'what-licences-permit'])('%s', async (name) => {
    const given = await sources()
    const solutions = await comunica(() => given).select(textOf(name))
    // Which of two equal rows comes first, and how strings are ordered, is the client's own affair here.
    expect(sorted(solutions)).toEqual(sorted(await promised(whole, name)))
  })
})

test.each(joined)('%s: neither half alone has the answer', async (name) => {
  const wanted = sorted(await promised(whole, name))
  for (const { endpoint } of [townServer, worldServer]) {
    expect(sorted(await comunica(() => [endpoint]).select(textOf(name)))).not.toEqual(wanted)
  }
})

test('both servers were asked for their description, and then for what they know', () => {
  for (const { requests } of [townServer, worldServer]) {
    expect(requests).toContain('GET /sparql')
    expect(requests.some((request) => /^(GET \/sparql\?query=|POST \/sparql$)/.test(request))).toBe(true)
  }
})

/** Settings of a server over some files of `data/`, without the shapes, which only the whole graph meets. */
async function half(name: string, files: readonly string[], emptied: readonly string[]) {
  const [DATA_DIR, ONTOLOGY_DIR] = [join(folder, name, 'data'), join(folder, name, 'ontology')]
  for (const file of files) await cp(join(config.dataDir, file), join(DATA_DIR, file))
  await cp(config.ontologyDir, ONTOLOGY_DIR, { recursive: true })
  for (const file of emptied) await writeFile(join(ONTOLOGY_DIR, file), '')
  return { DATA_DIR, ONTOLOGY_DIR }
}

/** The half that is the world's as documents in the hands of the client. */
function files(): Promise<Source[]> {
  return Promise.all(
    world.map(async (file) => ({
      type: 'serialized' as const,
      value: await readFile(join(config.dataDir, file), 'utf8'),
      mediaType: 'application/trig',
      baseIRI: baseIri,
    })),
  )
}

function sorted(solutions: Parameters<typeof inOneForm>[0]): string[] {
  return inOneForm(solutions)
    .map((solution) => JSON.stringify(solution))
    .sort()
}
