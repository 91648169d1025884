/**
 * Published links that became wrong, each in its way.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Lookup } from '../../../src/rdf/lookup.ts'
import { dcterms, prov, schema } from '../../../src/rdf/namespaces.ts'
import { parse } from '../../../src/rdf/parse.ts'
import { linkRuns } from '../../link/runs.ts'
import type { Entity } from '../../link/services.ts'
import { closedAddress } from '../../link/setting.ts'

const runs = linkRuns()
const check = (settings?: Record<string, string>) => runs.call('check', settings && { settings })

/** Leaves these four things and a concept with a link to Wikidata, and gives three things one to OpenStreetMap. */
async function fewLinks(): Promise<void> {
  const folder = join(runs.dataDir(), 'links')
  const text = await readFile(join(folder, 'wikidata.trig'), 'utf8')
  const kept = ['gare-lille-flandres', 'lille', 'martine-lignieres-cassou', 'openstreetmap', 'coworking-space']
  const [head, ...blocks] = text.split(/(?=^ {2}<)/m)
  const of = (block: string) => /<(?:id|scheme\/kinds)\/([^>#]*)/.exec(block)?.[1] ?? ''
  await writeFile(
    join(folder, 'wikidata.trig'),
    `${head}${blocks.filter((block) => kept.includes(of(block))).join('')}}\n`,
  )
  const prefixes = head!.slice(head!.indexOf('@prefix'), head!.indexOf('GRAPH'))
  await writeFile(join(folder, 'openstreetmap.trig'), `${prefixes}${osmLinks}`)
  runs.services().elements.push(
    {
      type: 'way',
      id: 990000000111,
      center: { lat: 50.617, lon: 3.075 },
      tags: { name: 'Le jardin des retrouvailles', leisure: 'garden' },
    },
    {
      type: 'relation',
      id: 990000000112,
      center: { lat: 50.63, lon: 3.02 },
      tags: { name: 'Bois-Blancs', place: 'suburb', boundary: 'place' },
    },
  )
}

const osmLink = (slug: string, element: string) => `  <id/${slug}>
    skos:exactMatch <https://www.openstreetmap.org/${element}> .

  <id/${slug}#link-osm-${element.replace('/', '-')}>
    a sssom:Mapping ;
    dcterms:source "OpenStreetMap."@en ;
    sssom:confidence 0.9 ;
    sssom:mapping_date "2026-11-24"^^xsd:date ;
    sssom:mapping_justification semapv:ManualMappingCuration ;
    sssom:object_id <https://www.openstreetmap.org/${element}> ;
    sssom:predicate_id skos:exactMatch ;
    sssom:subject_id <id/${slug}> .
`
const osmLinks = `GRAPH <graph/links> {
${osmLink('mutualab', 'node/990000000001')}
${osmLink('jardin-des-retrouvailles', 'way/990000000111')}
${osmLink('bois-blancs', 'relation/990000000112')}}
`

/** The elements that things are linked to. */
const linked = [990000000001, 990000000111, 990000000112]

const checksFile = () => readFile(join(runs.dataDir(), 'links/checks.trig'), 'utf8')

/** What the file of checks says, by thing: the state and the day. */
async function recorded(): Promise<Record<string, string>> {
  const statements = await parse(await checksFile(), { baseIri: 'http://x.example/', file: 'checks.trig' })
  const facts = new Lookup(statements.map(({ quad }) => quad))
  return Object.fromEntries(
    facts.using(prov.used!).map(({ subject }) => {
      const state = facts.object(subject, schema.result!)!.value.replace(/.*\//, '')
      expect(facts.object(subject, dcterms.date!)!.value).toMatch(/^\d{4}-\d\d-\d\d$/)
      return [/\/([^/#]+)#/.exec(subject.value)![1]!, state]
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
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nAll 8 links hold\n$/)])
    expect(stdout).toMatch(/^thing +link +state +what was found\n-+ {2}-+/)
    expect(stdout).toMatch(/id\/lille +http:\/\/www\.wikidata\.org\/entity\/Q648 +holds +Lille\n/)
    expect(Object.entries(await recorded()).map(([, state]) => state)).toEqual(Array(8).fill('holds'))
    await runs.validate()
  })

  const element = (type: string) =>
    runs.services().elements.find((one) => one.type === type && linked.includes(one.id))!
  const gone = (type: string) => () =>
    runs.services().elements.splice(runs.services().elements.indexOf(element(type)), 1)
  const mutualab = () => element('node')
  const tags = (tags: Record<string, string>) => () => Object.assign(mutualab(), { tags })
  const spaceTags = { name: 'Mutualab', amenity: 'coworking_space', website: 'https://mutualab.org/' }

  const faults: readonly [string, string, () => void][] = [
    ['redirected', 'lille', () => runs.services().redirects.set('Q648', 'Q990000001')],
    ['merged', 'gare-lille-flandres', () => runs.services().redirects.set('Q801098', 'Q648')],
    ['deleted', 'openstreetmap', () => runs.services().items.delete('Q936')],
    ['other-kind', 'martine-lignieres-cassou', () => edit('Q3295803', { claims: { P31: claims('Q801098').P31! } })],
    ['other-kind', 'lille', () => edit('Q648', { claims: { ...claims('Q648'), P31: claims('Q990000004').P31! } })],
    ['elsewhere', 'lille', () => edit('Q648', { claims: { ...claims('Q648'), P625: claims('Q990000001').P625! } })],
    ['deleted', 'mutualab', gone('node')],
    ['deleted', 'jardin-des-retrouvailles', gone('way')],
    ['deleted', 'bois-blancs', gone('relation')],
    ['elsewhere', 'mutualab', () => Object.assign(mutualab(), { lat: 45.76, lon: 4.84 })],
    [
      'elsewhere',
      'jardin-des-retrouvailles',
      () => Object.assign(element('way'), { center: { lat: 50.65, lon: 3.1 } }),
    ],
    ['elsewhere', 'bois-blancs', () => Object.assign(element('relation'), { center: { lat: 45.76, lon: 4.84 } })],
    ['other-kind', 'jardin-des-retrouvailles', () => Object.assign(element('way').tags!, { leisure: 'pitch' })],
    [
      'other-kind',
      'bois-blancs',
      () => Object.assign(element('relation'), { tags: { name: 'Bois-Blancs', type: 'site' } }),
    ],
    ['renamed', 'jardin-des-retrouvailles', () => Object.assign(element('way').tags!, { name: 'Square Jean Moulin' })],
    ['renamed', 'bois-blancs', () => Object.assign(element('relation').tags!, { name: 'Vauban' })],
    ['elsewhere', 'mutualab', () => Object.assign(mutualab(), { lat: 50.6395 })],
    ['other-kind', 'mutualab', tags({ highway: 'service' })],
    ['other-kind', 'mutualab', tags({})],
    ['other-kind', 'mutualab', tags({ name: 'Mutualab', website: 'https://mutualab.org/' })],
    ...['disused', 'abandoned', 'was', 'demolished', 'removed'].map((life): (typeof faults)[number] => [
      'other-kind',
      'mutualab',
      tags({ name: 'Mutualab', building: 'yes', [`${life}:amenity`]: 'coworking_space' }),
    ]),
    ['other-kind', 'mutualab', tags({ ...spaceTags, disused: 'yes' })],
    ['other-kind', 'mutualab', tags({ amenity: 'parking' })],
    ['other-kind', 'mutualab', tags({ name: 'Burger King', amenity: 'fast_food' })],
    ['renamed', 'mutualab', tags({ name: 'Burger King', amenity: 'coworking_space', website: 'https://bk.example/' })],
    ['renamed', 'mutualab', tags({ amenity: 'coworking_space' })],
    ['renamed', 'lille', () => edit('Q648', { labels: { fr: { language: 'fr', value: 'Marseille' } }, claims: {} })],
    ['renamed', 'coworking-space', () => edit('Q97307779', { labels: { en: { language: 'en', value: 'brewery' } } })],
  ]
  test.each(faults)('%s: %s', async (state, slug, breakIt) => {
    await fewLinks()
    breakIt()
    const { code, stdout, stderr } = await check()
    expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^[12] of 8 links do not hold$/),
    ])
    expect(stdout).toMatch(new RegExp(`/${slug} +\\S+ +${state} `))
    expect(await recorded()).toMatchObject({ [slug]: state })
    const pattern = new RegExp(`^ {2}<\\S+/${slug}#\\S+-check>[\\s\\S]*?\\.\n`, 'm')
    const [record = ''] = pattern.exec(await checksFile()) ?? []
    expect(record.includes('sssom:comment')).toBe(!record.includes('#link-osm'))
    expect(/rdfs:seeAlso wd:Q\d+/.test(record)).toBe(state === 'redirected' || state === 'merged')
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
    const { code, stdout } = await check({ WIKIDATA_API: `${await closedAddress()}w/api.php` })
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\n3 of 8 links hold; 5 could not be looked up\n$/)])
    expect(stdout).toMatch(/id\/lille +\S+ +unreachable +Wikidata cannot be reached/)
    expect(stdout).toMatch(/id\/mutualab +\S+ +holds/)
    const after = await checksFile()
    expect(after.match(/2026-01-01/g)).toHaveLength(5)
    expect(Object.values(await recorded())).toEqual(Array(8).fill('holds'))
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

  test('what is broken is told apart from what could not be looked up', async () => {
    await fewLinks()
    mutualab().tags = { amenity: 'parking' }
    const { code, stderr } = await check({ WIKIDATA_API: `${await closedAddress()}w/api.php` })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/\n1 of 8 links do not hold; 5 could not be looked up\n$/),
    ])
  })

  test.each([
    ['a name that ours has too', () => Object.assign(mutualab(), { tags: { ...spaceTags, name: 'Mutalab' } })],
    [
      'another name of the same website',
      () => Object.assign(mutualab(), { tags: { ...spaceTags, name: 'Coworking' } }),
    ],
    ['a life before', () => Object.assign(mutualab(), { tags: { ...spaceTags, 'was:shop': 'books' } })],
    ['a point a little aside', () => Object.assign(mutualab(), { lat: 50.633 })],
  ])('%s breaks nothing', async (_name, change) => {
    await fewLinks()
    change()
    expect((await check()).stdout).toMatch(/\nAll 8 links hold\n$/)
  })

  test.each([
    ['has none of them', () => '{"entities":{},"success":1}'],
    [
      'has nothing of them but their ids',
      (ids: string[]) => JSON.stringify({ entities: Object.fromEntries(ids.map((id) => [id, { id }])) }),
    ],
  ])('an answer that %s is no deletion', async (_name, answer) => {
    await fewLinks()
    runs.services().fault = (request, response) => {
      const ids = new URL(request.url!, 'http://x.example/').searchParams.get('ids')?.split('|')
      if (ids) response.end(answer(ids))
      return ids !== undefined
    }
    const { code, stdout } = await check()
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\n3 of 8 links hold; 5 could not be looked up\n$/)])
  })

  test('what is missing is deleted, though the classes of the others cannot be asked', async () => {
    await fewLinks()
    runs.services().items.delete('Q936')
    runs.services().fault = (request, response) => {
      if (!request.url!.includes('ids=') || request.url!.includes('Q648')) return false
      response.writeHead(503).end()
      return true
    }
    const { stdout } = await check()
    expect(stdout).toMatch(/id\/openstreetmap +\S+ +deleted /)
    expect(stdout).toMatch(/id\/lille +\S+ +unreachable /)
  })

  test('a disk that refuses takes no table away', async () => {
    await fewLinks()
    await mkdir(join(runs.dataDir(), 'links/checks.trig'))
    const { code, stdout, stderr } = await check()
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/links\/checks\.trig: cannot be read or written \(EISDIR\)\n$/),
    ])
    expect(stdout).toMatch(/id\/mutualab +\S+ +holds/)
  })

  test('what is only close has to be there, and no more', async () => {
    await fewLinks()
    const path = join(runs.dataDir(), 'links/openstreetmap.trig')
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('exactMatch', 'closeMatch'))
    Object.assign(mutualab(), { lat: 45.76, lon: 4.84, tags: { name: 'Burger King', amenity: 'fast_food' } })
    expect((await check()).stdout).toMatch(/\nAll 8 links hold\n$/)
    gone('way')()
    expect((await check()).stdout).toMatch(/jardin-des-retrouvailles +\S+ +deleted/)
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
