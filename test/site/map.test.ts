import { describe, expect, test } from 'vitest'
import { mapPage } from '../../src/site/map/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const of = (property: string) => dataset.quads.filter(({ predicate }) => predicate.value.endsWith(property))
const subjects = (property: string) => new Set(of(property).map(({ subject }) => subject.value))
const commons = new Set(
  of('#type')
    .filter(({ object }) => object.value === `${cg}Commons`)
    .map(({ subject }) => subject.value),
)
const standing = subjects('wgs84_pos#lat')

interface Collection {
  readonly features: readonly {
    readonly id: string
    readonly geometry: { readonly coordinates: readonly number[] } | null
    readonly properties: { readonly at?: readonly string[]; readonly point_of?: string }
  }[]
  readonly bbox: readonly number[]
}

async function collection(query = ''): Promise<Collection> {
  const { statusCode, headers, body } = await get(`/map.geojson${query}`)
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toMatch(/^application\/geo\+json/)
  return JSON.parse(body)
}

/** The marks of the map, as the page gives them to its script. */
async function marks(query = ''): Promise<string[][]> {
  const { body } = await get(`/map${query}`, 'text/html')
  return [...body.matchAll(/data-latitude="([^"]+)" data-longitude="([^"]+)" data-mark="([^"]+)"/g)].map((match) =>
    match.slice(1),
  )
}

describe('/map', () => {
  test('has every commons and every place, each once, and a point for nothing of which none is stated', async () => {
    const { features, bbox } = await collection()
    const ids = features.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const iri of [...commons, ...standing, ...subjects('#hosts')]) expect(ids).toContain(iri)
    for (const { id, geometry, properties } of features) {
      const stands = standing.has(id) || (properties.at ?? []).some((place) => standing.has(place))
      expect([id, geometry !== null]).toEqual([id, stands])
      if (properties.point_of) expect(properties.at).toContain(properties.point_of)
      if (geometry && !properties.point_of) {
        const stated = of('wgs84_pos#long').find(({ subject }) => subject.value === id)
        expect(geometry.coordinates[0]).toBe(Number(stated!.object.value))
      }
    }
    const longitudes = of('wgs84_pos#long').map(({ object }) => Number(object.value))
    expect([bbox[0], bbox[2]]).toEqual([Math.min(...longitudes), Math.max(...longitudes)])
  })

  test('marks each place that stands somewhere, and says who is there', async () => {
    const shown = await marks()
    expect(shown.length).toBe(standing.size)
    const mutualab = shown.find(([, , name]) => name!.startsWith('MutuaLab'))!
    const guests = new Set(
      dataset.quads
        .filter(({ subject, object }) => object.value === `${baseIri}id/mutualab` && commons.has(subject.value))
        .filter(({ predicate }) => /hostedAt|meetsAt|\/location/.test(predicate.value))
        .map(({ subject }) => subject.value),
    )
    expect(guests.size).toBeGreaterThan(2)
    expect(mutualab[2]).toBe(`MutuaLab, ${guests.size} communs`)
    const { body } = await get('/map', 'text/html')
    for (const iri of guests) expect(body).toContain(`href="${iri.replace(`${baseIri}id`, '/page')}"`)
  })

  test('lists what has an address and no coordinates beside the map, and what has neither below', async () => {
    const { body } = await get('/map?lang=en', 'text/html')
    const [onMap, addressed, unknown] = ['On the map', 'Address known', 'Neither address'].map((text) =>
      body.indexOf(`<h2>${text}`),
    )
    const at = (slug: string) => body.indexOf(`<strong><a href="/page/${slug}?`)
    expect(onMap! < at('mutualab') && at('mutualab') < addressed!).toBe(true)
    expect(addressed! < at('la-coroutine') && at('la-coroutine') < unknown!).toBe(true)
    expect(unknown! < at('communecter')).toBe(true)
  })

  test('chooses by kind and key as the list of commons does', async () => {
    const { features } = await collection('?kind=software')
    const listed = (await get('/commons.csv?kind=software')).body.trimEnd().split('\r\n').slice(1)
    for (const row of listed) expect(features.map(({ id }) => id)).toContain(row.split(',')[0])
    expect(features.map(({ id }) => id)).not.toContain(`${baseIri}id/mutualab`)
    // Places are chosen by their kind too, and a place is there for the sake of a commons.
    expect((await collection('?kind=district')).features.map(({ id }) => id)).toContain(`${baseIri}id/moulins`)
    const governed = (await collection('?key=gouvernance')).features
    expect(governed.map(({ id }) => id)).toContain(`${baseIri}id/la-coroutine`)
    expect(governed.length).toBeLessThan((await collection()).features.length)
    expect(await marks('?kind=software')).toEqual([])
    expect((await get('/map?kind=software&lang=en', 'text/html')).body).toContain('there is nothing to draw')
  })

  test('is a table too', async () => {
    const { body, headers } = await get('/map.csv?lang=en')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head, ...rows] = body.trimEnd().split('\r\n')
    expect(head).toBe('IRI,Name,Kind,Place,Address,Latitude,Longitude')
    expect(rows.filter((row) => row.endsWith(',50.62959,3.06142')).length).toBe(
      Number((await marks()).find(([, , name]) => name!.startsWith('MutuaLab'))![2]!.match(/\d+/)![0]) + 1,
    )
  })

  test('may load images from where the tiles are, and only it and its frame may', async () => {
    const policy = async (url: string) => String((await get(url, 'text/html')).headers['content-security-policy'])
    for (const url of ['/map', '/map/embed']) {
      expect(await policy(url)).toMatch(/img-src 'self' data: https:\/\/tile\.openstreetmap\.org;/)
    }
    for (const url of ['/', '/commons', '/near']) expect(await policy(url)).toContain("img-src 'self' data:;")
    expect(await policy('/map')).toContain("frame-ancestors 'none'")
    expect((await get('/map', 'text/html')).headers['x-frame-options']).toBeDefined()
    expect(await policy('/map/embed')).toContain('frame-ancestors *')
    expect((await get('/map/embed', 'text/html')).headers['x-frame-options']).toBeUndefined()
  })

  test('the code for other sites keeps the choice and the language', async () => {
    const { body } = await get('/map?kind=software&key=gouvernance&lang=en', 'text/html')
    const code = body.match(/<textarea class="code"[^>]*>([^<]*)</)![1]!
    const written = code.replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    expect(written).toContain(`src="${baseIri}map/embed?kind=software&amp;key=gouvernance&amp;lang=en"`)
    const framed = (await get('/map/embed?kind=software&key=gouvernance&lang=en', 'text/html')).body
    expect(framed).toContain('<html lang="en">')
    expect(framed).not.toContain('<header>')
    expect(framed).toContain('/map?kind&#61;software&#38;key&#61;gouvernance')
  })

  test.each(['kind=../x', 'page=0'])('%s is refused', async (query) => {
    expect((await get(`/map?${query}`, 'application/json, text/html;q=0')).json()).toMatchObject({
      code: 'parameter-invalid',
    })
  })
})

