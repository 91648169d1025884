/**
 * Every answer that can be kept: when it is the same, whose it is, and where exactly it is.
 */
import { describe, expect, test } from 'vitest'
import { app, get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const modified = new Date(dataset.version.date).toUTCString()

const answers: readonly (readonly [
  url: string,
  accept: string,
  location: string | undefined,
  vary: readonly string[],
])[] = [
  ['/', 'text/html', undefined, ['Accept', 'Accept-Language']],
  ['/', 'text/turtle', 'dataset.ttl', ['Accept']],
  ['/dataset', 'text/html', undefined, ['Accept', 'Accept-Language']],
  ['/dataset', 'application/ld+json', 'dataset.jsonld', ['Accept']],
  ['/dataset.ttl', '*/*', 'dataset.ttl', []],
  ['/.well-known/void', '*/*', 'dataset.ttl', ['Accept']],
  ['/data/mutualab', 'text/turtle', 'data/mutualab.ttl', ['Accept']],
  ['/data/mutualab.nq', '*/*', 'data/mutualab.nq', []],
  ['/page/mutualab', 'text/html', 'page/mutualab?lang=fr', ['Accept-Language']],
  ['/dumps/', 'application/json', undefined, ['Accept']],
  ['/dumps/latest/', 'text/html', undefined, ['Accept', 'Accept-Language']],
  ['/dumps/changes.atom', '*/*', 'dumps/changes.atom?lang=fr', ['Accept-Language']],
  ['/queries', 'text/html', undefined, ['Accept', 'Accept-Language']],
  ['/openapi.json', '*/*', undefined, []],
  ['/ontology/context.jsonld', '*/*', undefined, []],
  ['/style.css', '*/*', undefined, []],
  [`/sparql?query=${encodeURIComponent('ASK {}')}`, 'application/sparql-results+json', undefined, ['Accept']],
]

describe.each(answers)('%s as %s', async (url, accept, location, vary) => {
  const { headers, statusCode } = await get(url, accept)

  test('has a strong tag, the day of the release, and where exactly it is', () => {
    expect(statusCode).toBe(200)
    expect(headers.etag).toMatch(/^"[\w.-]+"$/)
    expect(headers['last-modified']).toBe(modified)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-location']).toBe(location && baseIri + location)
    expect(headers['dataset-version']).toBe(dataset.version.name)
    expect(headers.link).toContain(`<${baseIri}dumps/${dataset.version.name}/>; rel="collection"`)
  })

  test('varies with what was asked of it, and nothing else', () => {
    const named = String(headers.vary).split(/,\s*/)
    expect(named.toSorted()).toEqual([...vary, 'Accept-Encoding'].toSorted())
  })

  test('is not sent again to whoever has it, in whatever coding', async () => {
    const tag = String(headers.etag)
    for (const given of [tag, `W/${tag}`, `"x", ${tag}`, tag.replace(/"$/, '.br"'), '*']) {
      const again = await get(url, accept, { 'if-none-match': given })
      expect([given, again.statusCode, again.rawPayload.length]).toEqual([given, 304, 0])
      expect(again.headers.vary).toBe(headers.vary)
    }
    expect((await get(url, accept, { 'if-none-match': '"another"' })).statusCode).toBe(200)
    expect((await get(url, accept, { 'if-match': '"another"' })).statusCode).toBe(412)
    expect((await get(url, accept, { 'if-match': tag })).statusCode).toBe(200)
    // A day is too coarse to go by.
    expect((await get(url, accept, { 'if-modified-since': modified })).statusCode).toBe(200)
  })
})

test.each([...new Set(answers.map(([url]) => url)), '/health', '/dumps/latest/commons.nq'])(
  'HEAD of %s says what GET says',
  async (url) => {
    for (const coding of ['gzip', 'br', 'identity', 'gzip;q=0', '*']) {
      const headers = { 'accept-encoding': coding }
      const [got, head] = [await get(url, undefined, headers), await app.inject({ method: 'HEAD', url, headers })]
      expect([head.statusCode, head.rawPayload.length]).toEqual([got.statusCode, 0])
      for (const name of [
        'etag',
        'content-encoding',
        'content-length',
        'content-type',
        'vary',
        'link',
        'last-modified',
      ]) {
        expect([url, coding, name, head.headers[name]]).toEqual([url, coding, name, got.headers[name]])
      }
    }
  },
)

test('what is at the address of exactly this answer is this answer', async () => {
  for (const [url, accept, location] of answers) {
    if (!location) continue
    expect([url, (await get(`/${location}`, accept)).body]).toEqual([url, (await get(url, accept)).body])
  }
})
