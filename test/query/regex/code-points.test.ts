import { expect, test } from 'vitest'
import { block } from '../../../src/query/regex/blocks.ts'
import { withCaseVariants } from '../../../src/query/regex/case-variants.ts'
import { category } from '../../../src/query/regex/categories.ts'
import {
  allCodePoints,
  complement,
  difference,
  has,
  noCodePoint,
  range,
  toRe2,
  union,
} from '../../../src/query/regex/code-points.ts'
import { Random } from '../../fuzz/random.ts'

test.each(Array.from({ length: 200 }, (_, index) => index))('sets are what their members say (%i)', (index) => {
  const random = new Random(1, index)
  const some = () =>
    union(
      ...Array.from({ length: random.int(0, 4) }, () => {
        const first = random.int(0, 12)
        return range(first, first + random.int(0, 4))
      }),
    )
  const [one, other] = [some(), some()]
  for (let codePoint = 0; codePoint < 20; codePoint++) {
    const [inOne, inOther] = [has(one, codePoint), has(other, codePoint)]
    expect(has(union(one, other), codePoint)).toBe(inOne || inOther)
    expect(has(complement(one), codePoint)).toBe(!inOne)
    expect(has(difference(one, other), codePoint)).toBe(inOne && !inOther)
  }
  expect(complement(complement(one))).toEqual(one)
})

test('all and none are each other’s complement', () => {
  expect(complement(allCodePoints)).toEqual(noCodePoint)
  expect(complement(noCodePoint)).toEqual(allCodePoints)
})

test.each([
  [range(0x61), 'a'],
  [range(0x61, 0x63), '[a-c]'],
  [range(0x2d), '\\x{2d}'],
  [union(range(0x5d, 0x5e), range(0xe9)), '[\\x{5d}-\\x{5e}é]'],
  [noCodePoint, '[^\\x{0}-\u{10ffff}]'],
])('%j is written %s', (set, written) => expect(toRe2(set)).toBe(written))

test.each(['L', 'Lu', 'Nd', 'P', 'Cn', 'C'])('category %s has the characters that JavaScript knows in it', (name) => {
  const set = category(name)!
  const pattern = new RegExp(`^\\p{${name}}$`, 'u')
  for (let codePoint = 0; codePoint < 0x110000; codePoint += codePoint < 0x3000 ? 1 : 61) {
    if (codePoint >= 0xd800 && codePoint < 0xe000) continue
    expect(has(set, codePoint)).toBe(pattern.test(String.fromCodePoint(codePoint)))
  }
})

test('surrogates, scripts and properties are no categories', () => {
  for (const name of ['Cs', 'LC', 'Latin', 'Alphabetic', 'lu', '']) expect(category(name)).toBeUndefined()
})

test('blocks have the ends that the standard gives them', () => {
  expect(block('BasicLatin')).toEqual(range(0, 0x7f))
  expect(block('Tifinagh')).toEqual(range(0x2d30, 0x2d7f))
  expect(block('Emoticons')).toEqual(range(0x1f600, 0x1f64f))
  expect(block('PrivateUse')).toEqual(union(range(0xe000, 0xf8ff), range(0xf0000, 0x10ffff)))
  expect(block('Basic Latin')).toBeUndefined()
})

test('case-variants are found among the characters that have a case', () => {
  expect(withCaseVariants(range(0x6b))).toEqual(union(range(0x4b), range(0x6b), range(0x212a)))
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    if (codePoint >= 0xd800 && codePoint < 0xe000) continue
    const character = String.fromCodePoint(codePoint)
    const others = [character.toLowerCase(), character.toUpperCase()].filter((other) => other !== character)
    if (others.length === 0) continue
    if (codePoint > 0x1ffff) throw new Error(`${character} has a case`)
    for (const other of others) {
      if ([...other].length > 1) continue
      if (other.toLowerCase() === other && other.toUpperCase() === other) throw new Error(`${other} has no other case`)
    }
  }
})