describe('a map of anything', () => {
  const page = (trig: string) => siteWith(trig).then((site) => bodyOf(mapPage, site, { page: 1 }))
  const wgs84 = 'http://www.w3.org/2003/01/geo/wgs84_pos#'
  const stands = (slug: string, lat: string, long: string) =>
    `GRAPH <graph/editorial> { <id/${slug}> a schema:Place ; <${wgs84}lat> ${lat} ; <${wgs84}long> ${long} . }`

  test.each([
    ['"north"', '3.0'],
    ['91.0', '3.0'],
    ['50.0', '181.0'],
    ['"NaN"^^xsd:double', '3.0'],
  ])('has no point at %s, %s, which is none', async (lat, long) => {
    const body = await page(stands('odd', lat, long))
    expect(body).toContain('/page/odd')
    expect(body.match(/data-mark=/g)).toHaveLength(standing.size)
  })

  test('makes no point of two halves that different sources state', async () => {
    const body = await page(`GRAPH <source/a#1> { <id/odd> a schema:Place ; <${wgs84}lat> 50.0 }
      GRAPH <source/b#1> { <id/odd> <${wgs84}long> 3.0 }`)
    expect(body.match(/data-mark=/g)).toHaveLength(standing.size)
  })

  test('shows what cannot be trusted as text, and what has no name by its address', async () => {
    const evil = '<script>alert(1)</script>\\" onmouseover=\\"x'
    const body = await page(`${stands('evil', '50.0', '3.0')} ${stands('nameless', '50.1', '3.1')}
      GRAPH <graph/editorial> { <id/evil> rdfs:label "${evil}" ; schema:url <javascript:alert(1)> . }`)
    expect(body).not.toMatch(/<script|javascript:| onmouseover="/)
    expect(body).toContain('&#60;script')
    expect(body).toContain('data-latitude="50.1" data-longitude="3.1" data-mark="id/nameless"')
  })

  test('names the first of many guests and leads to all of them', async () => {
    const guests = Array.from(
      { length: 300 },
      (_, index) => `<id/guest-${index}> a cg:Commons ; cg:meetsAt <id/hall> .`,
    )
    const body = await page(`${stands('hall', '50.0', '3.0')} GRAPH <graph/editorial> { ${guests.join(' ')} }`)
    expect(body.match(/\/page\/guest-/g)!.length).toBeLessThan(50)
    expect(body).toMatch(/href="\/commons\?place&#61;hall[^"]*">all 300 commons of this place</)
  })
})
