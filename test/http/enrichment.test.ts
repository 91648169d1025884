/**
 * The saved queries that ask Wikidata as well. An endpoint on loopback plays its part: our own evaluation over statements
 * in the form of its RDF dump (https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format), whose values are made
 * up for the test.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { createServer, type Server } from '../../src/server.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { type Endpoint, endpoint, json } from '../query/service/endpoint.ts'
import { play } from '../query/service/played.ts'
import { get } from '../support/app.ts'
import { baseIri, config } from '../support/dataset.ts'

const wikidata = 'https://query.wikidata.org/sparql'
const enriching = ['coordinates', 'images', 'population'].map((name) => `${name}-in-wikidata`)

const turtle = `
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX s: <http://www.wikidata.org/entity/statement/>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
wd:Q648 wdt:P625 "Point(1.5 2.5)"^^geo:wktLiteral ;
  wdt:P18 <http://commons.wikimedia.org/wiki/Special:FilePath/Made%20up.jpg> ;
  p:P1082 s:Q648-1 , s:Q648-2 , s:Q648-3 .
s:Q648-1 ps:P1082 100 ; pq:P585 "2001-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:rank wikibase:NormalRank .
s:Q648-2 ps:P1082 200 ; pq:P585 "2011-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:rank wikibase:PreferredRank .
s:Q648-3 ps:P1082 999 ; wikibase:rank wikibase:DeprecatedRank .
wd:Q1 wdt:P625 "Point(9 9)"^^geo:wktLiteral .
`

let folder: string
let server: Server
let played: Endpoint
let state: 'well' | 'down' = 'well'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-enrichment-'))
  const statements = await parse(turtle, { baseIri: 'http://x/', file: 'turtle' })
  const snapshot = buildSnapshot(statements.map(({ quad }) => quad))
  played = await endpoint(async (_, response) => {
    if (state === 'down') return response.writeHead(503).end()
    const { bytes } = await play(played.asked.at(-1)!.query!, snapshot)
    return response.writeHead(200, { 'content-type': json }).end(bytes)
  })
  for (const file of await readdir(config.queriesDir)) {
    const text = await readFile(join(config.queriesDir, file), 'utf8')
    await writeFile(join(folder, file), text.replaceAll(wikidata, played.url))
  }
  const settings = { releasesDir: join(folder, 'releases'), queriesDir: folder, serviceAllow: [played.url] }
  server = await createServer({ ...config, ...settings })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = (url: string, headers = {}) => server.app.inject({ url, headers })
const csv = async (name: string) => (await ask(`/queries/${name}.csv`)).body.trimEnd().split('\r\n')

describe('once SERVICE_ALLOW names the endpoint', () => {
  const lille = `${baseIri}id/lille,Lille,Lille,http://www.wikidata.org/entity/Q648`

  test('coordinates, images and population come with what we have', async () => {
    expect(await csv('coordinates-in-wikidata')).toEqual([
      'thing,thingFr,thingEn,item,coordinates',
      `${lille},Point(1.5 2.5)`,
    ])
    expect(await csv('images-in-wikidata')).toEqual([
      'thing,thingFr,thingEn,item,image',
      `${lille},http://commons.wikimedia.org/wiki/Special:FilePath/Made%20up.jpg`,
    ])
    expect(await csv('population-in-wikidata')).toEqual([
      'thing,thingFr,thingEn,item,date,population',
      `${lille},2001-01-01T00:00:00Z,100`,
      `${lille},2011-01-01T00:00:00Z,200`,
    ])
  })

  test.each(enriching)('%s asks for what is linked, and for nothing else', async (name) => {
    const before = played.asked.length
    await ask(`/queries/${name}.json`)
    const [asked, ...more] = played.asked.slice(before)
    expect(more).toEqual([])
    const items = asked!.query!.match(/\(<http:\/\/www\.wikidata\.org\/entity\/Q\d+>\)/g)!
    expect(items).toContain('(<http://www.wikidata.org/entity/Q648>)')
    expect(new Set(items).size).toBe(items.length)
    expect(items.length).toBeLessThan(50)
  })

  test('the answer is of the moment: nobody keeps it', async () => {
    for (const path of ['population-in-wikidata.json', 'population-in-wikidata']) {
      const { headers, statusCode } = await ask(`/queries/${path}`, { accept: 'text/html' })
      expect([statusCode, headers.etag, headers['cache-control']]).toEqual([200, undefined, 'no-store'])
    }
    expect((await ask('/queries/population-in-wikidata.rq')).headers.etag).toBeDefined()
  })

  test('an endpoint that fails is told, and recovers without a restart', async () => {
    state = 'down'
    expect(await ask('/queries/images-in-wikidata.json')).toMatchObject({ statusCode: 502 })
    state = 'well'
    expect(await ask('/queries/images-in-wikidata.json')).toMatchObject({ statusCode: 200 })
  })
})

describe('where it does not', () => {
  test.each(enriching)('%s says what to do, and is there to be read', async (name) => {
    const page = await get(`/queries/${name}`, 'text/html')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`SERVICE_ALLOW=${wikidata}`)
    expect((await get(`/queries/${name}.json`)).json()).toMatchObject({ status: 403, code: 'query-refused' })
  })

  test('the list of queries tells them from the others', async () => {
    const list: { name: string; available?: boolean; endpoints?: string[] }[] = (await get('/queries')).json()
    const told = list.filter(({ endpoints }) => endpoints)
    expect(told.map(({ name }) => name).sort()).toEqual(enriching)
    for (const { endpoints, available } of told) expect([endpoints, available]).toEqual([[wikidata], false])
  })
})
