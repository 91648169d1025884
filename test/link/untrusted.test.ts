/**
 * What services answer is not trusted: what cannot be shown or written is left out, what is no answer is refused.
 */
import { describe, expect, test } from 'vitest'
import { rank } from '../../src/link/candidates.ts'
import { comparedElement } from '../../src/link/openstreetmap/element.ts'
import { wikidataRegister } from '../../src/link/registers.ts'
import { sideBySide, table } from '../../src/link/table.ts'
import { entitiesAnswer, readItem } from '../../src/link/wikidata/item.ts'
import { localServices } from './local-services.ts'
import type { Entity } from './services.ts'
import { thing } from './setting.ts'

const { services, asked } = localServices()

const evil = 'Lille\u001b[2J\u202e'
const answer = (text: string) => {
  services().fault = (_request, response) => {
    response.end(text)
    return true
  }
}

describe('Wikidata', () => {
  test('labels and websites that a terminal would obey, or that are none, are left out', async () => {
    const entity = services().items.get('Q648')!
    services().items.set('Q648', {
      ...entity,
      labels: { fr: { language: 'fr', value: evil }, en: { language: 'en', value: 'Lille' } },
      descriptions: { fr: { value: `${evil}\n` } },
      aliases: { fr: [{ value: 'x'.repeat(3000) }, { value: 'Rijsel' }] },
      claims: {
        ...entity.claims,
        P856: ['javascript:alert(1)', 'https://ok.example/', `https://x.example/${evil}`].map((value) => ({
          mainsnak: { snaktype: 'value', datavalue: { type: 'string', value } },
          rank: 'normal',
        })),
      },
    })
    const [first] = rank(thing('lille'), await asked().wikidata.find(thing('lille')), wikidataRegister)
    expect(first).toMatchObject({ label: 'Lille', object: 'http://www.wikidata.org/entity/Q648' })
    expect(JSON.stringify(first)).not.toMatch(/\\u001b|\u202e|javascript|xxx/)
    expect(first!.seen).toContain('https://ok.example/')
  })

  const entity = (changes: object) => ({ entities: { Q1: { id: 'Q1', labels: {}, claims: {}, ...changes } } })
  const claim = (value: unknown, type = 'globecoordinate') => ({
    mainsnak: { snaktype: 'value', datavalue: { type, value } },
    rank: 'normal',
  })
  test.each([
    ['coordinates outside of the world', { claims: { P625: [claim({ latitude: 500, longitude: 3 })] } }],
    ['coordinates that are text', { claims: { P625: [claim({ latitude: 'x', longitude: null })] } }],
    [
      'values without what their type needs',
      { claims: { P625: [claim(null)], P31: [claim(null, 'wikibase-entityid')] } },
    ],
    ['classes that are no items', { claims: { P31: [claim({ id: 'P31"><script>' }, 'wikibase-entityid')] } }],
    ['no value', { claims: { P31: [{ mainsnak: { snaktype: 'novalue' }, rank: 'normal' }], P625: [] } }],
    ['an unknown type', { claims: { P856: [claim({ a: 1 }, 'no-such-type')] } }],
  ])('%s: as good as absent', (_name, changes) => {
    const { entities } = entitiesAnswer.parse(entity(changes))
    expect(readItem(entities.Q1!)).toMatchObject({ id: 'Q1', classes: [], websites: [], position: undefined })
  })

  test.each([
    ['an id that is none', entity({ id: 'Q0; DROP' })],
    ['claims that are text', entity({ claims: { P31: 'Q5' } })],
    ['no entities', { success: 1 }],
    ['null', null],
  ])('%s: refused', (_name, json) => expect(entitiesAnswer.safeParse(json).success).toBe(false))

  test.each([
    '{"search":[{"id":"Q1<script>"}]}',
    '{"search":"none"}',
    '[]',
    '{"error":{"code":"unknown_action","info":"x"}}',
  ])('%s instead of hits is refused', async (text) => {
    answer(text)
    await expect(asked().wikidata.find(thing('lille'))).rejects.toMatchObject({ kind: 'answer' })
  })

  test.each(['maxlag', 'ratelimited', 'readonly'])('the error %s is one that passes', async (code) => {
    services().fault = (_request, response, count) => {
      if (count > 2) return false
      response.end(JSON.stringify({ error: { code, info: 'later' } }))
      return true
    }
    expect((await asked().wikidata.find(thing('lille'))).length).toBeGreaterThan(3)
  })

  test('classes in a circle come to an end', async () => {
    const circle = (id: string, next: string): Entity => ({
      ...services().items.get('Q928830')!,
      id,
      claims: { P279: [claim({ 'entity-type': 'item', id: next }, 'wikibase-entityid')] as never },
    })
    services().items.set('Q484170', circle('Q484170', 'Q990000201'))
    services().items.set('Q990000201', circle('Q990000201', 'Q484170'))
    const lille = (await asked().wikidata.find(thing('lille'))).find(({ iri }) => iri.endsWith('/Q648'))
    expect(lille!.fits(thing('lille').kind!, [])).toBe('other')
  })
})

describe('OpenStreetMap', () => {
  test('tags that a terminal would obey are left out, and an element needs a type and a number', async () => {
    Object.assign(services().places[0]!, { name: evil, display_name: evil, extratags: { website: evil, a: 1 } })
    Object.assign(services().places[1]!, { osm_type: undefined, osm_id: undefined })
    services().places[0] = { ...services().places[0]!, namedetails: { name: 'Mutualab' } } as never
    const found = await asked().nominatim.find(thing('mutualab'))
    expect(JSON.stringify(found.map(comparedElement))).not.toMatch(/\\u001b|\u202e/)
  })

  test.each([
    '[{"osm_type":"planet","osm_id":1,"lat":"1","lon":"1","category":"a","type":"b"}]',
    '[{"osm_type":"node","osm_id":1,"lat":"north","lon":"1","category":"a","type":"b"}]',
    '{"error":"Unable to geocode"}',
  ])('%s is no answer of Nominatim', async (text) => {
    answer(text)
    await expect(asked().nominatim.find(thing('lille'))).rejects.toMatchObject({ kind: 'answer' })
  })

  test('what Overpass is asked stays inside its strings', async () => {
    const names = [{ text: 'a"];out;(node["x"~"\\', language: 'fr' }]
    await asked().overpass.find({ ...thing('mutualab'), names, websites: [] })
    const query = new URLSearchParams(services().asked[0]!.split(' ')[2]).get('data')!
    expect(query.replace(/"(?:[^"\\]|\\.)*"/g, '""')).toMatch(
      /^\[out:json\]\[timeout:25\];\(nwr\[""~"",i\]\(around:2000,[\d.]+,[\d.]+\);\);out tags center 30;$/,
    )
  })
})

test('a terminal is shown text, and no commands', () => {
  expect(table([['a'], [evil]])).toContain('Lille�[2J�')
  expect(sideBySide([evil], ['x'.repeat(100)], 50)).toContain('Lille�[2J�')
  expect(
    sideBySide(['left'], ['x'.repeat(100)], 50)
      .split('\n')
      .every((line) => line.length <= 50),
  ).toBe(true)
})
