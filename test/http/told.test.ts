import { describe, expect, test } from 'vitest'
import { app, get } from '../support/app.ts'

const browser = 'text/html,application/xhtml+xml,*/*;q=0.8'

/** What a page tells of an error, and of that what says that it is English. */
function toldIn(body: string) {
  const [, told] = /<h1>.*?<\/h1>\s*<p>(.*?)<\/p>/s.exec(body)!
  return {
    told: told!.replaceAll(/<span lang="en">.*?<\/span>/gs, ''),
    english: /<span lang="en">(.*?)<\/span>/s.exec(told!)?.[1],
  }
}

/** Words of English sentences that no French one has, and no address, name or keyword. */
const english = /\b(the|is|are|was|there|nothing|known|here|must|queries|ask|have|has|than|missing|only|which)\b/i

const malformed = '/sparql?query=SELECT%20*%20WHERE%20%7B%20%3Fs%20%3Fp%20%7D&explain=text'

const addresses: readonly (readonly [path: string, status: number])[] = [
  ['/page/nichts', 404],
  ['/workshop/nichts', 404],
  ['/nichts', 404],
  ['/queries/nichts', 404],
  ['/queries/venues-by-floor-area.geojson', 404],
  ['/source/nichts', 404],
  ['/dumps/nichts/', 404],
  ['/dumps/latest/nichts', 404],
  ['/dumps/nichts..latest', 404],
  ['/page/lille.ics', 404],
  ['/web/nichts', 404],
  ['/graphs?graph=http://example.org/nichts', 404],
  ['/lookup', 400],
  ['/lookup?wikidata=nichts', 400],
  ['/lookup?wikidata=Q1', 404],
  ['/keys?key=nichts', 400],
  ['/keys?page=x', 400],
  ['/commons?kind=a/b', 400],
  ['/commons?sort=nichts', 400],
  ['/compare?c=nichts', 400],
  ['/compare?c=lille', 400],
  ['/compare?c=a&c=b&c=c&c=d&c=e', 400],
  ['/compare?asOf=gestern', 400],
  ['/page/mutualab?asOf=gestern', 400],
  ['/near?lat=50', 400],
  ['/near?lat=500&lon=3', 400],
  ['/change?thing=nichts', 400],
  ['/change?thing=id/nichts', 404],
  ['/search?q=%FF', 400],
  ['/search?q=x&limit=1000', 400],
  ['/commons?lang=nichts', 400],
  ['/sparql?explain=text', 400],
  ['/sparql?query=ASK%7B%7D&explain=nichts', 400],
  ['/sparql?query=ASK%7B%7D&default-graph-uri=nichts', 400],
  [malformed, 400],
  [`/sparql?query=${encodeURIComponent(`ASK { ${'{'.repeat(120)} ${'}'.repeat(120)} }`)}`, 413],
  ['/sparql?query=ASK%7BSERVICE%20%3Chttps%3A%2F%2Fexample.org%2Fsparql%3E%20%7B%7D%7D', 403],
  ['/sparql?query=DELETE%20WHERE%20%7B%7D', 403],
  ['/sparql?update=x', 403],
]

describe('an error in a browser', () => {
  test.each(addresses)('%s is told in French', async (path, status) => {
    const { statusCode, body, headers } = await get(path, browser, { 'accept-language': 'fr' })
    expect([statusCode, headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    const { told } = toldIn(body)
    expect(told).toMatch(/\p{L}/u)
    expect(told).not.toMatch(english)
  })

  test.each(addresses)('%s is told in English where that was asked for, and stays in it', async (path) => {
    if (path.includes('lang=')) return
    const { body } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=en`, browser, {
      'accept-language': 'fr',
    })
    expect(body).toContain('<html lang="en">')
    expect(body).not.toContain('<span lang="en">')
    expect(body).toContain('href="/commons?lang&#61;en"')
  })

  test.each([
    ['/page/mutualab?asOf=gestern', 'asOf', /date telle que 2016-12-31/, /date such as 2016-12-31/],
    ['/keys?page=0', 'page', /1 ou plus/, /1 or more/],
    ['/search?q=x&limit=1000', 'limit', /100 ou moins/, /100 or less/],
    ['/search?q=x&limit=many', 'limit', /nombre entier/, /whole number/],
    [`/search?q=${'x'.repeat(201)}`, 'q', /200 caractères ou moins/, /200 characters or less/],
    ['/search?q=x&q=y', 'q', /un seul texte/, /one text/],
    ['/commons?sort=nichts', 'sort', /name/, /name/],
  ])('%s names the parameter, and says in both languages what it has to be', async (path, name, french, inEnglish) => {
    for (const [lang, told] of [
      ['fr', french],
      ['en', inEnglish],
    ] as const) {
      const { body } = await get(`${path}&lang=${lang}`, browser)
      const { told: text, english: quoted } = toldIn(body)
      expect(text).toMatch(told)
      expect(text.startsWith(`${name}${lang === 'fr' ? '\u00a0' : ''}:`)).toBe(true)
      expect(quoted).toBeUndefined()
      if (lang === 'fr') expect(text).not.toMatch(english)
    }
    const { detail } = (await get(path, 'application/json')).json()
    expect(detail).toMatch(inEnglish)
  })

  test("a parser's own words are English, and say so", async () => {
    const { told, english: words } = toldIn((await get(malformed, browser, { 'accept-language': 'fr' })).body)
    expect(told).toBe('La requête ne peut pas être lue\u00a0: ')
    const { detail } = (await get(malformed)).json()
    expect(words!.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(detail)
  })
})

test('an error for a program is English, whatever it likes to read, unless its address says otherwise', async () => {
  const ask = async (lang: string) => {
    const { body } = await app.inject({
      method: 'POST',
      url: `/sparql${lang}`,
      headers: { 'content-type': 'application/sparql-query', 'accept-language': 'fr' },
      payload: 'SELECT * WHERE { ?s ?p }',
    })
    const { detail, words } = JSON.parse(body)
    return { detail, words }
  }
  const { detail } = await ask('')
  expect(detail).toMatch(english)
  expect(await ask('?lang=fr')).toEqual({ detail: 'La requête ne peut pas être lue', words: detail })
})
