/**
 * What is found for things of ours, among namesakes, things of another kind and things far away.
 */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { rank, rejectedIn, replaced, withRecords } from '../../src/link/candidates.ts'
import { type Mapping, mappingQuads, tool } from '../../src/link/mapping.ts'
import { comparedElement } from '../../src/link/openstreetmap/element.ts'
import { osmRegister, type Register, wikidataRegister } from '../../src/link/registers.ts'
import { type Found, score } from '../../src/link/score.ts'
import type { Thing } from '../../src/link/things.ts'
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

/** What a person may be asked about, and must not take for sure; and how far behind the right one it stays. */
const ceiling = 0.9
const margin = 0.05

function expectFirst(thing: Thing, found: readonly Found[], register: Register, iri: string): readonly Mapping[] {
  const ranked = rank(thing, found, register)
  const [first, ...wrong] = ranked
  expect(first).toMatchObject({ object: iri, predicate: skos.exactMatch!.value, isRejected: false })
  expect(first!.confidence).toBeGreaterThan(0.9)
  for (const { confidence } of wrong) {
    expect(confidence).toBeLessThan(ceiling)
    expect(confidence).toBeLessThan(first!.confidence - margin)
  }
  return ranked
}

describe.each(sources)('Wikidata, from $name', ({ wikidata, leastWrong }) => {
  test.each(wanted.filter(({ item }) => item))('$slug is $item', async ({ slug, item }) => {
    const found = await wikidata().find(thing(slug))
    expect(found.filter(({ iri }) => iri !== prefixes.wd + item).length).toBeGreaterThanOrEqual(leastWrong)
    const [first] = expectFirst(thing(slug), found, wikidataRegister, prefixes.wd + item)
    expect(first!.reasons).toMatch(/name/)
    expect(first!.seen).toMatch(new RegExp(`https://www\\.wikidata\\.org/wiki/${item}, read on \\d{4}-\\d\\d-\\d\\d`))
  })

  test.each(wanted.filter(({ item }) => !item))('$slug has no item, and nothing looks like one', async ({ slug }) => {
    const found = await wikidata().find(thing(slug))
    expect(found.length).toBeGreaterThanOrEqual(leastWrong)
    const candidates = rank(thing(slug), found, wikidataRegister)
    expect(candidates.filter(({ confidence }) => confidence > 0.7)).toEqual([])
  })
})

/** The plausible wrong ones of each thing, with the most that each may have. */
const wrong: readonly (readonly [slug: string, right: string, ceilings: Readonly<Record<string, number>>])[] = [
  ['lille', 'Q648', { Q990000001: 0.35, Q990000003: 0.3, Q990000002: 0.1, Q990000004: 0.1 }],
  ['gare-lille-flandres', 'Q801098', { Q990000012: 0.65, Q990000017: 0.45, Q990000016: 0.3, Q990000015: 0.15 }],
  ['openstreetmap', 'Q936', { Q990000022: 0.65, Q990000024: 0.3, Q990000023: 0.2, Q990000021: 0.1 }],
  [
    'martine-lignieres-cassou',
    'Q3295803',
    { Q990000036: 0.85, Q990000035: 0.8, Q990000032: 0.3, Q990000033: 0.1, Q990000034: 0.05 },
  ],
  ['mediawiki', 'Q83', { Q990000051: 0.85, Q990000053: 0.75, Q990000052: 0.5, Q990000054: 0.1 }],
]

test.each(wrong)('%s: each of the wrong ones stays below what it may have', async (slug, right, ceilings) => {
  const ours = thing(slug)
  const found = await asked().wikidata.find(ours)
  expectFirst(ours, found, wikidataRegister, prefixes.wd + right)
  const scores = Object.fromEntries(found.map((one) => [one.iri.slice(prefixes.wd.length), score(ours, one).score]))
  for (const [id, most] of Object.entries(ceilings)) {
    expect([id, scores[id]! <= most && scores[id]! > most - 0.06]).toEqual([id, true])
  }
})

