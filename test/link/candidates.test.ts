/**
 * What is found for things of ours, among namesakes, things of another kind and things far away.
 */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { rank, rejectedIn, replaced, withRecords } from '../../src/link/candidates.ts'
import { mappingQuads, tool } from '../../src/link/mapping.ts'
import { comparedElement } from '../../src/link/openstreetmap/element.ts'
import { osmRegister, wikidataRegister } from '../../src/link/registers.ts'
import type { Found } from '../../src/link/score.ts'
import { spellings } from '../../src/link/website.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { prefixes, skos, sssom } from '../../src/rdf/namespaces.ts'
import { localServices } from './local-services.ts'
import { placesLike, recordedFolder, recordedServices, wanted, wantedPlaces } from './record.ts'
import { thing, things } from './setting.ts'

const { services, asked } = localServices()

const isRecorded = existsSync(recordedFolder)
const recorded = () => recordedServices(createConfig({ LINK_DIR: recordedFolder }))
const sources = [
  { name: 'answers written by hand', wikidata: () => asked().wikidata, leastWrong: 3 },
  ...(isRecorded ? [{ name: 'recorded answers', wikidata: () => recorded().wikidata, leastWrong: 0 }] : []),
]

describe.each(sources)('Wikidata, from $name', ({ wikidata, leastWrong }) => {
  test.each(wanted.filter(({ item }) => item))('$slug is $item', async ({ slug, item }) => {
    const found = await wikidata().find(thing(slug))
    expect(found.filter(({ iri }) => iri !== prefixes.wd + item).length).toBeGreaterThanOrEqual(leastWrong)
    const [first, second] = rank(thing(slug), found, wikidataRegister)
    expect(first).toMatchObject({ object: prefixes.wd + item, predicate: skos.exactMatch!.value, isRejected: false })
    expect(first!.confidence).toBeGreaterThan(0.9)
    expect(second?.object).not.toBe(first!.object)
    expect(first!.reasons).toMatch(/name/)
    expect(first!.seen).toContain(
      `https://www.wikidata.org/wiki/${item}, read on ${new Date().toISOString().slice(0, 10)}`,
    )
  })

  test.each(wanted.filter(({ item }) => !item))('$slug has no item, and nothing looks like one', async ({ slug }) => {
    const found = await wikidata().find(thing(slug))
    expect(found.length).toBeGreaterThanOrEqual(leastWrong)
    const candidates = rank(thing(slug), found, wikidataRegister)
    expect(candidates.filter(({ confidence }) => confidence > 0.7)).toEqual([])
  })
})

describe('questions to Wikidata', () => {
  test('are short enough for its search, ask for every way to write a website, and wait for copies that lag', async () => {
    const withWebsites = things.linkable().filter(({ websites }) => websites.length)
    expect(withWebsites.length).toBeGreaterThan(8)
    for (const ours of withWebsites) {
      services().asked.length = 0
      await asked({ again: true }).wikidata.find(ours)
      const questions = services().asked.map(
        (request) => new URL(request.split(' ')[1]!, 'http://localhost/').searchParams,
      )
      expect(questions.map((parameters) => parameters.get('maxlag'))).toEqual(questions.map(() => '5'))
      const searched = questions.flatMap((parameters) => parameters.get('srsearch') ?? [])
      expect(searched.filter((text) => text.length > 300)).toEqual([])
      const statements = searched.flatMap((text) => text.match(/P856=[^|]+/g) ?? [])
      const addresses = ours.websites.flatMap(spellings)
      expect(statements).toEqual(addresses.map((one) => `P856=${one}`))
    }
  })

  test('for what has the same website come first, however many namesakes there are', async () => {
    const item = services().items.get('Q990000001')!
    const ids = Array.from({ length: 90 }, (_, index) => `Q99100${1000 + index}`)
    const name = (value: string) => ({ labels: { fr: { language: 'fr', value } }, aliases: {} })
    for (const id of ids) services().items.set(id, { ...item, ...name(`MutuaLab ${id}`), id, claims: {} })
    const website = {
      mainsnak: { snaktype: 'value', datavalue: { type: 'string', value: 'https://www.mutualab.org/' } },
    }
    const claims = { P856: [{ ...website, rank: 'normal' }] }
    services().items.set('Q991009999', { ...item, ...name('Coworking lillois'), id: 'Q991009999', claims })
    const found = await asked().wikidata.find(thing('mutualab'))
    expect(found.length).toBeGreaterThan(10)
    expect(found[0]!.iri).toBe(`${prefixes.wd}Q991009999`)
  })
})

describe('OpenStreetMap, from answers written by hand', () => {
  test.each(wantedPlaces)('$slug is $element', async ({ slug, element }) => {
    const ours = thing(slug)
    const found = (await placesLike(ours, asked())).map(comparedElement)
    const others = new Set(found.map(({ iri }) => iri).filter((iri) => !iri.endsWith(element)))
    expect(others.size).toBeGreaterThanOrEqual(3)
    const [first, second] = rank(ours, found, osmRegister)
    expect(first!.object).toBe(`https://www.openstreetmap.org/${element}`)
    expect(first!.confidence).toBeGreaterThan(0.9)
    expect(second!.confidence).toBeLessThan(first!.confidence)
  })
})

