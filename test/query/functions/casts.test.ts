import { describe, expect, test } from 'vitest'
import { arityOf, isFunction, namedFunction } from '../../../src/query/functions/table.ts'
import { blankNode, iri, literal, type Term, taggedLiteral } from '../../../src/rdf/terms.ts'
import { call, int, show, typed, xsd } from './terms.ts'

const rows: readonly (readonly [datatype: string, term: Term, result: string])[] = [
  ['string', iri('http://example.org/'), '"http://example.org/"'],
  ['string', typed('1', 'boolean'), '"true"'],
  ['string', typed('+01', 'integer'), '"1"'],
  ['string', typed('1.50', 'decimal'), '"1.5"'],
  ['string', typed('1.0', 'decimal'), '"1"'],
  ['string', typed('1E0', 'double'), '"1"'],
  ['string', typed('1e6', 'double'), '"1.0E6"'],
  ['string', typed('0.000001', 'double'), '"0.000001"'],
  ['string', typed('1e-7', 'double'), '"1.0E-7"'],
  ['string', typed('-0.0', 'double'), '"-0"'],
  ['string', typed('0.1', 'float'), '"0.1"'],
  ['string', typed('INF', 'float'), '"INF"'],
  ['string', typed('NaN', 'double'), '"NaN"'],
  ['string', typed('2024-12-31T24:00:00.0Z', 'dateTime'), '"2025-01-01T00:00:00Z"'],
  ['string', taggedLiteral('a', 'en'), '"a"'],
  ['string', typed('x', 'integer'), '"x"'],
  ['string', blankNode('b'), 'error'],
  ['boolean', literal(' true '), '"true"^^boolean'],
  ['boolean', literal('0'), '"false"^^boolean'],
  ['boolean', literal('TRUE'), 'error'],
  ['boolean', typed('NaN', 'double'), '"false"^^boolean'],
  ['boolean', typed('-0.0', 'decimal'), '"false"^^boolean'],
  ['boolean', typed('2024-01-01', 'date'), 'error'],
  ['integer', literal('\t12\n'), '"12"^^integer'],
  ['integer', literal('1.5'), 'error'],
  ['integer', literal('1 2'), 'error'],
  ['integer', typed('-1.9', 'decimal'), '"-1"^^integer'],
  ['integer', typed('-7.875', 'float'), '"-7"^^integer'],
  ['integer', typed('NaN', 'double'), 'error'],
  ['integer', typed('INF', 'double'), 'error'],
  ['integer', typed('true', 'boolean'), '"1"^^integer'],
  ['integer', typed('5', 'byte'), '"5"^^integer'],
  ['integer', typed('500', 'byte'), 'error'],
  ['integer', literal('123456789012345678901234567890'), '"123456789012345678901234567890"^^integer'],
  ['decimal', literal('+33.3300'), '"33.33"^^decimal'],
  ['decimal', literal('1E0'), 'error'],
  ['decimal', typed('1.25', 'float'), '"1.25"^^decimal'],
  ['decimal', typed('1e21', 'double'), '"1000000000000000000000"^^decimal'],
  ['decimal', typed('-INF', 'double'), 'error'],
  ['double', literal(''), 'error'],
  ['double', literal('-10.2E3'), '"-1.02E4"^^double'],
  ['double', literal('.5'), '"5.0E-1"^^double'],
  ['double', literal('+INF'), '"INF"^^double'],
  ['double', literal('Infinity'), 'error'],
  ['double', literal('0x10'), 'error'],
  ['double', typed('0.1', 'float'), '"1.0000000149011612E-1"^^double'],
  ['double', taggedLiteral('1', 'en'), 'error'],
  ['double', iri('http://example.org/'), 'error'],
  ['float', literal('16777217'), '"1.6777216E7"^^float'],
  ['float', typed('0.1', 'double'), '"1.0E-1"^^float'],
  ['float', typed('1e39', 'double'), '"INF"^^float'],
  ['dateTime', literal(' 2002-10-10T17:00:00Z '), '"2002-10-10T17:00:00Z"^^dateTime'],
  ['dateTime', literal('2002-10-10'), 'error'],
  ['dateTime', typed('2002-10-10+01:00', 'date'), '"2002-10-10T00:00:00+01:00"^^dateTime'],
  ['dateTime', int(1), 'error'],
  ['date', typed('2002-10-10T17:00:00.5Z', 'dateTime'), '"2002-10-10Z"^^date'],
  ['date', literal('2002-02-30'), 'error'],
  ['time', typed('2002-10-10T17:00:00.50Z', 'dateTime'), '"17:00:00.5Z"^^time'],
  ['time', typed('2002-10-10', 'date'), 'error'],
  ['duration', literal('P12MT3600S'), '"P1YT1H"^^duration'],
  ['duration', literal('PT'), 'error'],
  ['duration', literal('P'), 'error'],
  ['dayTimeDuration', literal('-PT36H0.50S'), '"-P1DT12H0.5S"^^dayTimeDuration'],
  ['dayTimeDuration', literal('P1Y'), 'error'],
  ['dayTimeDuration', literal('PT0S'), '"PT0S"^^dayTimeDuration'],
  ['dayTimeDuration', typed('P1YT5S', 'duration'), '"PT5S"^^dayTimeDuration'],
  ['yearMonthDuration', literal('P0M'), '"P0M"^^yearMonthDuration'],
  ['yearMonthDuration', typed('-P14MT5S', 'duration'), '"-P1Y2M"^^yearMonthDuration'],
]

describe('casts', () => {
  test.each(rows.map(([datatype, term, result]) => [datatype, show(term), result, term] as const))(
    'xsd:%s(%s) is %s',
    (datatype, _, result, term) => expect(show(call(xsd(datatype).value, term))).toBe(result),
  )

  test('are the functions that IRIs name, of one argument', () => {
    expect(isFunction(xsd('double').value)).toBe(true)
    expect(arityOf(xsd('double').value)).toBe(1)
    expect(isFunction(xsd('byte').value)).toBe(false)
    expect(namedFunction('http://example.org/function')).toBeUndefined()
    expect(arityOf('http://example.org/function')).toBeUndefined()
  })
})
