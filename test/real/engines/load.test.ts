/**
 * `npm run load` with the engines of others: everything arrives, once, whenever it is stopped, and one release takes the
 * place of another as a whole.
 */
import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftsOf, placeOf, registerOf } from '../../../src/endpoint/release-place.ts'
import { toNTerm } from '../../../src/rdf/nquads.ts'
import { writePlanet } from '../../bench/planet/file.ts'
import { base } from '../../bench/planet/names.ts'
import { type PlanetRelease, planetRelease } from '../../bench/planet/release.ts'
import { baseIri, dataset } from '../../support/dataset.ts'
import { freePort } from '../../support/ports.ts'
import type { RunningEngine } from './engine.ts'
import { missingFuseki, startFuseki } from './fuseki.ts'
import { loaded, lookInto, type Settings, startLoad } from './loading.ts'
import { missingVirtuoso, startVirtuoso } from './virtuoso.ts'

const dcat = 'http://www.w3.org/ns/dcat#'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-load-test-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const own: Settings = { PUBLIC_URL: baseIri, BASE_IRI: baseIri, RELEASES_DIR: join(folder, 'releases') }

/** Planets of 100 000 quads that differ in one fact. */
const planets = new Map<string, PlanetRelease>()
async function planet(name: string): Promise<PlanetRelease> {
  const made = planets.get(name)
  if (made) return made
  const file = join(folder, `${name}.nq`)
  await writePlanet(100_000, file)
  await appendFile(
    file,
    `<${base}id/marker> <http://www.w3.org/2000/01/rdf-schema#label> "${name}" <${base}graph/marks> .\n`,
  )
  const release = await planetRelease(file, join(folder, name))
  await rm(file)
  planets.set(name, release)
  return release
}

const engines = [
  { name: 'Fuseki', missing: missingFuseki, start: () => startFuseki(), changes: [/numbers/] },
  {
    name: 'Fuseki that asks for Digest',
    missing: missingFuseki,
    start: () => startFuseki({ auth: 'digest' }),
    changes: [/numbers/],
  },
  { name: 'Virtuoso', missing: missingVirtuoso, start: () => startVirtuoso(), changes: [/geometries/, /numbers/] },
]

