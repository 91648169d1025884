import { describe, expect, test } from 'vitest'
import { app, get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

describe('/id/{slug}', () => {
  test.each([
    [browser, 'page/mutualab'],
    ['application/ld+json', 'data/mutualab'],
    ['text/turtle', 'data/mutualab'],
    [undefined, 'data/mutualab'],
  ])('for %s leads to %s', async (accept, path) => {
    const { statusCode, headers } = await get('/id/mutualab', accept)
    expect(statusCode).toBe(303)
    expect(headers.location).toBe(baseIri + path)
    expect(headers.vary).toMatch(/\bAccept\b/)
  })

  test('hands out the public address whatever the Host header says', async () => {
    const { headers } = await get('/id/mutualab', 'text/turtle', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    })
    expect(headers.location).toBe(`${baseIri}data/mutualab`)
  })

  test('existence comes before negotiation', async () => {
    expect((await get('/id/nothing-here', 'image/png')).statusCode).toBe(404)
    expect((await get('/id/mutualab', 'image/png')).statusCode).toBe(406)
  })
})

describe('/data/{slug}', () => {
  test.each([
    ['jsonld', 'application/ld+json'],
    ['ttl', 'text/turtle'],
    ['trig', 'application/trig'],
    ['nt', 'application/n-triples'],
    ['nq', 'application/n-quads'],
    ['rdf', 'application/rdf+xml'],
    ['geojson', 'application/geo+json'],
  ])('.%s and Accept give the same %s', async (extension, mediaType) => {
    const [byName, byAccept] = [await get(`/data/mutualab.${extension}`), await get('/data/mutualab', mediaType)]
    for (const { statusCode, headers } of [byName, byAccept]) {
      expect(statusCode).toBe(200)
      expect(headers['content-type']).toContain(mediaType)
      expect(headers['content-location']).toBe(`${baseIri}data/mutualab.${extension}`)
      expect(headers.link).toContain('rel="alternate"; type="text/turtle"')
    }
    expect(byAccept.body).toBe(byName.body)
    expect(byAccept.headers.vary).toMatch(/\bAccept\b/)
  })

  test('application/json gets JSON-LD', async () => {
    expect((await get('/data/mutualab', 'application/json')).headers['content-type']).toContain('application/ld+json')
  })

  test('406 says what is offered', async () => {
    const { statusCode, headers, body } = await get('/data/mutualab', 'image/png')
    expect(statusCode).toBe(406)
    expect(headers['content-type']).toContain('application/problem+json')
    const problem = JSON.parse(body)
    expect(problem).toMatchObject({ status: 406, code: 'not-acceptable' })
    expect(problem.offered).toContain('text/turtle')
  })

  test('N-Quads and TriG name the passage behind each fact', async () => {
    const { body } = await get('/data/la-coroutine.nq')
    expect(body).toContain(
      `<${baseIri}id/la-coroutine#floor-size> <http://schema.org/value> "200"^^<http://www.w3.org/2001/XMLSchema#integer> <${baseIri}source/visite-elus-2016#L42> .`,
    )
  })

  test('what points at a thing is there, with the names of what is named', async () => {
    const { body } = await get('/data/mres.nt')
    expect(body).toContain(
      `<${baseIri}id/repair-cafe-mres> <https://w3id.org/commonsgraph/ontology#hostedAt> <${baseIri}id/mres>`,
    )
    expect(body).toContain(
      `<${baseIri}id/repair-cafe-mres> <http://www.w3.org/2000/01/rdf-schema#label> "Repair Café"@fr`,
    )
  })

  test('GeoJSON has the point where one is stated, and none where not', async () => {
    expect((await get('/data/mutualab.geojson')).json().geometry).toEqual({
      type: 'Point',
      coordinates: [3.06142, 50.62959],
    })
    expect((await get('/data/la-coroutine.geojson')).json().geometry).toBeNull()
  })
})