// Which elements these are, no text says; that there is one of that name, kind and place, everybody knows.
if (isRecorded) {
  test.each(['lille', 'gare-lille-flandres'])('OpenStreetMap, from recorded answers: %s is there', async (slug) => {
    const found = (await placesLike(thing(slug), recorded())).map(comparedElement)
    expect(rank(thing(slug), found, osmRegister)[0]!.confidence).toBeGreaterThan(0.9)
  })
}

describe('the things that are looked for', () => {
  const slugs = things.linkable().map(({ iri }) => iri.slice(iri.lastIndexOf('/') + 1))

  test('are those with a name that others may know them by', () => {
    expect(slugs).toEqual(expect.arrayContaining(['lille', 'mutualab', 'loomio', 'use-it', 'cae', 'repair-cafe-mres']))
    expect(slugs.filter((slug) => /^(slot|fact|trajet)-|futur-lieu|amap-mutualab|plateforme-carto/.test(slug))).toEqual(
      [],
    )
  })

  test('without their own point have that of what is around them or in them', () => {
    expect(thing('la-coroutine').area).toMatchObject({ metres: 10_000 })
    expect(thing('lille').area).toMatchObject({ metres: 10_000 })
    expect(thing('catalyst').area).toMatchObject({ lat: 50.62959, metres: 300 })
    expect(thing('openstreetmap').area).toBeUndefined()
  })
})

describe('candidates that stand in the file', () => {
  const lille = thing('lille')
  const found = (id: string): Found => ({
    iri: prefixes.wd + id,
    label: 'Lille',
    names: ['Lille'],
    kindInWords: 'city',
    fits: () => ({ fits: 1 }),
    websites: [],
    readOn: '2026-12-01',
  })
  const candidate = (confidence: number) => ({
    record: `${lille.iri}#link-q1`,
    subject: lille.iri,
    object: `${prefixes.wd}Q1`,
    predicate: skos.exactMatch!.value,
    confidence,
    date: '2026-12-01',
    justification: 'CompositeMatching' as const,
    seen: 'seen',
    reasons: 'reasons',
    tool,
    isRejected: false,
  })
  const confidences = (quads: ReturnType<typeof mappingQuads> | readonly unknown[]) =>
    (quads as ReturnType<typeof mappingQuads>)
      .filter(({ predicate }) => predicate.equals(sssom.confidence))
      .map(({ object }) => object.value)

  const now = (quads: ReturnType<typeof mappingQuads>, found: Parameters<typeof replaced>[3]) =>
    replaced(quads, lille, wikidataRegister, found)

  test('are replaced by what was found now', () => {
    expect(confidences(now(mappingQuads(candidate(0.5)), [candidate(0.75)]))).toEqual(['0.75'])
    expect(now(mappingQuads(candidate(0.5)), [])).toEqual([])
  })

  test('stay, where not all services were asked', () => {
    const other = { ...candidate(0.75), record: `${lille.iri}#link-q2`, object: `${prefixes.wd}Q2` }
    expect(confidences(withRecords(mappingQuads(candidate(0.5)), [other]))).toEqual(['0.5', '0.75'])
  })

  test('stay, where a person has written or rejected them', () => {
    const rejected = mappingQuads({ ...candidate(0.5), isRejected: true })
    expect(now(rejected, [])).toEqual(rejected)
    const remembered = mappingQuads({ ...candidate(0.5), tool: undefined })
    expect(now(remembered, [])).toEqual(remembered)
  })

  test('are the best ones of those that were not rejected', () => {
    const items = Array.from({ length: 8 }, (_, index) => found(`Q${index + 1}`))
    const first = rank(lille, items, wikidataRegister)
    expect(first).toHaveLength(5)
    const quads = first.flatMap((mapping) => mappingQuads({ ...mapping, isRejected: true }))
    const second = rank(lille, items, wikidataRegister, rejectedIn(quads))
    expect(second.map(({ object }) => object)).toEqual([6, 7, 8].map((number) => `${prefixes.wd}Q${number}`))
  })

  test('have the day on which they were seen', () => {
    const [first] = rank(lille, [{ ...found('Q1'), readOn: '2026-01-31' }], wikidataRegister)
    expect(first).toMatchObject({ date: '2026-01-31', seen: expect.stringContaining('read on 2026-01-31: ') })
  })

  test('keep the notes of people', () => {
    const record = rdf.namedNode(candidate(0.5).record)
    const note = rdf.quad(record, skos.note!, rdf.literal('remembered', 'en')) as never
    const merged = now([note, ...mappingQuads(candidate(0.5))], [candidate(1)])
    expect(merged).toContain(note)
    expect(confidences(merged)).toEqual(['1.0'])
  })

  test('of other things are left alone', () => {
    const other = mappingQuads({ ...candidate(0.5), subject: `${lille.iri}x`, record: `${lille.iri}x#link-q2` })
    const osm = { record: `${lille.iri}#link-osm-node-1`, object: 'https://www.openstreetmap.org/node/1' }
    const elsewhere = mappingQuads({ ...candidate(0.5), ...osm })
    expect(now([...other, ...elsewhere], [candidate(1)])).toEqual([
      ...other,
      ...elsewhere,
      ...mappingQuads(candidate(1)),
    ])
  })
})