describe.each(engines)('$name', ({ name, missing, start, changes }) => {
  if (missing) {
    console.warn(`\n*** ${name} is missing: its tests are SKIPPED. Install it with ${missing} ***\n`)
    test.skip('is installed')
    return
  }

  let engine: RunningEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine?.stop())

  test('the project’s own data, once and again', async () => {
    const settings = { ...own, ...engine.settings }
    const { name: version } = dataset.version
    expect(await loaded(settings)).toContain(`Release ${version} is there whole, and is served`)
    expect(await loaded(settings)).toContain('there is nothing to do')
    using look = await lookInto(settings)
    const place = placeOf(baseIri, version)
    expect(await current(look, baseIri)).toEqual([place.iri.value])
    const lines = await linesIn(look, place.graphs.value, `FILTER(?name != <${baseIri}graph/dataset>)`)
    expect(lines.length).toBe(dataset.quads.length)
    // Nothing of ours is changed by Fuseki, so what is there has the hash that the version names.
    const sha256 = createHash('sha256')
      .update(Buffer.concat(lines.toSorted(Buffer.compare)))
      .digest('hex')
    expect(sha256 === dataset.version.sha256).toBe(name !== 'Virtuoso')
  })

  test('what is said of the release changes, and the data do not', async () => {
    const settings = { ...own, ...engine.settings, PUBLIC_URL: 'https://elsewhere.example/' }
    const { name: version } = dataset.version
    expect(await loaded(settings)).toContain('was there already, and is served again')
    using look = await lookInto(settings)
    const place = placeOf(baseIri, version)
    for (const graph of [place.union, place.graph(`${baseIri}graph/dataset`)]) {
      const downloads = await look.rows(`SELECT ?url { GRAPH <${graph.value}> { ?file <${dcat}downloadURL> ?url } }`)
      expect(downloads.length).toBeGreaterThan(5)
      expect(downloads.filter(({ url }) => !url!.startsWith('https://elsewhere.example/'))).toEqual([])
    }
    expect(await loaded(settings)).toContain('there is nothing to do')
    await loaded({ ...own, ...engine.settings })
  })

  test('100 000 generated triples, killed in the middle at several moments', async () => {
    const { settings, version, triples, named } = await planet('one')
    const all = { ...settings, ...engine.settings }
    using before = await lookInto(all)
    const served = await current(before, base)
    for (const moment of [
      /^1\/20 .* written/,
      /^9\/20 .* written/,
      /^17\/20 .* written/,
      /^5\/20 .* compared/,
      /^19\/20 .* compared/,
    ]) {
      const running = startLoad(all)
      await running.said(moment)
      running.kill('SIGKILL')
      await running.ended
      using look = await lookInto(all)
      expect(await current(look, base)).toEqual(served)
    }
    const said = await loaded(all)
    for (const change of changes) expect(said).toMatch(change)
    using look = await lookInto(all)
    const place = placeOf(base, version.name)
    expect(await current(look, base)).toEqual([place.iri.value])
    expect(await count(look, place.union.value)).toBe(triples)
    expect(await countInGraphs(look, place.graphs.value)).toBe(named)
  })

  test('another release takes its place, and no request under load fails', async () => {
    const [one, two, three] = [await planet('one'), await planet('two'), await planet('three')]
    const all = { ...two.settings, ...engine.settings }
    using look = await lookInto(all)
    const marks: string[][] = []
    let over = false
    const client = async () => {
      while (!over) {
        const rows = await look.rows(markOf())
        marks.push(rows.map(({ mark }) => mark!))
      }
    }
    const clients = Array.from({ length: 4 }, client)
    try {
      await loaded(all)
    } finally {
      over = true
    }
    await Promise.all(clients)
    expect(new Set(marks.map((found) => found.join()))).toEqual(new Set(['one', 'two']))
    expect(marks.at(-1)).toEqual(['two'])
    const graphs = (release: PlanetRelease) => placeOf(base, release.version.name)
    expect(await count(look, graphs(one).union.value)).toBe(one.triples)
    await loaded({ ...three.settings, ...engine.settings })
    expect(await look.rows(markOf())).toEqual([{ mark: 'three' }])
    for (const graph of [
      graphs(one).union,
      graphs(one).graphs,
      graphs(one).parts,
      graphs(one).graph(`${base}graph/marks`),
    ]) {
      expect(await count(look, graph.value)).toBe(0)
    }
    expect(await count(look, graphs(two).union.value)).toBe(two.triples)
    expect(await loaded(all)).toContain('was there already, and is served again')
    expect(await look.rows(markOf())).toEqual([{ mark: 'two' }])
  })

  test('Ctrl-C ends it with a sentence', async () => {
    const { settings } = await planet('four')
    const running = startLoad({ ...settings, ...engine.settings })
    await running.said(/^3\/20 .* written/)
    running.kill('SIGINT')
    const { code, errors } = await running.ended
    expect(code).toBe(1)
    expect(errors).toMatch(/stopped. The same command goes on from there\.\n$/)
  })

  // The first one is held while it reads: while it writes, TDB2 would have nobody else write.
  test.each([
    ['another release', 'five', /^1\/20 .* written/],
    ['the same release', 'four', /^1\/20 .* compared/],
  ])('of two runs at once the later one goes on: %s', async (_, name, moment) => {
    const [earlier, later] = [await planet('four'), await planet(name)]
    const settings = { ...later.settings, ...engine.settings }
    const first = startLoad({ ...earlier.settings, ...engine.settings })
    await first.said(/^1\/20 .* compared/)
    first.kill('SIGSTOP')
    const second = startLoad(settings)
    await second.said(moment).finally(() => first.kill('SIGCONT'))
    const [{ code, output, errors }, { output: served }] = await Promise.all([first.ended, second.ended])
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/\nAnother run of load has begun in this engine, and only one can be at work: [^\n]*\n$/)
    expect(served).toContain('is there whole, and is served')
    using look = await lookInto(settings)
    const place = placeOf(base, later.version.name)
    expect(await current(look, base)).toEqual([place.iri.value])
    expect(await count(look, place.union.value)).toBe(later.triples)
    expect(await look.rows(markOf())).toEqual([{ mark: name }])
    expect(await count(look, draftsOf(base).value)).toBe(0)
  })

  test('a wrong password is told, and not shown', async () => {
    const settings = { ...own, ...engine.settings, SPARQL_PASSWORD: 'not-the-one' }
    const { code, errors } = await startLoad({ ...settings, PUBLIC_URL: 'https://third.example/' }).ended
    expect(code).toBe(1)
    expect(errors).toMatch(/does not take SPARQL_USER and SPARQL_PASSWORD \(401\)/)
    expect(errors).not.toContain('not-the-one')
  })
})

