import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'

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
