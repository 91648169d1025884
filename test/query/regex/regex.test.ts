import { describe, expect, test } from 'vitest'
import { InvalidPattern, matches, replace } from '../../../src/query/regex/regex.ts'

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
    // Classes by name are Unicode's (XML Schema 1.1 Part 2 §G.4.2.5).
    ['école', '^\\w+$', '', true],
    ['a_b', '^\\w+$', '', false],
    ['٣', '^\\d$', '', true],
    ['\u00a0', '\\s', '', false],
    ['\u00a0', '\\S', '', true],
    ['\v', '\\s', '', false],
    ['é:n', '^\\i\\c*$', '', true],
    ['1a', '^\\i', '', false],
    ['-.·1', '^\\c+$', '', true],
    ['a b', '^\\I\\C', '', false],
    ['αβ', '^\\p{IsGreekandCoptic}+$', '', true],
    ['αβ', '^\\p{IsGreek}+$', '', true],
    ['é', '^\\p{IsLatin-1Supplement}$', '', true],
    ['é', '^\\P{IsBasicLatin}$', '', true],
    ['😀', '^.$', '', true],
    ['😀', '^[😀-😂]$', '', true],
    ['x', '[a-z-[aeiou]]', '', true],
    ['e', '[a-z-[aeiou]]', '', false],
    ['e', '[a-z-[b-y-[e]]]', '', true],
    ['5', '[^\\d-[5]]', '', false],
    ['a', '[^\\d-[5]]', '', true],
    ['-', '^[a-]$', '', true],
    ['-', '^[-a]$', '', true],
    ['-', '^[a-c-e]$', '', true],
    ['^', '^[a^]$', '', true],
    ['$', '^\\$$', '', true],
    // . is every character but those that end a line (§5.6.1).
    ['a\rb', 'a.b', '', false],
    ['a\u2028b', 'a.b', '', true],
    ['a\rb', 'a.b', 's', true],
    // $ is the end and not the newline before it (§5.6.1).
    ['a\n', 'a$', '', false],
    // No line begins after the newline that ends the text, and that is no end of a line either (§5.6.2, flag m).
    ['a\n', 'a$', 'm', true],
    ['a\n', '^$', 'm', false],
    ['a\n\n', '^$', 'm', true],
    ['a\n', '\\n^', 'm', false],
    ['a\nb', '\\n^', 'm', true],
    ['a\n', '\\n$', 'm', false],
    ['a\nb\n', '^b$', 'm', true],
    ['a\nb_2\n', '^[a-z]_\\d$', 'm', true],
    ['a\nb_2\n', '^\\w.[^3]$', 'm', true],
    ['a\nb_2\n', '[_]\\n$', 'm', false],
    ['', '^$', 'm', true],
    ['\n', '^$', 'm', true],
    // Case-variants: characters and ranges, but not classes by name (§5.6.2, flag i).
    ['\u212a', 'k', 'i', true],
    ['K', '[j-l]', 'i', true],
    ['ÉCOLE', 'école', 'i', true],
    ['ς', 'Σ', 'i', true],
    ['ß', 'SS', 'i', false],
    ['I', '[A-Z-[IO]]', 'i', false],
    ['i', '[A-Z-[IO]]', 'i', false],
    ['b', '[A-Z-[IO]]', 'i', true],
    ['a', '\\p{Lu}', 'i', false],
    ['A', '[^a]', 'i', false],
    ['a.B', 'A.b', 'iq', true],
    // White space outside of classes, also between the signs of an escape (§5.6.2, flag x).
    ['hello world', 'hello[ ]world', 'x', true],
    ['helloworld', 'hello world', 'x', true],
    ['A', '\\p{ I s B a s i c L a t i n }', 'x', true],
    ['1', '\\ d', 'x', true],
    ['[ ]', '\\[ \\ ]', 'x', false],
    ['a b', 'a b', 'qx', true],
    // More than RE2 repeats in one.
    ['a'.repeat(1500), '^a{1500}$', '', true],
    ['a'.repeat(1499), '^a{1500}$', '', false],
    ['a'.repeat(2500), '^.{1001,}$', '', true],
    ['a'.repeat(1000), '^.{1001,}$', '', false],
    ['a'.repeat(1999), '^a{0,2000}$', '', true],
    ['a'.repeat(2001), '^a{0,2000}$', '', false],
    ['www.lille.fr.', '^([a-z]{1,63}\\.){1,20}$', '', true],
    ['ab'.repeat(1600), '^(?:(ab){40}){40}$', '', true],
    ['', 'a{0}', '', true],
    ['aaa', '^(a{2,3}?)*$', '', true],
  ])('%j by %j with flags %j is %s', (text, pattern, flags, expected) => {
    expect(matches(text, pattern, flags)).toBe(expected)
  })

  test('is linear where backtracking would never end', () => {
    const started = performance.now()
    expect(matches(`${'a'.repeat(5000)}!`, '(a+)+$', '')).toBe(false)
    expect(matches(`${'a'.repeat(5000)}!`, '(a|aa)+$', '')).toBe(false)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test.each([
    ...['(', '[a', '*', 'a{2,1}', 'a**', 'a{,2}', 'a{1', '{2}', 'a}', 'a]', ')', '(?i)a', '(?=a)', '(?<n>a)', 'a\\'],
    ...[
      '[]',
      '[^]',
      '[b-a]',
      '[a-\\d]',
      '[--a]',
      '[a--]',
      '[[a]]',
      '[a-[b]c]',
      '[-[a]]',
      '\\b',
      '\\A',
      '\\x41',
      '\\u0041',
      '\\0',
    ],
    ...[
      '\\p{Foo}',
      '\\p{Cs}',
      '\\p{IsNowhere}',
      '\\p{Latin}',
      '\\pL',
      '\\p{L',
      '[\\1]',
      '\\1',
      '(a\\1)',
      '(a)\\2',
      '[a&&b',
      '\\é',
    ],
  ])('%j is invalid, which is the row’s error', (pattern) => {
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

test.each([
  ['a{20001}', 'a'],
  ['(a{1000}){1000}', 'a'],
  [`${'('.repeat(300)}a${')'.repeat(300)}`, 'a'],
  ['\\w'.repeat(2000), 'a'],
  [`${'[a-'.repeat(300)}[b${']'.repeat(301)}`, 'a'],
  ['(\\p{L}|\\w){9999999999999999999999}', 'a'],
])('%.30s asks for too much', (pattern, text) => {
  expect(() => matches(text, pattern, '')).toThrow(expect.objectContaining({ code: 'query-too-large' }))
})

test('groups that capture cannot be written out', () => {
  expect(() => replace('a', '(a{1,60}){1,60}', '$1', '')).toThrow(expect.objectContaining({ code: 'query-too-large' }))
  expect(replace(`b${'a'.repeat(1500)}`, '(?:a{1,60}){1,60}', 'x', '')).toBe('bx')
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
    expect([...new Set(told)]).toEqual([2, 3, 4, 7, 8, 9])
  })
})
