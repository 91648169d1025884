/**
 * The sitemap names every page, and robots may read what it names.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import parser from 'robots-parser'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { describe, expect, test } from 'vitest'
import { mostPages, sitemapIndexOf, sitemapOf } from '../../src/representation/sitemap.ts'
import { createServer } from '../../src/server.ts'
import { get } from '../support/app.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'

/** Its types take it for an ES module. */
const robotsParser = parser as unknown as typeof parser.default

const read = async (path: string) => {
  const answer = await get(path)
  expect(answer.headers['content-type']).toContain('application/xml')
  return parseSitemap(Readable.from([answer.body]))
}

const pages = await read('/sitemap.xml')
const addresses = pages.map(({ url }) => url)

describe('the sitemap', () => {
  test('names the page of everything that is named, in both languages', () => {
    const things = new Set(
      dataset.quads
        .map(({ subject }) => subject.value.replace(/#.*/, ''))
        .filter((iri) => /^(id|scheme|licence|source)\//.test(iri.slice(baseIri.length)))
        .map((iri) => iri.replace(`${baseIri}id/`, `${baseIri}page/`)),
    )
    expect(things.size).toBeGreaterThan(200)
    for (const thing of things) {
      expect(addresses).toContain(`${thing}?lang=fr`)
      expect(addresses).toContain(`${thing}?lang=en`)
    }
  })

  test('each address has its page, once', async () => {
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) {
      const { statusCode, headers } = await get(address.slice(baseIri.length - 1), 'text/html')
      expect([address, statusCode, headers['content-type']]).toEqual([address, 200, 'text/html; charset=utf-8'])
    }
  })

  test('each page names itself in both languages', () => {
    for (const { url, links } of pages) {
      const base = url.replace(/\?lang=..$/, '')
      expect(links.map((link) => [link.lang, link.url])).toEqual([
        ['fr', `${base}?lang=fr`],
        ['en', `${base}?lang=en`],
      ])
    }
  })

  test('says when a page changed where that is known: of releases', () => {
    const dated = pages.filter(({ lastmod }) => lastmod)
    expect(dated.map(({ url, lastmod }) => [url, lastmod])).toEqual([
      [`${baseIri}dumps/${dataset.version.name}/?lang=fr`, dataset.version.date],
      [`${baseIri}dumps/${dataset.version.name}/?lang=en`, dataset.version.date],
    ])
  })

  test('a file that is not there is not found', async () => {
    expect((await get('/sitemap-1.xml')).statusCode).toBe(200)
    expect((await get('/sitemap-2.xml')).statusCode).toBe(404)
    expect((await get('/sitemap-0.xml')).statusCode).toBe(404)
  })

  test('many files are listed', async () => {
    const files = [`${baseIri}sitemap-1.xml`, `${baseIri}sitemap-2.xml`]
    expect((await parseSitemapIndex(sitemapIndexOf(files))).map(({ url }) => url)).toEqual(files)
  })

  test('of many pages stops for others on the way', async () => {
    const many = Array.from({ length: mostPages }, (_, index) => {
      const address = `${baseIri}page/${index}`
      return { in: { fr: `${address}?lang=fr`, en: `${address}?lang=en` } }
    })
    let turns = 0
    let isDone = false
    const count = () => {
      turns++
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    const xml = await text(sitemapOf(many))
    isDone = true
    expect(turns).toBeGreaterThan(5)
    expect(xml.match(/<url>/g)).toHaveLength(2 * mostPages)
    expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024)
  })
})

describe('robots.txt', () => {
  test('lets robots read every page that the sitemap names, and no endless space', async () => {
    const robots = robotsParser(`${baseIri}robots.txt`, (await get('/robots.txt')).body)
    expect(robots.getSitemaps()).toEqual([`${baseIri}sitemap.xml`])
    expect(addresses.filter((address) => !robots.isAllowed(address, 'anybot'))).toEqual([])
    const endless = [
      'sparql?query=ASK%20%7B%7D',
      'compare?c=a&c=b',
      'compare?lang=fr&c=a&c=b',
      'search?q=a',
      'change?thing=id/a',
      'near?lat=1&lon=2',
      'commons?kind=a&sort=kind',
      'page/a?asOf=2016-01-01',
      'dumps/a..b',
    ]
    expect(endless.filter((path) => robots.isAllowed(baseIri + path, 'anybot'))).toEqual([])
    for (const path of ['page/a', 'dumps/', 'style.css', 'data/a.ttl']) {
      expect([path, robots.isAllowed(baseIri + path, 'anybot')]).toEqual([path, true])
    }
  })

  test('below a path, rules and addresses are below it', async () => {
    const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-sitemap-'))
    const below = await createServer({ ...config, publicUrl: 'https://town.example/commons/', releasesDir })
    try {
      const body = (await below.app.inject('/commons/robots.txt')).body
      const robots = robotsParser('https://town.example/robots.txt', body)
      expect(robots.getSitemaps()).toEqual(['https://town.example/commons/sitemap.xml'])
      expect(robots.isAllowed('https://town.example/commons/search?q=a')).toBe(false)
      expect(robots.isAllowed('https://town.example/search?q=a')).toBe(true)
      const [first] = await parseSitemap(Readable.from([(await below.app.inject('/commons/sitemap.xml')).body]))
      expect(first!.url).toBe('https://town.example/commons/?lang=fr')
    } finally {
      await below.close()
    }
  })
})
