/**
 * What is found for things of ours, among namesakes, things of another kind and things far away.
 */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { merge, rank } from '../../src/link/candidates.ts'
import { mappingQuads } from '../../src/link/mapping.ts'
import { comparedElement } from '../../src/link/openstreetmap/element.ts'
import { osmRegister, wikidataRegister } from '../../src/link/registers.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { prefixes, skos, sssom } from '../../src/rdf/namespaces.ts'
import { localServices } from './local-services.ts'
import { placesLike, recordedFolder, recordedServices, wanted, wantedPlaces } from './record.ts'
import { thing, things, today } from './setting.ts'

const { asked } = localServices()

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
    const [first, second] = rank(thing(slug), found, wikidataRegister, today)
    expect(first).toMatchObject({ object: prefixes.wd + item, predicate: skos.exactMatch!.value, isRejected: false })
    expect(first!.confidence).toBeGreaterThan(0.9)
    expect(second?.object).not.toBe(first!.object)
    expect(first!.reasons).toMatch(/name/)
    expect(first!.seen).toContain(`https://www.wikidata.org/wiki/${item}, read on ${today}`)
  })

  test.each(wanted.filter(({ item }) => !item))('$slug has no item, and nothing looks like one', async ({ slug }) => {
    const found = await wikidata().find(thing(slug))
    expect(found.length).toBeGreaterThanOrEqual(leastWrong)
    const candidates = rank(thing(slug), found, wikidataRegister, today)
    expect(candidates.filter(({ confidence }) => confidence > 0.7)).toEqual([])
  })
})

describe('OpenStreetMap, from answers written by hand', () => {
  test.each(wantedPlaces)('$slug is $element', async ({ slug, element }) => {
    const ours = thing(slug)
    const found = (await placesLike(ours, asked())).map(comparedElement)
    const others = new Set(found.map(({ iri }) => iri).filter((iri) => !iri.endsWith(element)))
    expect(others.size).toBeGreaterThanOrEqual(3)
    const [first, second] = rank(ours, found, osmRegister, today)
    expect(first!.object).toBe(`https://www.openstreetmap.org/${element}`)
    expect(first!.confidence).toBeGreaterThan(0.9)
    expect(second!.confidence).toBeLessThan(first!.confidence)
  })
})

// Which elements these are, no text says; that there is one of that name, kind and place, everybody knows.
if (isRecorded) {
  test.each(['lille', 'gare-lille-flandres'])('OpenStreetMap, from recorded answers: %s is there', async (slug) => {
    const found = (await placesLike(thing(slug), recorded())).map(comparedElement)
    expect(rank(thing(slug), found, osmRegister, today)[0]!.confidence).toBeGreaterThan(0.9)
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
  const candidate = (confidence: number) => ({
    ...rank(lille, [], wikidataRegister, today)[0]!,
    record: `${lille.iri}#link-q1`,
    subject: lille.iri,
    object: `${prefixes.wd}Q1`,
    predicate: skos.exactMatch!.value,
    confidence,
    date: today,
    justification: 'CompositeMatching' as const,
    seen: 'seen',
    reasons: 'reasons',
    isRejected: false,
  })
  const confidences = (quads: ReturnType<typeof mappingQuads> | readonly unknown[]) =>
    (quads as ReturnType<typeof mappingQuads>)
      .filter(({ predicate }) => predicate.equals(sssom.confidence))
      .map(({ object }) => object.value)

  test('are replaced by what was found now', () => {
    expect(confidences(merge(mappingQuads(candidate(0.5)), [candidate(0.75)]))).toEqual(['0.75'])
  })

  test('stay rejected', () => {
    const rejected = mappingQuads({ ...candidate(0.5), isRejected: true })
    expect(merge(rejected, [candidate(0.75)])).toEqual(rejected)
  })

  test('keep the notes of people', () => {
    const record = rdf.namedNode(candidate(0.5).record)
    const note = rdf.quad(record, skos.note!, rdf.literal('remembered', 'en')) as never
    const merged = merge([note, ...mappingQuads(candidate(0.5))], [candidate(1)])
    expect(merged).toContain(note)
    expect(confidences(merged)).toEqual(['1.0'])
  })

  test('of other things are left alone', () => {
    const other = mappingQuads({ ...candidate(0.5), record: `${lille.iri}#link-q2` })
    expect(merge(other, [candidate(1)])).toEqual([...other, ...mappingQuads(candidate(1))])
  })
})
