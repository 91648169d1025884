/**
 * Values that are larger than are reckoned with end the query: an error of the row would look like an answer.
 */
import { expect, test } from 'vitest'
import { createAccumulator } from '../../../src/query/functions/aggregates.ts'
import { orderKey } from '../../../src/query/functions/order.ts'
import type { Term } from '../../../src/rdf/terms.ts'
import { call, int, show, typed } from './terms.ts'

const nines = (count: number) => '9'.repeat(count)
const integer = (digits: number) => typed(nines(digits), 'integer')
const tooLarge = expect.objectContaining({ code: 'query-too-large' })

test.each<[what: string, name: string, args: readonly Term[]]>([
  ['a sum of more digits', '+', [integer(4000), int(1)]],
  ['a difference of more digits', '-', [typed(`-${nines(3999)}`, 'integer'), integer(4000)]],
  ['a product of more digits', '*', [integer(2001), integer(2001)]],
  ['a decimal of more digits', '*', [typed(`${nines(2001)}.5`, 'decimal'), typed(`${nines(2001)}.5`, 'decimal')]],
  ['a quotient of more digits', '/', [typed(nines(3995), 'decimal'), typed('0.0000001', 'decimal')]],
  ['an integer literal', '+', [integer(4001), int(1)]],
  ['a decimal literal', '+', [typed(`0.${nines(4000)}`, 'decimal'), int(1)]],
  ['whether it is a number', 'isnumeric', [integer(4001)]],
  ['what it equals', '=', [integer(4001), int(1)]],
  ['a year', 'year', [typed('123456789-01-01T00:00:00Z', 'dateTime')]],
  ['a year of so many digits that days are not exact', 'year', [typed(`${nines(400)}-12-31T24:00:00Z`, 'dateTime')]],
  ['a date', '<', [typed('-100000000-01-01', 'date'), typed('2000-01-01', 'date')]],
  ['a duration', '=', [typed(`P${nines(17)}Y`, 'duration'), typed('P1Y', 'duration')]],
])('%s', (_, name, args) => expect(() => call(name, ...args)).toThrow(tooLarge))

test.each<[what: string, name: string, args: readonly Term[], result: string]>([
  ['the largest sum', '-', [integer(4000), int(9)], `"${nines(3999)}0"^^integer`],
  ['what is no number at any length', 'isnumeric', [typed(`${nines(5000)}x`, 'integer')], '"false"^^boolean'],
  ['what is no date at any length', 'year', [typed('123456789-13-01T00:00:00Z', 'dateTime')], 'error'],
  ['the largest year', 'year', [typed('99999999-12-31T00:00:00Z', 'dateTime')], '"99999999"^^integer'],
])('%s is reckoned with', (_, name, args, result) => {
  expect(show(call(name, ...args))).toBe(result)
})

test('what is sorted and what is summed up', () => {
  expect(() => orderKey(integer(4001))).toThrow(tooLarge)
  const sum = createAccumulator('sum', { separator: '' })
  sum.add(integer(4000))
  expect(() => sum.add(int(1))).toThrow(tooLarge)
})
