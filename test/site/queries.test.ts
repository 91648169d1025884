import { describe, expect, test } from 'vitest'
import { barsOf } from '../../src/site/answer/bars.ts'
import { chartSvg } from '../../src/site/answer/chart.ts'
import { plainColumns } from '../../src/site/answer/columns.ts'
import { featuresOf, positionOf } from '../../src/site/answer/features.ts'
import { get } from '../support/app.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'

const integer = 'http://www.w3.org/2001/XMLSchema#integer'
const list: { name: string; title: Record<'fr' | 'en', string>; group: string }[] = (await get('/queries')).json()
const text = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/\s+/g, ' ')

describe('/queries', () => {
  test.each(['fr', 'en'] as const)('names every question once, under what it is about (%s)', async (language) => {
    const { body } = await get(`/queries?lang=${language}`, 'text/html')
    for (const { name, title, group } of list) {
      const [section, ...more] = body
        .split('<section ')
        .filter((part) => part.includes(`/queries/${name}"`) || part.includes(`/queries/${name}?lang`))
      expect([name, more.length]).toEqual([name, 0])
      expect(section).toContain(`aria-labelledby="${group}"`)
      expect(text(section!)).toContain(title[language].replaceAll(/\s+/g, ' '))
    }
    expect(list.filter(({ group }) => group === 'other')).toEqual([])
  })
})

describe('/queries/{name}', () => {
  test('shows each thing once, by its name in the language, and it leads there', async () => {
    const french = (await get('/queries/what-happens-on-tuesdays?lang=fr', 'text/html')).body
    const english = (await get('/queries/what-happens-on-tuesdays?lang=en', 'text/html')).body
    const { bindings } = (await get('/queries/what-happens-on-tuesdays.json')).json().results
    expect(bindings.length).toBeGreaterThan(1)
    for (const { activity, activityFr, activityEn } of bindings) {
      const path = activity.value.replace(`${baseIri}id/`, '/page/')
      expect(text(french)).toContain(activityFr.value)
      expect(text(english)).toContain(activityEn.value)
      expect(french).toContain(`href="${path}`)
    }
    const heads = [...french.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, head]) => head)
    expect(heads).toContain('lieu')
    expect(heads.filter((head) => head!.endsWith('Fr') || head!.endsWith('En'))).toEqual([])
  })

  test('draws what can be drawn: a bar for each venue whose area is known, none for the others', async () => {
    const { body } = await get('/queries/venues-by-floor-area?lang=en', 'text/html')
    const { bindings } = (await get('/queries/venues-by-floor-area.json')).json().results
    const known = bindings.filter((row: Record<string, object>) => row.squareMetres)
    const [svg] = /<svg class="bar-chart"[\s\S]*?<\/svg>/.exec(body)!
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)%"/g)].map(([, width]) => Number(width))
    expect(widths.length).toBe(known.length)
    const areas = known.map((row: { squareMetres: { value: string } }) => Number(row.squareMetres.value))
    for (const [index, width] of widths.entries()) expect(width / widths[0]!).toBeCloseTo(areas[index]! / areas[0]!, 2)
    expect(text(body)).toContain('One row does not say.')
    expect((await get('/queries/visit-date', 'text/html')).body).not.toContain('<svg class="bar-chart"')
  })

  test('has a point for each place with coordinates as GeoJSON, and nothing of that for others', async () => {
    const answer = await get('/queries/coordinates-of-places.geojson')
    expect(answer.headers['content-type']).toMatch(/^application\/geo\+json/)
    const stated = dataset.quads.filter(({ predicate }) => predicate.value.endsWith('wgs84_pos#lat'))
    const { type, features } = answer.json()
    expect([type, features.length]).toEqual(['FeatureCollection', stated.length])
    const there = features.map(
      ({ geometry, properties }: { geometry: { coordinates: number[] }; properties: Record<string, string> }) =>
        `${properties.place} ${geometry.coordinates[1]}`,
    )
    expect(there.toSorted()).toEqual(
      stated.map(({ subject, object }) => `${subject.value} ${Number(object.value)}`).toSorted(),
    )
    expect((await get('/queries/coordinates-of-places', 'text/html')).body).toContain('coordinates-of-places.geojson')
    expect((await get('/queries/visit-date.geojson')).json()).toMatchObject({ status: 404, code: 'entity-unknown' })
    expect((await get('/queries/visit-date', 'text/html')).body).not.toContain('.geojson')
  })

  test('has a map of the rows that say where, and may ask for its tiles; others have none', async () => {
    const { body, headers } = await get('/queries/coordinates-of-places?lang=en', 'text/html')
    const { bindings } = (await get('/queries/coordinates-of-places.json')).json().results
    const marks = [...body.matchAll(/data-latitude="([^"]*)" data-longitude="([^"]*)" data-mark="([^"]*)"/g)]
    expect(marks.map(([, latitude, longitude, name]) => [Number(latitude), Number(longitude), name])).toEqual(
      bindings.map((row: Record<string, { value: string }>) => [
        Number(row.latitude!.value),
        Number(row.longitude!.value),
        row.placeEn!.value,
      ]),
    )
    expect(body).toContain('class="map"')
    expect(headers['content-security-policy']).toContain(new URL(config.tileUrl).origin)
    const other = await get('/queries/visit-date', 'text/html')
    expect(other.body).not.toContain('class="map"')
    expect(other.headers['content-security-policy']).not.toContain(new URL(config.tileUrl).origin)
  })

  test('leads to the editor with its query', async () => {
    const { body } = await get('/queries/visit-date?lang=fr', 'text/html', { 'accept-language': 'fr' })
    const query = (await get('/queries/visit-date.rq')).body
    const [, address] = /class="action" href="\/sparql\?query([^"]*)"/.exec(body)!
    expect(decodeURIComponent(address!.replace('&#61;', '').replace(/^=/, ''))).toBe(query)
  })
})

