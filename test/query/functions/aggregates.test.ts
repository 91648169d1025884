import { describe, expect, test } from 'vitest'
import type { AggregateName } from '../../../src/query/algebra.ts'
import { createAccumulator } from '../../../src/query/functions/aggregates.ts'
import { blankNode, iri, literal, type Term, taggedLiteral } from '../../../src/rdf/terms.ts'
import { int, show, typed } from './terms.ts'

function aggregate(name: AggregateName, terms: readonly (Term | undefined)[], separator = ' '): string {
  const accumulator = createAccumulator(name, { separator })
  for (const term of terms) accumulator.add(term)
  return show(accumulator.result())
}

const text = (value: string) => literal(value)
const decimal = (value: string) => typed(value, 'decimal')

test.each<[AggregateName, readonly (Term | undefined)[], string]>([
  ['count', [], '"0"^^integer'],
  ['count', [int(1), undefined, text('a')], '"2"^^integer'],
  ['sum', [], '"0"^^integer'],
  ['sum', [int(1), int(2), int(3)], '"6"^^integer'],
  ['sum', [typed('1', 'byte')], '"1"^^integer'],
  ['sum', [int(1), decimal('1.5')], '"2.5"^^decimal'],
  ['sum', [decimal('0.1'), decimal('0.2')], '"0.3"^^decimal'],
  ['sum', [int(1), decimal('1.5'), typed('2', 'float')], '"4.5E0"^^float'],
  ['sum', [int('9007199254740991'), int(2)], '"9007199254740993"^^integer'],
  ['sum', [int(1), text('2')], 'error'],
  ['sum', [int(1), undefined, int(1)], 'error'],
  ['avg', [], '"0"^^integer'],
  ['avg', [int(1), int(2)], '"1.5"^^decimal'],
  ['avg', [int(2), int(2)], '"2"^^decimal'],
  ['avg', [typed('1', 'double'), int(2)], '"1.5E0"^^double'],
  ['avg', [int(1), blankNode('b')], 'error'],
  ['avg', [undefined], 'error'],
  ['min', [], 'error'],
  ['min', [int(10), decimal('9.5'), typed('1e1', 'double')], '"9.5"^^decimal'],
  ['min', [int(1), text('a'), iri('http://example.org/'), blankNode('b')], '_:b'],
  ['min', [int(1), undefined], 'error'],
  ['max', [], 'error'],
  ['max', [int(9), int(10), decimal('9.5')], '"10"^^integer'],
  ['max', [text('b'), text('a'), int(1)], '"b"'],
  ['max', [undefined, int(1)], 'error'],
  ['sample', [], 'error'],
  ['sample', [undefined, int(1), int(2)], '"1"^^integer'],
  ['group_concat', [], '""'],
  ['group_concat', [text('a'), taggedLiteral('b', 'en')], '"a b"'],
  ['group_concat', [taggedLiteral('b', 'en')], '"b"'],
  ['group_concat', [text('a'), undefined], 'error'],
  ['group_concat', [text('a'), int(1)], 'error'],
])('%s of %j is %s', (name, terms, expected) => {
  expect(aggregate(name, terms)).toBe(expected)
})

describe('GROUP_CONCAT', () => {
  test('has its separator between the texts', () => {
    expect(aggregate('group_concat', [text('a'), text(''), text('b')], ', ')).toBe('"a, , b"')
  })

  test('of more than 1 MB ends the query before the text is made', () => {
    const accumulator = createAccumulator('group_concat', { separator: '-'.repeat(1000) })
    const add = () => {
      for (let row = 0; row < 1100; row++) accumulator.add(text('x'))
    }
    expect(add).toThrow(expect.objectContaining({ code: 'query-too-large' }))
  })

  test('is charged for what it holds', () => {
    const charged: number[] = []
    const accumulator = createAccumulator('group_concat', { separator: ', ', charge: (units) => charged.push(units) })
    for (const value of ['ab', 'c']) accumulator.add(text(value))
    expect(charged).toEqual([2, 3])
  })
})
