import { describe, expect, test } from 'vitest'
import { parseWkt } from '../../../../src/query/functions/geo/wkt.ts'
import { arityOf } from '../../../../src/query/functions/table.ts'
import { blankNode, iri, literal, type Term } from '../../../../src/rdf/terms.ts'
import { call, show, typed } from '../terms.ts'

const geof = (name: string) => `http://www.opengis.net/def/function/geosparql/${name}`
const wkt = (text: string): Term => literal(text, iri('http://www.opengis.net/ont/geosparql#wktLiteral'))
const uom = (name: string) => iri(`http://www.opengis.net/def/uom/OGC/1.0/${name}`)
const qudt = (name: string) => iri(`http://qudt.org/vocab/unit/${name}`)

describe('a well-known text', () => {
  const lille = { type: 'point', place: [3.06142, 50.62959] }
  test.each([
    'POINT(3.06142 50.62959)',
    ' point ( 3.06142   50.62959 ) ',
    'POINT Z (3.06142 50.62959 20)',
    'POINT(+3.06142 5.062959e1)',
    '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(3.06142 50.62959)',
    '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(50.62959 3.06142)',
    '<https://www.opengis.net/def/crs/EPSG/0/4326>POINT(50.62959 3.06142)',
  ])('%s is a point', (text) => expect(parseWkt(text)).toEqual(lille))

  test.each(['POINT EMPTY', 'polygon empty', 'MULTIPOLYGON Z EMPTY'])('%s is empty', (text) =>
    expect(parseWkt(text)).toEqual({ type: 'empty' }),
  )

  test.each([
    ...[
      '',
      'POINT',
      'POINT()',
      'POINT(1)',
      'POINT(1 2',
      'POINT(1 2) x',
      'POINT(1,2)',
      'POINT(1 2 3 4 5)',
      'POINT(a b)',
    ],
    ...[
      'LINESTRING(0 0, 1 1)',
      'POINT(0 91)',
      'CIRCLE EMPTY',
      'POINT NONE',
      'POINT Q (1 2)',
      'POINT(1 .)',
      '<x> POINT(1 2)',
    ],
    ...['POLYGON((0 0, 1 0, 1 1))', 'POLYGON((0 0, 1 0, 0 0))', 'POLYGON(0 0, 1 0, 1 1, 0 0)', 'MULTIPOLYGON((0 0))'],
  ])('%j is none', (text) => expect(parseWkt(text)).toBeUndefined())

  test('is read in time linear in its length', () => {
    const began = performance.now()
    expect(parseWkt(`POINT(${' '.repeat(500_000)}`)).toBeUndefined()
    expect(parseWkt(`POLYGON((${'0 0,'.repeat(100_000)}0 0))`)?.type).toBe('polygons')
    expect(parseWkt('('.repeat(500_000))).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('geof:distance', () => {
  const metres = (one: string, other: string, unit: Term = uom('metre')) =>
    Number(call(geof('distance'), wkt(one), wkt(other), unit)?.value)

  test('is that of the geodesic on WGS 84', () => {
    // C. F. F. Karney's example, New York to London, and a quarter of the meridian and a degree of the equator.
    expect(metres('POINT(-73.8 40.6)', 'POINT(-0.5 51.6)')).toBeCloseTo(5_551_759.4, 1)
    expect(metres('POINT(0 0)', 'POINT(0 90)')).toBeCloseTo(10_001_965.729, 3)
    expect(metres('POINT(0 0)', 'POINT(1 0)')).toBeCloseTo(111_319.491, 3)
    expect(metres('POINT(3 50)', 'POINT(3 50)')).toBe(0)
  })

  test('is in the unit that is asked for', () => {
    const across = metres('POINT(0 0)', 'POINT(0 1)')
    expect(metres('POINT(0 0)', 'POINT(0 1)', uom('kilometre'))).toBeCloseTo(across / 1000, 9)
    expect(metres('POINT(0 0)', 'POINT(0 1)', qudt('MI'))).toBeCloseTo(across / 1609.344, 9)
    expect(metres('POINT(0 0)', 'POINT(0 1)', typed(uom('metre').value, 'anyURI'))).toBe(across)
    expect(metres('POINT(0 0)', 'POINT(0 90)', uom('degree'))).toBeCloseTo(90, 9)
    expect(metres('POINT(0 0)', 'POINT(0 90)', uom('radian'))).toBeCloseTo(Math.PI / 2, 9)
  })

  test.each([
    [wkt('POINT EMPTY'), wkt('POINT(0 0)'), uom('metre')],
    [literal('POINT(0 0)'), wkt('POINT(0 0)'), uom('metre')],
    [wkt('POINT(0 0)'), wkt('POLYGON((0 0,1 0,1 1,0 0))'), uom('metre')],
    [wkt('POINT(0 0)'), wkt('POINT(0 0)'), uom('league')],
    [wkt('POINT(0 0)'), wkt('POINT(0 0)'), blankNode('metre')],
    [iri('x:point'), wkt('POINT(0 0)'), uom('metre')],
  ])('of %j and %j in %j is an error', (...args) => expect(call(geof('distance'), ...args)).toBeUndefined())
})

describe('geof:sfWithin', () => {
  const square = 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))'
  test.each([
    ['POINT(3 3)', square, 'true'],
    ['POINT(5 3)', square, 'false'],
    // In the hole, on the edge of it and on the outside.
    ['POINT(1.5 1.5)', square, 'false'],
    ['POINT(1 1.5)', square, 'false'],
    ['POINT(0 2)', square, 'false'],
    ['POINT(4 4)', square, 'false'],
    ['POINT(11 1)', `MULTI${square.replace('POLYGON', 'POLYGON(')}, ((10 0, 12 0, 12 2, 10 2, 10 0)))`, 'true'],
    ['POINT(1 2)', 'POINT(1 2)', 'true'],
    ['POINT(1 2)', 'POINT(2 1)', 'false'],
    ['POINT EMPTY', square, 'false'],
    ['POINT(1 2)', 'POLYGON EMPTY', 'false'],
    ['POINT(3 3)', '<http://www.opengis.net/def/crs/EPSG/0/4326> POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 'true'],
  ])('%s in %s is %s', (point, area, expected) => {
    expect(show(call(geof('sfWithin'), wkt(point), wkt(area)))).toBe(`"${expected}"^^boolean`)
  })

  test('of a polygon, or of what is no geometry, is an error', () => {
    expect(call(geof('sfWithin'), wkt(square), wkt(square))).toBeUndefined()
    expect(call(geof('sfWithin'), wkt('POINT(1 2)'), literal(square))).toBeUndefined()
  })
})

test('the number of arguments is known', () => {
  expect([arityOf(geof('distance')), arityOf(geof('sfWithin'))]).toEqual([3, 2])
})