describe('pictures and places of an answer', () => {
  const literal = (value: string, datatype?: string) => ({
    type: 'literal' as const,
    value,
    ...(datatype && { datatype }),
  })

  test('what is no number is no bar, and counts what has no name as unknown', () => {
    const rows = [
      { what: literal('a'), much: literal('2', integer) },
      { what: literal('b'), much: literal('many') },
      { much: literal('3', integer) },
      { what: literal('a') },
    ]
    const answer = { variables: ['what', 'much'], rows }
    const columns = plainColumns(answer, baseIri)
    expect(barsOf(answer, columns, { label: 'what', value: 'much' })).toMatchObject({
      bars: [
        { label: 'a', value: 2 },
        { label: '', value: 3 },
      ],
      unknown: 2,
    })
    expect(barsOf(answer, columns, { label: 'what' })).toMatchObject({
      bars: [
        { label: 'a', value: 2 },
        { label: 'b', value: 1 },
      ],
      unknown: 1,
      isCount: true,
    })
  })

  test('a picture of hostile names is text, and short', () => {
    const bars = [
      { label: `<script>${'x'.repeat(9000)}`, value: 0 },
      { label: '"onload="', value: 0 },
    ]
    const svg = chartSvg({ bars, isCount: true, unknown: 0, further: 0 }, '<b>', 'en')
    expect(svg).not.toMatch(/<script|<b>|"onload=/)
    expect(svg.length).toBeLessThan(3000)
    expect(svg).not.toContain('NaN')
  })

  test('what is no point on the earth has no mark', () => {
    const degrees = { latitude: 'lat', longitude: 'long' }
    const row = (lat: string, long: string) => ({ lat: literal(lat, integer), long: literal(long, integer) })
    expect(positionOf(row('50', '3'), degrees)).toEqual({ latitude: 50, longitude: 3 })
    expect(positionOf(row('91', '3'), degrees)).toBeUndefined()
    expect(positionOf({ lat: literal('50', integer) }, degrees)).toBeUndefined()
    expect(positionOf({ wkt: literal('POINT (3 50)') }, { wkt: 'wkt' })).toEqual({ latitude: 50, longitude: 3 })
    expect(positionOf({ wkt: literal('LINESTRING (3 50, 4 51)') }, { wkt: 'wkt' })).toBeUndefined()
  })

  test('WKT is read in the system of GeoJSON and in no other', () => {
    const wkt = [
      'Point(3.06 50.63)',
      '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT (3.06 50.63)',
      '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT (50.63 3.06)',
      'POINT EMPTY',
      'nowhere 1',
    ]
    const rows = [...wkt.map((value) => ({ where: literal(value) })), {}]
    const { features } = JSON.parse(featuresOf({ variables: ['where'], rows }, { wkt: 'where' }))
    expect(features.map(({ geometry }: { geometry: object }) => geometry)).toEqual(
      Array(2).fill({ type: 'Point', coordinates: [3.06, 50.63] }),
    )
  })
})
