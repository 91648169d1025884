import { describe, expect, test } from 'vitest'
import { less } from '../../../src/query/functions/compare.ts'
import { compareForOrder } from '../../../src/query/functions/order.ts'
import { literal, type Term, taggedLiteral, termKey } from '../../../src/rdf/terms.ts'
import { int, show, typed, variety } from './terms.ts'

/** Numbers where promotion would make an order that goes in circles, beside what else there is. */
const terms: readonly (Term | undefined)[] = [
  undefined,
  ...variety,
  int('9007199254740992'),
  int('9007199254740994'),
  typed('9007199254740993.5', 'decimal'),
  typed('16777217', 'float'),
  int(16777217),
  int(16777216),
  typed('0.1000000000000000055', 'decimal'),
  typed('0.100000001', 'decimal'),
  typed('01.50', 'decimal'),
  taggedLiteral('Ab', 'fr'),
  literal('a\u0000'),
  literal('\ud800'),
]

const keyOf = (term: Term | undefined) => (term ? termKey(term) : '')

describe('the order of ORDER BY', () => {
  test('is total: two ways round it is the reverse, and 0 for the same term only', () => {
    for (const a of terms) {
      for (const b of terms) {
        const there = Math.sign(compareForOrder(a, b))
        expect(there + Math.sign(compareForOrder(b, a)), `${show(a)} ${show(b)}`).toBe(0)
        expect(there === 0).toBe(keyOf(a) === keyOf(b))
      }
    }
  })

  test('is transitive', () => {
    const bad = terms.flatMap((a) =>
      terms
        .filter((b) => compareForOrder(a, b) < 0)
        .flatMap((b) => terms.filter((c) => compareForOrder(b, c) < 0 && compareForOrder(a, c) >= 0)),
    )
    expect(bad).toEqual([])
  })

  test('agrees with <', () => {
    const known = terms.filter((term) => term !== undefined)
    const bad = known.flatMap((a) => known.filter((b) => less(a, b) && compareForOrder(a, b) >= 0))
    expect(bad).toEqual([])
  })

  test('is unbound, blank nodes, IRIs, literals by kind and value, triple terms', () => {
    expect(variety.toSorted(compareForOrder).map(show)).toEqual([
      '_:b',
      '<http://example.org/x>',
      '<http://example.org/ÿ>',
      '"NaN"^^double',
      '"NaN"^^float',
      '"-INF"^^double',
      '"-9223372036854775808"^^integer',
      '"-2.5e0"^^double',
      '"-1.5"^^decimal',
      '"-1"^^integer',
      '"-0"^^float',
      '"-0.0"^^double',
      '"0"^^integer',
      '"0.0"^^decimal',
      '".001"^^decimal',
      '"0.1"^^double',
      '"0.1"^^float',
      '"+01"^^integer',
      '"1"^^byte',
      '"1"^^float',
      '"1"^^integer',
      '"1.0"^^decimal',
      '"1.0E0"^^double',
      '"2.5"^^decimal',
      '"5"^^positiveInteger',
      '"7"^^integer',
      '"9007199254740992"^^double',
      '"9007199254740993"^^integer',
      '"9223372036854775807"^^integer',
      '"1e300"^^double',
      '"INF"^^double',
      '""',
      '" 1.50 "',
      '"1"',
      '"Ab"',
      '"a"',
      '"a"@en',
      '"a"@en--ltr',
      '"a"@en--rtl',
      '"a"@en-gb',
      '"b"',
      '"b"@en',
      '"straße"',
      '"true"',
      '"\uffee"',
      '"\u{1f600}"',
      '"false"^^boolean',
      '"1"^^boolean',
      '"true"^^boolean',
      '"-0044-03-15T00:00:00Z"^^dateTime',
      '"2024-02-29T12:30:15.25"^^dateTime',
      '"2024-02-29T12:30:15.250Z"^^dateTime',
      '"2024-02-29T13:30:15.25+01:00"^^dateTime',
      '"2024-12-31T24:00:00Z"^^dateTime',
      '"12024-01-01T00:00:00-05:30"^^dateTime',
      '"2024-02-29"^^date',
      '"2024-02-29Z"^^date',
      '"2024-03-01+14:00"^^date',
      '"12:30:15"^^time',
      '"12:30:15Z"^^time',
      '"P1DT2H"^^dayTimeDuration',
      '"PT26H"^^dayTimeDuration',
      '"-P14M"^^yearMonthDuration',
      '"P1Y"^^yearMonthDuration',
      '"P12M"^^duration',
      '"P1YT1S"^^duration',
      '"-1"^^unsignedInt',
      '"128"^^byte',
      '"1e0"^^decimal',
      '"2023-02-29T00:00:00Z"^^dateTime',
      '"TRUE"^^boolean',
      '"a"^^<http://example.org/type>',
      '"b"^^<http://example.org/type>',
      '"inf"^^double',
      '"x"^^integer',
      '<<( _:b <http://example.org/p> "x"^^integer )>>',
      '<<( <http://example.org/s> <http://example.org/p> "1"^^integer )>>',
      '<<( <http://example.org/s> <http://example.org/p> "1.0"^^decimal )>>',
    ])
  })
})