test('what has the same website is found under another name', async () => {
  const item = services().items.get('Q83')!
  services().items.set('Q83', { ...item, labels: { fr: { language: 'fr', value: 'Moteur de wiki' } } })
  const found = await asked().wikidata.find(thing('mediawiki'))
  const right = found.find(({ iri }) => iri === `${prefixes.wd}Q83`)!
  expect(score(thing('mediawiki'), right).reasons).toContain('website: the same (mediawiki.org)')
})

describe('OpenStreetMap, from answers written by hand', () => {
  test.each(wantedPlaces)('$slug is $element', async ({ slug, element }) => {
    const found = (await placesLike(thing(slug), asked())).map(comparedElement)
    const others = new Set(found.map(({ iri }) => iri).filter((iri) => !iri.endsWith(element)))
    expect(others.size).toBeGreaterThanOrEqual(3)
    expectFirst(thing(slug), found, osmRegister, `https://www.openstreetmap.org/${element}`)
  })

  test.each([
    ['by its name nearby', 'la-cofabrik', 990000000031, 990000000033],
    ['by its website', 'lille-makers', 990000000041, undefined],
  ])('Overpass alone finds %s what no search by name does', async (_how, slug, right, farAway) => {
    const { nominatim, overpass } = asked()
    const byNominatim = await nominatim.find(thing(slug))
    const byOverpass = await overpass.find(thing(slug))
    expect(byNominatim.map(({ id }) => id)).not.toContain(right)
    expect(byOverpass.map(({ id }) => id)).toContain(right)
    expect(byOverpass.map(({ id }) => id)).not.toContain(farAway)
  })

  test('names are asked for with their town, unless it is in them', async () => {
    const textsOf = async (slug: string) => {
      services().asked.length = 0
      await asked({ again: true }).nominatim.find(thing(slug))
      return services().asked.map((one) => new URL(one.split(' ')[1]!, 'http://localhost/').searchParams.get('q'))
    }
    expect(await textsOf('mutualab')).toEqual(['MutuaLab, Lille', 'Mutalab, Lille'])
    expect(await textsOf('tedx-lille')).toEqual(['Tedx Lille'])
    expect(await textsOf('loomio')).toEqual(['Loomio'])
  })

  test('tags that say exactly what a thing is count more than those of its kind, and some speak against it', () => {
    const fits = (tags: Record<string, string>, slug: string) => {
      const ours = thing(slug)
      return comparedElement({ type: 'node', id: 1, tags, readOn: '2026-12-01' }).fits(ours.kind!, ours.tags)
    }
    expect(fits({ amenity: 'coworking_space' }, 'mutualab')).toEqual({ fits: 1 })
    expect(fits({ amenity: 'library' }, 'mutualab')).toBe('allowed')
    expect(fits({ amenity: 'library' }, 'la-cofabrik')).toEqual({ fits: 0.5 })
    expect(fits({ amenity: 'parking' }, 'la-cofabrik')).toBe('other')
    expect(fits({ highway: 'service' }, 'la-cofabrik')).toBe('other')
    expect(fits({ building: 'yes' }, 'la-cofabrik')).toEqual({ fits: 0.5 })
    expect(fits({ building: 'yes', 'disused:amenity': 'pub' }, 'la-cofabrik')).toBe('other')
    expect(fits({ amenity: 'bar', 'was:shop': 'books' }, 'la-cofabrik')).toEqual({ fits: 0.5 })
    expect(fits({ amenity: 'bar', abandoned: 'yes' }, 'la-cofabrik')).toBe('other')
    expect(fits({ railway: 'station' }, 'gare-lille-flandres')).toEqual({ fits: 1 })
    expect(fits({ railway: 'station', station: 'subway' }, 'gare-lille-flandres')).toBe('other')
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

  test('are none where hardly anything is alike', () => {
    const far = { position: { lat: 45.76, long: 4.84 } }
    const scored = (one: Partial<Found>) => rank(lille, [{ ...found('Q1'), ...one }], wikidataRegister)
    expect(scored(far)).toMatchObject([{ confidence: expect.closeTo(0.111, 3) }])
    expect(scored({ ...far, fits: () => 'other' })).toEqual([])
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
