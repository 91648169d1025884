/**
 * What is shown of links that the program has looked up itself: most hold, one is redirected, one deleted, and one that a
 * person has accepted was never looked up.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type Server } from '../../src/server.ts'
import { checkedData, reviewer } from '../link/checked-data.ts'
import { linksOf } from '../link/runs.ts'
import { rowsOf, type TableDescription } from '../representation/tables/csv2rdf.ts'
import { baseIri, config } from '../support/dataset.ts'

let folder: string
let server: Server
/** The day on which the links were looked up. */
let today: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-checked-'))
  const dataDir = await checkedData(folder)
  today = (await linksOf(dataDir, 'openstreetmap.trig'))[0]!.date
  server = await createServer({ ...config, dataDir, releasesDir: join(folder, 'releases') })
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (url: string, accept = 'text/html') =>
  (await server.app.inject({ url, headers: { accept } })).body.replaceAll(baseIri, '/')

/** The text of the cells of a page that a link stands in, from the link on. */
async function shownOf(page: string, href: string): Promise<string[]> {
  const cells = [...(await get(page)).matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => cell!)
  return cells
    .filter((cell) => cell.includes(`href="${href}"`))
    .map((cell) =>
      cell
        .slice(cell.indexOf('<dl>'))
        .replace(/<\/dd>/g, '; ')
        .replace(/<\/dt>/g, ': '),
    )
    .map((cell) =>
      cell.replace(/<(?!a )[^>]*>|<a href="([^"]*)"[^>]*>/g, (_tag, to) =>
        to ? `[${to.replace('?lang&#61;en', '')}] ` : '',
      ),
    )
    .map((cell) => cell.replace(/[\s]+/g, ' ').trim())
}

const wikidata = (id: string) => `http://www.wikidata.org/entity/${id}`
const osm = 'https://www.openstreetmap.org/node/990000000001'

describe.each([
  ['/page/lille', wikidata('Q648'), 'established on: 2026-11-24; confidence (0 to 1): 0.9; last check: TODAY;'],
  [
    '/page/gare-lille-flandres',
    wikidata('Q801098'),
    'established on: 2026-11-24; confidence (0 to 1): 0.9; last check: TODAY; result: [/scheme/link-states/redirected] redirected;',
  ],
  [
    '/page/mediawiki',
    wikidata('Q83'),
    'established on: 2026-11-24; confidence (0 to 1): 0.95; last check: TODAY; result: [/scheme/link-states/deleted] deleted;',
  ],
  [
    '/page/mutualab',
    osm,
    `established on: TODAY; reviewed by: ${reviewer}; confidence (0 to 1): 0.9; last check: never checked since;`,
  ],
  ['/licence/mit', wikidata('Q334661'), 'established on: 2026-11-24; confidence (0 to 1): 0.9; last check: TODAY;'],
  [
    '/scheme/kinds/coworking-space',
    wikidata('Q97307779'),
    'established on: 2026-11-24; confidence (0 to 1): 0.8; last check: TODAY;',
  ],
])('%s', (page, href, expected) => {
  test.each([page, '/links'])('%s says who judged the link, and what its last check found', async (shown) => {
    expect(await shownOf(`${shown}?lang=en`, href)).toEqual([expected.replaceAll('TODAY', today)])
  })
})

test('in French too', async () => {
  expect(await shownOf('/page/mutualab?lang=fr', osm)).toEqual([
    `établi le: ${today}; jugé par: ${reviewer}; certitude (0 à 1): 0.9; dernière vérification: jamais vérifié depuis;`,
  ])
  expect(await shownOf('/links?lang=fr', wikidata('Q83'))).toEqual([
    `établi le: 2026-11-24; certitude (0 à 1): 0.95; dernière vérification: ${today}; résultat: [/scheme/link-states/deleted] disparu;`,
  ])
})

test('a link that is known to be broken is proposed to nobody', async () => {
  const body = await get('/links?lang=en')
  expect(body).toContain('<code>wikidata&#61;Q648</code>')
  expect(body).not.toContain('<code>wikidata&#61;Q801098</code>')
})

test('the linkset has it as attributes of the target, which are lists of texts', async () => {
  const { linkset } = JSON.parse(await get('/links.json', '*/*'))
  const targets = (path: string) => linkset.find(({ anchor }: { anchor: string }) => anchor === path)
  const exactMatch = 'http://www.w3.org/2004/02/skos/core#exactMatch'
  expect(targets('/id/gare-lille-flandres')[exactMatch]).toEqual([
    {
      href: wikidata('Q801098'),
      established: ['2026-11-24'],
      checked: [today],
      'check-result': ['/scheme/link-states/redirected'],
    },
  ])
  expect(targets('/id/lille')[exactMatch][0]['check-result']).toEqual(['/scheme/link-states/holds'])
  expect(targets('/id/mutualab')[exactMatch]).toEqual([{ href: osm, established: [today], reviewer: [reviewer] }])
})

test('so has the table, with what its columns are', async () => {
  const { tables } = JSON.parse(await get('/dumps/latest/csv-metadata.json', '*/*')) as { tables: TableDescription[] }
  const table = tables.find(({ url }) => url === 'links.csv')!
  const rows = rowsOf(await get('/dumps/latest/links.csv', '*/*'), table)
  const names = ['mapping_date', 'reviewer_label', 'last_check', 'last_check_result', 'last_check_result_fr']
  const cells = (id: string) => {
    const row = rows.find((row) => row.get('record_id') === id)!
    return [...names, 'last_check_result_en'].map((name) => row.get(name))
  }
  const result = (state: string) => `/scheme/link-states/${state}`
  expect(cells('/id/lille#link-q648')).toEqual(['2026-11-24', [], today, result('holds'), 'valable', 'holds'])
  expect(cells('/id/mediawiki#link-q83')).toEqual(['2026-11-24', [], today, result('deleted'), 'disparu', 'deleted'])
  expect(cells('/id/mutualab#link-osm-node-990000000001')).toEqual([today, [reviewer], null, null, null, null])
  const described = table.tableSchema.columns.find(({ name }) => name === 'last_check')!
  expect(described).toMatchObject({
    datatype: 'date',
    suppressOutput: true,
    titles: { fr: expect.stringContaining('jamais vérifié'), en: expect.stringContaining('never checked') },
  })
})