describe('/page/{slug}', () => {
  test('speaks French and English, links every format and embeds the JSON-LD', async () => {
    const french = await get('/page/mutualab', browser, { 'accept-language': 'fr-FR' })
    const english = await get('/page/mutualab?lang=en', browser)
    expect(french.body).toContain('<html lang="fr">')
    expect(french.body).toContain('Grand espace de coworking')
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toContain('Large coworking space')
    for (const extension of ['jsonld', 'ttl', 'trig', 'nt', 'nq', 'rdf', 'geojson']) {
      expect(french.body).toMatch(
        new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="[^"]+data/mutualab.${extension}">`),
      )
    }
    const embedded = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(french.body)![1]!
    expect(JSON.parse(embedded)).toEqual((await get('/data/mutualab')).json())
    expect(french.headers['content-security-policy']).toContain("default-src 'none'")
    expect(french.headers['content-security-policy']).not.toContain('unsafe-inline')
  })

  test('an unknown thing is a page for a browser and a problem for a program', async () => {
    const page = await get('/page/nothing-here', browser)
    expect(page.statusCode).toBe(404)
    expect(page.headers['content-type']).toContain('text/html')
    const problem = await get('/data/nothing-here')
    expect(problem.json()).toMatchObject({ status: 404, code: 'entity-unknown' })
    expect(problem.json()).not.toHaveProperty('near')
  })

  test.each([
    ['/page/MutuaLab', 'MutuaLab', 'id/mutualab'],
    ['/page/la-corotine', 'La Coroutine', 'id/la-coroutine'],
    ['/scheme/kinds/coworking', 'espace de coworking', 'scheme/kinds/coworking-space'],
  ])('%s is not there, but %s is', async (path, name, near) => {
    const { statusCode, body } = await get(path, browser)
    expect(statusCode).toBe(404)
    const [, suggested] = /Peut-être vouliez-vous dire.*?<ul>(.*?)<\/ul>/s.exec(body)!
    expect(suggested).toMatch(new RegExp(`<a href="${baseIri}${near}">[^<]*</a>`))
    const problem = await get(path.replace('/page/', '/data/'), 'text/turtle')
    const found: { identifier: string; address: string }[] = problem.json().near
    expect(found.map(({ address }) => address)).toContain(baseIri + near)
    expect(found.map(({ identifier }) => identifier).join()).toMatch(new RegExp(name.slice(-9), 'i'))
  })

  test('a slash too many at the end of a page leads to it', async () => {
    for (const [from, to] of [
      ['/commons/', 'commons'],
      ['/commons/?kind=x&lang=en', 'commons?kind=x&lang=en'],
      ['/page/mutualab//', 'page/mutualab'],
      ['/sparql/?query=ASK%7B%7D', 'sparql?query=ASK%7B%7D'],
    ]) {
      const { statusCode, headers } = await get(from!, browser)
      expect([from, statusCode, headers.location]).toEqual([from, 308, baseIri + to])
    }
    for (const path of ['/nothing-here/', '//evil.example/', '/dumps/']) {
      expect([path, (await get(path, browser)).statusCode]).not.toEqual([path, 308])
    }
    const posted = await app.inject({ method: 'POST', url: '/commons/', payload: 'x' })
    expect(posted.statusCode).toBe(404)
  })
})

describe('every answer', () => {
  const addresses = [
    '/',
    '/data/mutualab',
    '/page/mutualab',
    '/search?q=mutualab',
    '/queries',
    '/dumps/',
    '/ontology',
    '/scheme/kinds',
  ]

  test.each(addresses)('%s has a strong ETag, 304, HEAD, CORS', async (url) => {
    const first = await get(url)
    expect(first.statusCode).toBe(200)
    expect(first.headers.etag).toMatch(/^"[\w-]+(\.\w+)?"$/)
    expect(first.headers['access-control-allow-origin']).toBe('*')
    const again = await get(url, undefined, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await get(url, undefined, { 'if-none-match': '"other", W/"another"' })).statusCode).toBe(200)
    const head = await app.inject({ method: 'HEAD', url })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(head.headers.etag).toBe(first.headers.etag)
  })

  test('different formats, languages and content codings have different ETags', async () => {
    const tags = await Promise.all([
      get('/page/mutualab?lang=fr'),
      get('/page/mutualab?lang=en'),
      get('/data/mutualab', 'text/turtle'),
      get('/data/mutualab', 'application/ld+json'),
      get('/data/mutualab', 'application/ld+json', { 'accept-encoding': 'gzip' }),
      get('/data/mutualab', 'application/ld+json', { 'accept-encoding': 'br' }),
    ])
    expect(new Set(tags.map(({ headers }) => headers.etag)).size).toBe(tags.length)
  })

  test('a compressed answer revalidates with its own ETag', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const first = await get('/data/mutualab', 'text/turtle', headers)
    expect(first.headers['content-encoding']).toBe('gzip')
    expect(first.headers.vary).toMatch(/accept-encoding/i)
    const again = await get('/data/mutualab', 'text/turtle', {
      ...headers,
      'if-none-match': String(first.headers.etag),
    })
    expect(again.statusCode).toBe(304)
    expect(again.headers.etag).toBe(first.headers.etag)
  })

  test('preflight is answered', async () => {
    const { statusCode, headers } = await app.inject({
      method: 'OPTIONS',
      url: '/sparql',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(statusCode).toBe(204)
    expect(headers['access-control-allow-methods']).toContain('POST')
  })

  test('a method that an address does not know is 405 with Allow', async () => {
    const { statusCode, headers, body } = await app.inject({ method: 'DELETE', url: '/data/mutualab' })
    expect(statusCode).toBe(405)
    expect(headers.allow).toBe('GET, HEAD, OPTIONS')
    expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed' })
  })

  test.each([
    '/data/%',
    '/data/%E0%A4%A',
    '/id/..%2f..%2fetc',
    '/dumps/latest/..%2f..%2fpackage.json',
    '/nowhere',
    '//',
    '/source/%00',
  ])('nonsense such as %s is a clear 4xx', async (url) => {
    const { statusCode, headers } = await get(url)
    expect([400, 404]).toContain(statusCode)
    expect(headers['content-type']).toContain('application/problem+json')
  })
})
