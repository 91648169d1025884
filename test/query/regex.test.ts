import { describe, expect, test } from 'vitest'
import { InvalidPattern, matches, replace } from '../../src/query/regex.ts'

describe('matches', () => {
  test.each([
    ['abc', 'b', '', true],
    ['ABC', 'b', '', false],
    ['ABC', 'b', 'i', true],
    ['a\nb', '^b$', '', false],
    ['a\nb', '^b$', 'm', true],
    ['a\nb', 'a.b', '', false],
    ['a\nb', 'a.b', 's', true],
    ['ab', 'a b', 'x', true],
    ['a b', 'a[ ]b', 'x', true],
    ['a.b', 'a.b', 'q', true],
    ['axb', 'a.b', 'q', false],
    ['Épicerie', '^\\p{Lu}', '', true],
  ])('%j by %j with flags %j is %s', (text, pattern, flags, expected) => {
    expect(matches(text, pattern, flags)).toBe(expected)
  })

  test('is linear where backtracking would never end', () => {
    const started = performance.now()
    expect(matches(`${'a'.repeat(5000)}!`, '(a+)+$', '')).toBe(false)
    expect(matches(`${'a'.repeat(5000)}!`, '(a|aa)+$', '')).toBe(false)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test.each(['(', '[a', '*', 'a{2,1}'])('%j is invalid, which is the row’s error', (pattern) => {
    expect(() => matches('a', pattern, '')).toThrow(InvalidPattern)
  })

  test('unknown flags are invalid', () => expect(() => matches('a', 'a', 'g')).toThrow(InvalidPattern))

  test('a back-reference is refused with its reason', () => {
    expect(() => matches('aa', '(a)\\1', '')).toThrow(expect.objectContaining({ code: 'query-refused' }))
    expect(matches('a\\1', 'a\\\\1', '')).toBe(true)
  })
})

test('a pattern that no person writes is refused', () => {
  expect(() => matches('a', 'a'.repeat(20_000), '')).toThrow(expect.objectContaining({ code: 'query-too-large' }))
})

describe('replace', () => {
  test.each([
    ['abcabc', 'b', 'X', '', 'aXcaXc'],
    ['abc', '(a)(b)', '$2$1', '', 'bac'],
    ['abc', 'b', '[$0]', '', 'a[b]c'],
    ['a.c', '.', '$', 'q', 'a$c'],
    ['abc', 'b', '\\$\\\\', '', 'a$\\c'],
    // As many digits as there are groups (§5.6.4).
    ['abc', '(b)', '[$12]', '', 'a[b2]c'],
    ['abc', '(b)', '[$2]', '', 'a[]c'],
    ['abc', '(b)|(x)', '[$2]', '', 'a[]c'],
    ['abcdefghijk', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)', '$10', '', 'jk'],
  ])('%j, %j by %j (%s) is %j', (text, pattern, replacement, flags, expected) => {
    expect(replace(text, pattern, replacement, flags)).toBe(expected)
  })

  test.each([
    ['a*', 'x'],
    ['a', '$'],
    ['a', '\\x'],
  ])('%j by %j is invalid', (pattern, replacement) => {
    expect(() => replace('abc', pattern, replacement, '')).toThrow(InvalidPattern)
  })

  test('tells how long the result will be, before it is made', () => {
    const told: number[] = []
    replace('abcabc', 'b', '$0$0$0', '', (units) => told.push(units))
    expect(told).toEqual([3, 6])
  })
})
