import { describe, expect, test } from 'vitest'
import { equal, greater, greaterOrEqual, less, lessOrEqual, notEqual } from '../../../src/query/functions/compare.ts'
import { blankNode, iri, literal, type Term, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { int, show, typed, variety } from './terms.ts'

const thing = iri('http://example.org/thing')
const own = (text: string) => literal(text, iri('http://example.org/type'))
const triple = (object: Term) => tripleTerm(thing, thing, object)

describe('=', () => {
  test.each([
    // Numbers by value, after promotion.
    [int(1), typed('01', 'integer'), true],
    [int(1), typed('1.0', 'decimal'), true],
    [int(1), typed('1', 'byte'), true],
    [typed('0.1', 'float'), typed('0.1', 'double'), false],
    [int('9007199254740993'), typed('9007199254740992', 'double'), true],
    [int('9007199254740993'), int('9007199254740992'), false],
    [typed('0.1', 'decimal'), typed('0.1', 'double'), true],
    [typed('-0', 'double'), typed('0', 'double'), true],
    [typed('NaN', 'double'), typed('NaN', 'double'), false],
    [typed('INF', 'double'), typed('INF', 'float'), true],
    // Values of one type.
    [typed('1', 'boolean'), typed('true', 'boolean'), true],
    [typed('2024-12-31T24:00:00Z', 'dateTime'), typed('2025-01-01T00:00:00Z', 'dateTime'), true],
    [typed('2024-01-01T12:00:00', 'dateTime'), typed('2024-01-01T13:00:00+01:00', 'dateTime'), true],
    [typed('2024-01-01T12:00:00.10Z', 'dateTime'), typed('2024-01-01T12:00:00.1Z', 'dateTime'), true],
    [typed('P1D', 'dayTimeDuration'), typed('PT24H', 'dayTimeDuration'), true],
    [typed('PT0S', 'dayTimeDuration'), typed('P0M', 'yearMonthDuration'), true],
    // A date with a timezone may or may not be one without.
    [typed('2006-08-23', 'date'), typed('2006-08-23', 'date'), true],
    [typed('2006-08-23', 'date'), typed('2006-08-23Z', 'date'), undefined],
    [typed('2006-08-23Z', 'date'), typed('2006-08-23+00:00', 'date'), true],
    [typed('2006-08-23', 'date'), typed('2001-01-01Z', 'date'), false],
    // Values of two types.
    [typed('2006-08-23', 'date'), typed('2006-08-23T00:00:00', 'dateTime'), false],
    [literal('1'), int(1), false],
    [typed('true', 'boolean'), literal('true'), false],
    // What is not known, or no value, is equal to itself only.
    [own('a'), own('a'), true],
    [own('a'), own('b'), undefined],
    [own('a'), literal('a'), undefined],
    [own('a'), int(1), undefined],
    [typed('x', 'integer'), typed('x', 'integer'), true],
    [typed('x', 'integer'), int(1), undefined],
    [typed('x', 'integer'), literal('x'), undefined],
    // Strings in a language are equal to nothing else.
    [taggedLiteral('a', 'en'), taggedLiteral('a', 'EN'), true],
    [taggedLiteral('a', 'en'), taggedLiteral('a', 'fr'), false],
    [taggedLiteral('a', 'en'), taggedLiteral('a', 'en', 'ltr'), false],
    [taggedLiteral('a', 'en'), literal('a'), false],
    [taggedLiteral('a', 'en'), own('a'), false],
    [taggedLiteral('a', 'en'), typed('x', 'integer'), false],
    // Terms of all kinds.
    [thing, iri('http://example.org/thing'), true],
    [thing, literal(thing.value), false],
    [blankNode('a'), blankNode('a'), true],
    [blankNode('a'), blankNode('b'), false],
    [blankNode('a'), thing, false],
    [triple(int(123)), triple(typed('123.0', 'decimal')), true],
    [triple(int(123)), triple(int(124)), false],
    [triple(own('a')), triple(own('b')), undefined],
    [tripleTerm(blankNode('a'), thing, own('a')), triple(own('b')), false],
    [triple(int(1)), thing, false],
  ])('of %o and %o is %s', (a, b, expected) => {
    expect(equal(a, b)).toBe(expected)
    expect(equal(b, a)).toBe(expected)
    expect(notEqual(a, b)).toBe(expected === undefined ? undefined : !expected)
  })

  test('is true for the same term, but for NaN', () => {
    const unequal = variety.filter((term) => equal(term, term) !== true)
    expect(unequal.map(show)).toEqual(['"NaN"^^float', '"NaN"^^double'])
  })
})

/** The test data-2 of SPARQL 1.0's open-world: which of x1 … x8 is = and != to which. */
test('open-eq-07, open-eq-08 and open-eq-12', () => {
  const xyz = [
    literal('xyz'),
    taggedLiteral('xyz', 'en'),
    taggedLiteral('xyz', 'EN'),
    literal('xyz'),
    typed('xyz', 'integer'),
    own('xyz'),
    blankNode('xyz'),
    iri('http://example/xyz'),
  ]
  const signs = xyz.map((a) => xyz.map((b) => ({ true: '=', false: '!', undefined: '?' })[`${equal(a, b)}`]).join(''))
  expect(signs).toEqual([
    '=!!=??!!',
    '!==!!!!!',
    '!==!!!!!',
    '=!!=??!!',
    '?!!?=?!!',
    '?!!??=!!',
    '!!!!!!=!',
    '!!!!!!!=',
  ])
})

describe('< and its like', () => {
  const relations = { '<': [less, lessOrEqual], '>': [greater, greaterOrEqual], '=': [lessOrEqual, greaterOrEqual] }
  const all = [less, lessOrEqual, greater, greaterOrEqual]

  test.each([
    [int(1), '<', typed('1.5', 'decimal')],
    [int(-1), '<', typed('1', 'unsignedByte')],
    [int('123456789012345678901'), '<', int('123456789012345678902')],
    [typed('0.1', 'decimal'), '<', typed('0.10000001', 'double')],
    [typed('-INF', 'double'), '<', int('-123456789012345678901')],
    [int(1), '=', typed('1.0', 'float')],
    [literal('a'), '<', literal('b')],
    [literal('Z'), '<', literal('a')],
    [literal('a'), '<', literal('aa')],
    // By code point, where the surrogates of U+1F600 are less than U+FFEE.
    [literal('\uffee'), '<', literal('\u{1f600}')],
    [typed('0', 'boolean'), '<', typed('true', 'boolean')],
    [typed('2024-01-01T00:00:00+01:00', 'dateTime'), '<', typed('2024-01-01T00:00:00Z', 'dateTime')],
    [typed('2024-01-01T00:00:00.5Z', 'dateTime'), '>', typed('2024-01-01T00:00:00', 'dateTime')],
    [typed('-0001-12-31T00:00:00Z', 'dateTime'), '<', typed('0000-01-01T00:00:00Z', 'dateTime')],
    [typed('12024-01-01T00:00:00Z', 'dateTime'), '>', typed('2024-01-01T00:00:00Z', 'dateTime')],
    [typed('2006-08-23Z', 'date'), '>', typed('2006-08-22', 'date')],
    [typed('12:00:00', 'time'), '<', typed('12:00:01', 'time')],
    [typed('PT25H', 'dayTimeDuration'), '>', typed('P1D', 'dayTimeDuration')],
    [typed('P13M', 'yearMonthDuration'), '>', typed('P1Y', 'yearMonthDuration')],
  ] as const)('%o %s %o', (a, sign, b) => {
    const holding: readonly unknown[] = relations[sign]
    for (const relation of all) expect(relation(a, b), relation.name).toBe(holding.includes(relation))
  })

  test.each([
    [literal('1'), int(1)],
    [taggedLiteral('a', 'en'), taggedLiteral('b', 'en')],
    [thing, thing],
    [own('a'), own('a')],
    [typed('x', 'integer'), int(1)],
    [typed('2024-01-01', 'date'), typed('2024-01-01T00:00:00', 'dateTime')],
    [typed('P1Y', 'duration'), typed('P2Y', 'duration')],
    [typed('true', 'boolean'), int(1)],
  ])('of %o and %o are errors', (a, b) => {
    for (const relation of all) expect(relation(a, b)).toBeUndefined()
  })

  test('are all false with NaN', () => {
    for (const relation of all) expect(relation(typed('NaN', 'double'), int(1))).toBe(false)
  })
})
