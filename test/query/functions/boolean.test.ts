import { expect, test } from 'vitest'
import { booleanLiteral, effectiveBooleanValue } from '../../../src/query/functions/boolean.ts'
import { iri, literal, taggedLiteral } from '../../../src/rdf/terms.ts'
import { int, typed } from './terms.ts'

test.each([
  [booleanLiteral(true), true],
  [booleanLiteral(false), false],
  [typed('1', 'boolean'), true],
  [typed('0', 'boolean'), false],
  [typed('z', 'boolean'), undefined],
  [literal('a'), true],
  [literal(''), false],
  [taggedLiteral('a', 'en'), undefined],
  [int(0), false],
  [int(-2), true],
  [int('0000000000000000000'), false],
  [int('12345678901234567890'), true],
  [typed('x', 'integer'), undefined],
  [typed('0.00', 'decimal'), false],
  [typed('-0', 'double'), false],
  [typed('NaN', 'float'), false],
  [typed('INF', 'double'), true],
  [typed('2025-08-18', 'date'), undefined],
  [literal('a', iri('http://example.org/type')), undefined],
  [iri('http://example.org/'), undefined],
])('the effective boolean value of %o is %s', (term, expected) => {
  expect(effectiveBooleanValue(term)).toBe(expected)
})
