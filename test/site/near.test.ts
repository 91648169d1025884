import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/site/near/nearest.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const coordinate = (name: string, property: string) =>
  Number(
    dataset.quads.find(
      ({ subject, predicate }) =>
        subject.value === `${baseIri}id/${name}` && predicate.value.endsWith(`wgs84_pos#${property}`),
    )!.object.value,
  )

/** The slugs of the places in the order of the table, with how far they are. */
async function rows(query: string): Promise<(readonly [slug: string, distance: string])[]> {
  const { body, statusCode } = await get(`/near?${query}`, 'text/html')
  expect(statusCode).toBe(200)
  return [...body.matchAll(/<tr><td><strong[^>]*>([^<]*)<.*?<th scope="row"><strong><a href="\/page\/([\w-]+)/g)].map(
    ([, distance, slug]) => [slug!, distance!.replaceAll(/\s/g, ' ')] as const,
  )
}

describe('/near', () => {
  test('from a place: that place, then the others by distance', async () => {
    const found = await rows('from=mutualab&lang=en')
    expect(found.map(([slug]) => slug)).toEqual(['mutualab', 'gare-lille-flandres', 'moulins', 'bois-blancs'])
    expect(found[0]![1]).toBe('here')
    // The query that asks the store for the same says as much, in metres.
    const query = `PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
      SELECT (geof:distance(?a, ?b, <http://www.opengis.net/def/uom/OGC/1.0/metre>) AS ?metres)
      { <id/mutualab#geometry> geo:asWKT ?a . <id/bois-blancs#geometry> geo:asWKT ?b }`
    const { body } = await get(`/sparql?query=${encodeURIComponent(query)}`, 'text/csv')
    const metres = Number(body.split('\r\n')[1])
    expect(found[3]![1]).toBe(`${(metres / 1000).toFixed(1)} km`)
  })

  test('from a point, to ten metres, in the words of the language', async () => {
    const [lat, lon] = [coordinate('moulins', 'lat'), coordinate('moulins', 'long')]
    expect((await rows(`lat=${lat}&lon=${lon}&lang=fr`))[0]).toEqual(['moulins', 'sur place'])
    const { body } = await get(`/near?lat=${lat + 0.00301234}&lon=${lon}&lang=fr`, 'text/html')
    expect(body).toContain(`<h1>Autour de ${lat + 0.003}, ${lon}</h1>`)
    expect(body).toMatch(/330\s*m<\/strong><div class="types">au sud</)
  })

  test('a commons is where its place is; of what stands nowhere the page says so', async () => {
    expect((await rows('from=amap-mutualab'))[0]![0]).toBe('mutualab')
    const { body } = await get('/near?from=la-coroutine&lang=en', 'text/html')
    expect(body).toContain('The coordinates of “La Coroutine” are not known.')
    expect(body).not.toContain('<table')
    const hostile = await get(`/near?from=${encodeURIComponent('<script>x')}&lang=en`, 'text/html')
    expect(hostile.body).not.toContain('<script>x')
  })

  test.each(['lat=50', 'lon=3', 'lat=91&lon=3', 'lat=x&lon=3', 'lat=50&lon=-181'])('%s is refused', async (query) => {
    expect((await get(`/near?${query}`, 'application/json, text/html;q=0')).json()).toMatchObject({
      code: 'parameter-invalid',
    })
  })
})

describe('the nearest of many', () => {
  const thing = (iri: string) => ({
    iri,
    name: { fr: '', en: '' },
    kinds: [],
    keys: new Set(''),
    places: [],
    within: new Set<string>(),
    licences: [],
  })
  const spots = Array.from({ length: 3000 }, (_, index) => ({
    place: thing(String(index)),
    // Spread over the globe by the golden angle.
    point: {
      latitude: (Math.asin(1 - (2 * index + 1) / 3000) * 180) / Math.PI,
      longitude: ((index * 137.507764) % 360) - 180,
      of: String(index),
    },
    addresses: [],
    guests: [],
  }))

  test.each([
    [50.6, 3.06],
    [-89.9, 100],
    [0, 180],
    [0, -180],
  ])('of %d, %d are the same as if each had been measured', (latitude, longitude) => {
    const all = nearest({ latitude, longitude }, spots, spots.length)
    expect(all.length).toBe(3000)
    expect(all.map(({ metres }) => metres)).toEqual(all.map(({ metres }) => metres).toSorted((a, b) => a - b))
    expect(nearest({ latitude, longitude }, spots, 100)).toEqual(all.slice(0, 100))
  })
})
