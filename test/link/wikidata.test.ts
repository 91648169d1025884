/**
 * What Wikidata is asked, and what it says of the kind of an item.
 */
import { describe, expect, test } from 'vitest'
import type { Found } from '../../src/link/score.ts'
import { spellings } from '../../src/link/website.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { localServices } from './local-services.ts'
import { thing, things } from './setting.ts'

const { services, asked } = localServices()

describe('the kind of an item of Wikidata', () => {
  const classes = ['Q990000061', 'Q990000062', 'Q990000063', 'Q990000064']
  const claim = (id: string) => ({
    mainsnak: { snaktype: 'value', datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } } },
    rank: 'normal',
  })
  const instance = async (slug: string, ...of: string[]) => {
    const base = services().items.get('Q990000001')!
    const added = [
      ...classes.map((id, index) => ({ ...base, id, claims: { P279: [claim(classes[index + 1] ?? 'Q13226383')] } })),
      { ...base, id: 'Q990000060', claims: { P31: of.map(claim) } },
    ]
    for (const entity of added) services().items.set(entity.id, entity)
    const iri = `${prefixes.wd}Q990000060`
    const found = (await asked({ again: true }).wikidata.lookUp([iri])).get(iri) as Found
    return found.fits(thing(slug).kind!, [])
  }

  test('is found some steps up, and counts the more the nearer it is', async () => {
    const fits: unknown[] = []
    for (const id of ['Q13226383', ...classes.toReversed()]) fits.push(await instance('la-cofabrik', id))
    expect(fits).toEqual([7, 6, 5, 4, 3].map((sevenths) => ({ fits: expect.closeTo(sevenths / 7, 5) })))
  })

  test('may be allowed, and speaks neither for nor against', async () => {
    expect(await instance('la-cofabrik', 'Q43229')).toBe('allowed')
    expect(await instance('martine-lignieres-cassou', 'Q43229')).toBe('other')
  })

  test.each(['Q4167410', 'Q4167836', 'Q13406463'])(
    'is none for a page about pages (%s), whatever else it says',
    async (page) => {
      expect(await instance('martine-lignieres-cassou', 'Q5')).toEqual({ fits: 1 })
      expect(await instance('martine-lignieres-cassou', 'Q5', page)).toBe('other')
    },
  )
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

  test('go by the first four names, and by the words of the first two', async () => {
    await asked().wikidata.find(thing('assemblee-des-communs'))
    const questions = services().asked.map(
      (request) => new URL(request.split(' ')[1]!, 'http://localhost/').searchParams,
    )
    expect(questions.flatMap((parameters) => parameters.get('search') ?? [])).toEqual([
      'Assemblée des communs de Lille',
      'Lille Commons Assembly',
      'Assemblée des communs',
      'Les assemblées des communs',
    ])
    const texts = questions.flatMap((parameters) => parameters.get('srsearch') ?? [])
    expect(texts.filter((text) => !text.startsWith('haswbstatement'))).toEqual([
      'assemblee communs lille',
      'lille commons assembly',
    ])
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
