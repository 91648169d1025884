import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'

describe('from an identifier to the thing', () => {
  test.each([
    ['wikidata=Q648', 'id/lille'],
    ['wikidata=q648', 'id/lille'],
    ['wikidata=wd:Q648', 'id/lille'],
    ['wikidata=http://www.wikidata.org/entity/Q648', 'id/lille'],
    ['wikidata=https://www.wikidata.org/wiki/Q801098', 'id/gare-lille-flandres'],
    ['wikidata=https://www.wikidata.org/wiki/Q648?uselang=fr%23P31', 'id/lille'],
    ['wikidata=https://m.wikidata.org/wiki/Q648', 'id/lille'],
    ['wikidata=https://www.wikidata.org/wiki/Special:EntityData/Q648.json', 'id/lille'],
    ['wikidata=Q648&lang=en', 'id/lille'],
    ['wikidata=Q936', 'id/openstreetmap'],
    ['wikidata=Q3295803', 'id/martine-lignieres-cassou'],
    ['website=http://mutualab.org', 'id/mutualab'],
    ['website=https://www.MutuaLab.org/', 'id/mutualab'],
    ['website=mutualab.org', 'id/mutualab'],
    ['spdx=MIT', 'licence/mit'],
    ['spdx=https://spdx.org/licenses/Apache-2.0.html', 'licence/apache-2.0'],
    ['spdx=cc0-1.0', 'licence/cc0-1.0'],
  ])('%s is %s', async (query, path) => {
    const { statusCode, headers } = await get(`/lookup?${query}`)
    expect([statusCode, headers.location]).toEqual([303, baseIri + path])
    expect((await get(`/${path}`, 'text/turtle')).statusCode).toBeLessThan(400)
  })

  test.each([
    ['wikidata=Q649', ['Q648']],
    ['wikidata=Q93', ['Q83', 'Q936']],
    ['website=http://mutualab.org/contact', ['mutualab.org']],
    ['website=http://mutualap.org/', ['mutualab.org']],
    ['spdx=GPL-3.0', ['gpl-3.0-only', 'gpl-3.0-or-later']],
    ['wikidata=Q99999999', undefined],
    ['osm=way/1', undefined],
  ])('%s is not here, but like it are %j', async (query, expected) => {
    const { statusCode, body } = await get(`/lookup?${query}`, 'application/json')
    const { code, near } = JSON.parse(body)
    expect([statusCode, code]).toEqual([404, 'entity-unknown'])
    const identifiers = near?.map(({ identifier }: { identifier: string }) => identifier)
    if (expected) expect(identifiers).toEqual(expect.arrayContaining(expected.slice(0, 3)))
    else expect(near).toBeUndefined()
    for (const { address } of near ?? [])
      expect((await get(address.replace(baseIri, '/'), 'text/turtle')).statusCode).toBeLessThan(400)
  })

  test('what two things have is named once, with the one that it leads to', async () => {
    for (const website of ['http://mutualab.org/contact', 'https://www.gnu.org/licenses/']) {
      const { body } = await get(`/lookup?website=${website}`, 'application/json')
      const { detail, near } = JSON.parse(body) as { detail: string; near: { identifier: string; address: string }[] }
      const identifiers = near.map(({ identifier }) => identifier)
      expect(identifiers).toEqual([...new Set(identifiers)])
      expect(detail).toContain(` Like it are ${identifiers.join(', ')}.`)
      for (const { identifier, address } of near) {
        expect((await get(`/lookup?website=${identifier}`)).headers.location).toBe(address)
      }
    }
    const { headers } = await get('/lookup?website=gnu.org/licenses/gpl-3.0.html')
    const related = /^<([^>]*)>; rel="related"/.exec(String(headers.link))?.[1]
    const both = ['only', 'or-later'].map((suffix) => `${baseIri}licence/gpl-3.0-${suffix}`)
    expect([headers.location, related].toSorted()).toEqual(both)
  })

  test.each([
    '',
    'wikidata=648',
    'wikidata=Q648&osm=way/1',
    'osm=42',
    'website=nonsense',
    'spdx=%3Cb%3E',
    'name=Lille',
    'wikidata=https://wikidata.example/wiki/Q648',
    'wikidata=https://example.org/entity/Q648',
    'osm=https://www.openstreetmap.org/user/42',
    'lang=fr',
    'wikidata=Q1&wikidata=Q2',
  ])('%s is no identifier', async (query) => {
    const { statusCode, body } = await get(`/lookup?${query}`, 'application/json')
    expect([statusCode, JSON.parse(body).code]).toEqual([400, 'parameter-invalid'])
  })
})
