/**
 * Published links that became wrong, each in its way.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Lookup } from '../../src/rdf/lookup.ts'
import { dcterms, prov, schema } from '../../src/rdf/namespaces.ts'
import { parse } from '../../src/rdf/parse.ts'
import { linkRuns } from './runs.ts'
import type { Entity } from './services.ts'

const runs = linkRuns()
const check = (settings?: Record<string, string>) => runs.call('check', settings && { settings })

/** Leaves these four things with a link to Wikidata, and gives one to OpenStreetMap. */
async function fewLinks(): Promise<void> {
  const folder = join(runs.dataDir(), 'links')
  const text = await readFile(join(folder, 'wikidata.trig'), 'utf8')
  const kept = ['gare-lille-flandres', 'lille', 'martine-lignieres-cassou', 'openstreetmap']
  const [head, ...blocks] = text.split(/(?=^ {2}<)/m)
  const of = (block: string) => /<id\/([^>#]*)/.exec(block)?.[1] ?? ''
  await writeFile(
    join(folder, 'wikidata.trig'),
    `${head}${blocks.filter((block) => kept.includes(of(block))).join('')}}\n`,
  )
  const prefixes = head!.slice(head!.indexOf('@prefix'), head!.indexOf('GRAPH'))
  await writeFile(join(folder, 'openstreetmap.trig'), `${prefixes}${osmLink}`)
}

const osmLink = `GRAPH <graph/links> {
  <id/mutualab>
    skos:exactMatch <https://www.openstreetmap.org/node/990000000001> .

  <id/mutualab#link-osm-node-990000000001>
    a sssom:Mapping ;
    dcterms:source "OpenStreetMap."@en ;
    sssom:confidence 0.9 ;
    sssom:mapping_date "2026-11-24"^^xsd:date ;
    sssom:mapping_justification semapv:ManualMappingCuration ;
    sssom:object_id <https://www.openstreetmap.org/node/990000000001> ;
    sssom:predicate_id skos:exactMatch ;
    sssom:subject_id <id/mutualab> .
}
`

const checksFile = () => readFile(join(runs.dataDir(), 'links/checks.trig'), 'utf8')

/** What the file of checks says, by thing: the state and the day. */
async function recorded(): Promise<Record<string, string>> {
  const statements = await parse(await checksFile(), { baseIri: 'http://x.example/', file: 'checks.trig' })
  const facts = new Lookup(statements.map(({ quad }) => quad))
  return Object.fromEntries(
    facts.using(prov.used!).map(({ subject }) => {
      const state = facts.object(subject, schema.result!)!.value.replace(/.*\//, '')
      expect(facts.object(subject, dcterms.date!)!.value).toMatch(/^\d{4}-\d\d-\d\d$/)
      return [/id\/([^#]+)/.exec(subject.value)![1]!, state]
    }),
  )
}

function edit(id: string, change: Partial<Entity>): void {
  const { items } = runs.services()
  items.set(id, { ...items.get(id)!, ...change })
}

const claims = (id: string) => runs.services().items.get(id)!.claims

describe('check', () => {
  test('what holds is said so, in a table and in the data, which stays right', async () => {
    await fewLinks()
    const { code, stdout } = await check()
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nAll 5 links hold\n$/)])
    expect(stdout).toMatch(/^thing +link +state +what was found\n-+ {2}-+/)
    expect(stdout).toMatch(/id\/lille +http:\/\/www\.wikidata\.org\/entity\/Q648 +holds +Lille\n/)
    expect(Object.entries(await recorded()).map(([, state]) => state)).toEqual(Array(5).fill('holds'))
    await runs.validate()
  })

  const faults: readonly [string, string, () => void][] = [
    ['redirected', 'lille', () => runs.services().redirects.set('Q648', 'Q990000001')],
    ['merged', 'gare-lille-flandres', () => runs.services().redirects.set('Q801098', 'Q648')],
    ['deleted', 'openstreetmap', () => runs.services().items.delete('Q936')],
    ['other-kind', 'martine-lignieres-cassou', () => edit('Q3295803', { claims: { P31: claims('Q801098').P31! } })],
    ['other-kind', 'lille', () => edit('Q648', { claims: { ...claims('Q648'), P31: claims('Q990000004').P31! } })],
    ['elsewhere', 'lille', () => edit('Q648', { claims: { ...claims('Q648'), P625: claims('Q990000001').P625! } })],
    ['deleted', 'mutualab', () => runs.services().elements.splice(0, 1)],
    ['elsewhere', 'mutualab', () => Object.assign(runs.services().elements[0]!, { lat: 45.76, lon: 4.84 })],
    ['other-kind', 'mutualab', () => Object.assign(runs.services().elements[0]!, { tags: { highway: 'service' } })],
  ]
  test.each(faults)('%s: %s', async (state, slug, breakIt) => {
    await fewLinks()
    breakIt()
    const { code, stdout, stderr } = await check()
    expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^[12] of 5 links do not hold$/),
    ])
    expect(stdout).toMatch(new RegExp(`id/${slug} +\\S+ +${state} `))
    expect(await recorded()).toMatchObject({ [slug]: state })
    await runs.validate()
  })

  test('both that were merged are told', async () => {
    await fewLinks()
    runs.services().redirects.set('Q801098', 'Q648')
    expect((await check()).stdout).toMatch(
      /merged into http:\/\/www\.wikidata\.org\/entity\/Q648, to which \S+id\/lille leads too/,
    )
  })

  test('who cannot be reached is told so, and the last check stays the last', async () => {
    await fewLinks()
    await check()
    const before = (await checksFile()).replaceAll(/\d{4}-\d\d-\d\d/g, '2026-01-01')
    await writeFile(join(runs.dataDir(), 'links/checks.trig'), before)
    const { code, stdout } = await check({ WIKIDATA_API: 'http://127.0.0.1:9/w/api.php' })
    expect(code).toBe(1)
    expect(stdout).toMatch(/id\/lille +\S+ +unreachable +Wikidata cannot be reached/)
    expect(stdout).toMatch(/id\/mutualab +\S+ +holds/)
    const after = await checksFile()
    expect(after.match(/2026-01-01/g)).toHaveLength(4)
    expect(Object.values(await recorded())).toEqual(Array(5).fill('holds'))
  })

  test('a question that Overpass gave up on is no deletion', async () => {
    await fewLinks()
    runs.services().fault = (request, response) => {
      if (request.url !== '/api/interpreter') return false
      response.end(
        '{"elements":[],"remark":"runtime error: Query timed out in \\"query\\" at line 1 after 26 seconds."}',
      )
      return true
    }
    expect((await check()).stdout).toMatch(/id\/mutualab +\S+ +unreachable +Overpass gave up/)
  })

  test('links are looked up each time, whatever is known', async () => {
    await fewLinks()
    await check()
    runs.services().items.delete('Q936')
    expect((await check()).code).toBe(1)
  })

  test('a link that is not published any more has no check', async () => {
    await fewLinks()
    await check()
    await writeFile(join(runs.dataDir(), 'links/openstreetmap.trig'), '# none\n')
    const text = await checksFile()
    await writeFile(
      join(runs.dataDir(), 'links/checks.trig'),
      text.replace(/ {2}<id\/mutualab#[\s\S]*?(?=\n {2}<|\})/, ''),
    )
    await check()
    expect(Object.keys(await recorded())).not.toContain('mutualab')
  })
})
