/**
 * Random patterns on random texts: what is valid, what matches and what is replaced, as others see it.
 */
import { describe, expect, test } from 'vitest'
import { compile } from 'xspattern'
import { InvalidPattern, matches, replace } from '../../../src/query/regex/regex.ts'
import { Random } from '../../fuzz/random.ts'
import { type Dialect, randomPattern, randomText } from './patterns.ts'

const alphabet = ['a', 'b', 'c', 'A', 'B', '-', '_', '^', '.', '1', ' ', '\n', 'é', 'Ω', '😀', ']']

/** XML Schema's language, which matches whole texts and has no anchors. */
const xmlSchema: Dialect = {
  atoms: [...['a', 'b', 'é', '1', '-', '😀', ' ', '.', ',', ':'], ...escapes(), '}', ']', '\\z', '\\'],
  members: [...['a', 'b', 'a-c', 'A-Z', '-', '^', '.', '1', 'é', 'b-a', '+', '[', '😀-😂', '--'], ...escapes()],
  quantifiers: ['?', '*', '+', '{2}', '{1,2}', '{0,3}', '{2,}', '{0}', '{2,1}', '{,2}', '{', '**'],
  groups: ['('],
  subtraction: true,
}

/** What JavaScript and XPath have in common, with anchors, groups that do not capture and lazy quantifiers. */
const inCommon: Dialect = {
  atoms: ['a', 'b', 'c', 'A', '1', '_', ' ', '.', '^', '$', '\\.', '\\n', '\\p{Lu}', '\\d'],
  members: ['a', 'b', 'a-c', 'A-Z', '1', '_', '\\-', '\\n', '\\p{Ll}'],
  quantifiers: ['?', '*', '+', '{2}', '{1,2}', '??', '*?', '+?', '{1,2}?', '{2,}?'],
  groups: ['(', '(?:'],
  subtraction: false,
}

function escapes(): string[] {
  const letters = [
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\i',
    '\\I',
    '\\c',
    '\\C',
    '\\n',
    '\\-',
    '\\^',
    '\\[',
    '\\]',
  ]
  return [...letters, '\\p{Lu}', '\\P{L}', '\\p{IsBasicLatin}', '\\p{IsGreek}', '\\p{X}', '\\.']
}

const cases = 1500

describe('xspattern', () => {
  test('finds the same patterns valid, and matches the same texts', () => {
    const differences: unknown[] = []
    let valid = 0
    let matching = 0
    for (let index = 0; index < cases; index++) {
      const random = new Random(7, index)
      const pattern = randomPattern(random, xmlSchema)
      const theirs = valued(() => compile(pattern))
      const ours = (text: string) => valued(() => matches(text, `^(${pattern})$`, ''))
      if (theirs === undefined) {
        if (ours('a') !== undefined) differences.push({ pattern, valid: 'here only' })
        continue
      }
      valid++
      for (let texts = 0; texts < 8; texts++) {
        const text = randomText(random, alphabet)
        const expected = theirs(text)
        if (expected) matching++
        if (ours(text) !== expected) differences.push({ pattern, text, expected })
      }
    }
    expect(differences).toEqual([])
    expect(valid).toBeGreaterThan(cases / 3)
    expect(matching).toBeGreaterThan(cases / 10)
  })
})

describe('JavaScript', () => {
  test.each(['', 'i', 's', 'm', 'ims'])('matches and replaces the same with flags %j', (flags) => {
    const differences: unknown[] = []
    let replaced = 0
    for (let index = 0; index < cases; index++) {
      const random = new Random(11, index)
      const pattern = randomPattern(random, inCommon)
      // Where the text ends with a newline, the two have other lines.
      const text = randomText(random, ['a', 'b', 'c', 'A', 'B', '1', '_', ' ', '\n']).replace(/\n$/, '')
      // JavaScript ignores the case of properties too.
      if (flags.includes('i') && pattern.includes('\\p')) continue
      // What JavaScript does not let repeat.
      if (/[$^][?*+{]/.test(pattern)) continue
      const theirs = new RegExp(pattern, `gu${flags}`)
      const found = text.search(theirs) >= 0
      if (matches(text, pattern, flags) !== found) differences.push({ pattern, text, found })
      if (new RegExp(pattern, `u${flags}`).test('')) continue
      const expected = text.replaceAll(
        theirs,
        (whole, ...groups) => `<${whole}|${typeof groups[0] === 'string' && groups.length > 2 ? groups[0] : ''}>`,
      )
      const ours = replace(text, pattern, pattern.includes('(') ? '<$0|$1>' : '<$0|>', flags)
      if (found) replaced++
      if (ours !== expected) differences.push({ pattern, text, expected, ours })
    }
    expect(differences).toEqual([])
    expect(replaced).toBeGreaterThan(cases / 20)
  })
})

/** undefined where the pattern is not valid. */
function valued<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof InvalidPattern || /^Error: Error parsing pattern/.test(String(error))) return undefined
    throw error
  }
}
