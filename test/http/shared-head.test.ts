/**
 * What pages say of themselves to those who list them and show them where they are shared.
 */
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'
import { elements } from '../support/elements.ts'

const addresses = [
  '/',
  '/commons?kind=shared-workshop',
  '/page/mutualab',
  '/page/mutualab?asOf=2016-12-31',
  '/scheme/evaluation-keys/gouvernance',
  '/source/visite-elus-2016',
  '/queries',
  '/dataset',
  '/dumps/',
  '/search?q=mutualab',
]

async function headOf(path: string, language: string) {
  const { body } = await get(path, 'text/html', { 'accept-language': language })
  const found = elements(parse(body))
  const metas = found.filter(({ name }) => name === 'meta').map(({ attributes }) => attributes)
  const links = found.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)
  const meta = (name: string) =>
    metas.filter((one) => (one.property ?? one.name) === name).map(({ content }) => content ?? '')
  return { meta, links }
}

describe.each(addresses)('%s', (path) => {
  test.each([
    ['fr', 'fr_FR', 'en_GB'],
    ['en', 'en_GB', 'fr_FR'],
  ])('in %s', async (language, locale, other) => {
    const { meta, links } = await headOf(path, language)
    const plain = baseIri + path.slice(1)
    const inLanguage = (wanted: string) => `${plain}${path.includes('?') ? '&' : '?'}lang=${wanted}`
    const own = inLanguage(language)
    expect(links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href)).toEqual([own])
    expect(links.filter(({ hreflang }) => hreflang).map(({ hreflang, href }) => [hreflang, href])).toEqual([
      ['fr', inLanguage('fr')],
      ['en', inLanguage('en')],
    ])
    expect(meta('og:url')).toEqual([own])
    expect(meta('og:type')).toEqual(['website'])
    expect(meta('og:locale')).toEqual([locale])
    expect(meta('og:locale:alternate')).toEqual([other])
    expect(meta('og:title')[0]).toMatch(/\S/)
    expect(meta('description')[0]).toMatch(/\S.{10}/)
    expect(meta('og:description')).toEqual(meta('description'))
    expect(meta('og:image')).toEqual([`${baseIri}preview.png`])
  })
})

test('a page of a failure is not to be kept or shared', async () => {
  const { meta, links } = await headOf('/page/nothing-of-the-kind', 'fr')
  expect(links.filter(({ rel, hreflang }) => rel === 'canonical' || hreflang)).toEqual([])
  expect(meta('og:url')).toEqual([])
})

test('the pictures are there, of the size that is said', async () => {
  const { meta } = await headOf('/', 'fr')
  const { rawPayload, headers } = await get('/preview.png')
  expect(headers['content-type']).toBe('image/png')
  // PNG §11.2.2: IHDR comes first, after signature, length and name.
  const [width, height] = [rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]
  expect([meta('og:image:width'), meta('og:image:height')]).toEqual([[String(width)], [String(height)]])
  const icon = await get('/favicon.svg')
  expect(icon.headers['content-type']).toBe('image/svg+xml')
  expect(icon.body).toContain('prefers-color-scheme: dark')
})
