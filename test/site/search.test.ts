import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const search = async (q: string, more = '') =>
  (await get(`/search?q=${encodeURIComponent(q)}&lang=en${more}`, 'text/html')).body

describe('/search as a page', () => {
  test('says of each what it is, and how it begins', async () => {
    const body = await search('retrouvailles')
    const [hit] = /<li><a href="\/page\/jardin-des-retrouvailles[^"]*".*?<\/li>/s.exec(body)!
    expect(hit).toContain('community garden')
    expect(hit).toMatch(/<p dir="auto">[^<]{10,170}<\/p>/)
    expect(body).toContain('1 result')
  })

  test('says under which spelling it was found', async () => {
    expect(await search('mutalab')).toContain('found under “Mutalab”')
    expect(await search('MutuaLab')).not.toContain('found under “MutuaLab”')
  })

  test('says that there may be more, and where else to go when there is nothing', async () => {
    expect(await search('lille', '&limit=1')).toContain('The first result<')
    const nothing = await search('qqqqq<b>')
    expect(nothing).toContain('Nothing was found under “qqqqq&#60;b&#62;”')
    expect(nothing).toContain('href="/commons?lang&#61;en"')
    expect(await search('')).not.toContain('found under')
  })
})

describe('what is said of things is found', () => {
  interface Hit {
    readonly iri: string
    readonly match: string
    readonly text?: { readonly language: string }
  }
  const found = async (q: string, more = ''): Promise<readonly Hit[]> =>
    (await get(`/search?q=${encodeURIComponent(q)}&limit=100${more}`)).json().results
  /** The things that have a value, as the data has it. */
  const having = (predicate: string, isValue: (value: string) => boolean) =>
    new Set(
      dataset.quads
        .filter((quad) => quad.predicate.value.endsWith(predicate) && isValue(quad.object.value))
        .map(({ subject }) => subject.value),
    )

  test.each(['bière', 'BIERE', 'mardi'])('%s, in descriptions', async (word) => {
    const pattern = word === 'mardi' ? /mardi/i : /bière/i
    const described = having('schema.org/description', (text) => pattern.test(text))
    expect(described.size).toBeGreaterThan(0)
    const hits = await found(word)
    for (const iri of described) {
      const hit = hits.find((each) => each.iri === iri)!
      expect(hit.match).toMatch(pattern)
      expect(hit.text).toEqual({ language: 'fr' })
    }
  })

  test('a word of a kind leads to the things of that kind, after what is named so', async () => {
    const hits = await found('coworking')
    const kind = `${baseIri}scheme/kinds/coworking-space`
    const things = having('dc/terms/type', (value) => value === kind)
    expect(things.size).toBeGreaterThan(1)
    for (const iri of things) expect(hits.map((hit) => hit.iri)).toContain(iri)
    const firstByText = hits.findIndex(({ text }) => text)
    expect(hits.findIndex(({ iri }) => iri === kind)).toBeLessThan(firstByText)
    expect(hits.slice(firstByText).every(({ text }) => text)).toBe(true)
  })

  test('a misspelt kind, facts, and words of a name with words of a text', async () => {
    const groceries = having('dc/terms/type', (value) => value.endsWith('/participatory-grocery'))
    const hits = (await found('epicerie partisipative')).map(({ iri }) => iri)
    expect(groceries.size).toBeGreaterThan(1)
    for (const iri of groceries) expect(hits).toContain(iri)
    const open = (await found('open to everyone', '&lang=en')).find(({ iri }) => iri === `${baseIri}id/catalyst`)!
    expect(open).toMatchObject({ match: 'Catalyst is open to everyone.', text: { language: 'en' } })
    expect((await found('coroutine cogérée')).map(({ iri }) => iri)).toContain(`${baseIri}id/la-coroutine`)
  })

  test('the page says where, in the language of the text', async () => {
    expect(await search('bière')).toMatch(/found in:<\/span> <q dir="auto" lang="fr">[^<]*bière/)
    expect(await search('everyone')).toMatch(/found in:<\/span> <q dir="auto">[^<]*everyone/)
  })
})