describe('what is no engine', () => {
  const failing = async (to: string) => {
    const { code, output, errors } = await startLoad(own, ['--to', to]).ended
    expect({ code, output }).toEqual({ code: 1, output: '' })
    return errors
  }

  test('nobody is there', async () => {
    expect(await failing(`http://127.0.0.1:${await freePort()}/ds`)).toMatch(
      /cannot be reached or broke off \(ECONNREFUSED\)\n$/,
    )
  })

  test('a page', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<h1>Welcome</h1>')
    })
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    try {
      expect(await failing(`http://127.0.0.1:${port}/ds`)).toMatch(
        /answers a query with text\/html .*is it a SPARQL endpoint\?\n$/,
      )
    } finally {
      server.close()
    }
  })

  test('no address, and one with a password', async () => {
    expect(await failing('somewhere')).toMatch(/must be an absolute http or https address/)
    const errors = await failing('http://me:secret@127.0.0.1/ds')
    expect(errors).toMatch(/has no user and no password/)
    expect(errors).not.toContain('secret')
  })
})

type Look = Awaited<ReturnType<typeof lookInto>>

async function current(look: Look, iri: string): Promise<readonly string[]> {
  const { graph, dataset } = registerOf(iri)
  const rows = await look.rows(
    `SELECT ?s { GRAPH <${graph.value}> { <${dataset.value}> <${dcat}hasCurrentVersion> ?s } }`,
  )
  return rows.map(({ s }) => s!)
}

/** What is served of the one fact in which the planets differ. */
function markOf(): string {
  const { graph, dataset } = registerOf(base)
  return `SELECT ?mark {
    GRAPH <${graph.value}> { <${dataset.value}> <${dcat}hasCurrentVersion> ?release }
    BIND(IRI(CONCAT(STR(?release), '#union')) AS ?union)
    GRAPH ?union { <${base}id/marker> <http://www.w3.org/2000/01/rdf-schema#label> ?mark }
  }`
}

async function count(look: Look, graph: string): Promise<number> {
  const [row] = await look.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${graph}> { ?s ?p ?o } }`)
  return Number(row!.n)
}

/** Pattern of all that lies in the named graphs of a release. */
function inGraphs(graphs: string): string {
  const name = '<http://www.w3.org/ns/sparql-service-description#name>'
  return `GRAPH <${graphs}> { ?g ${name} ?name } GRAPH ?g { ?s ?p ?o }`
}

async function countInGraphs(look: Look, graphs: string): Promise<number> {
  const [row] = await look.rows(`SELECT (COUNT(*) AS ?n) { ${inGraphs(graphs)} }`)
  return Number(row!.n)
}

async function linesIn(look: Look, graphs: string, filter: string): Promise<readonly Buffer[]> {
  const rows = await look.terms(`SELECT ?s ?p ?o ?name { ${inGraphs(graphs)} ${filter} }`)
  return rows.map((row) => {
    const terms = ['s', 'p', 'o', 'name'].map((name) => toNTerm(row.get(name) as never))
    return Buffer.from(`${terms.join(' ')} .\n`)
  })
}
