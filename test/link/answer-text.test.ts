/**
 * Text of others: what is refused, what is taken out, and what a terminal is shown.
 */
import { describe, expect, test } from 'vitest'
import { answerText, answerTexts } from '../../src/link/answer-text.ts'
import { shownText } from '../../src/link/table.ts'

describe('text of an answer', () => {
  test.each(['a\u001bb', 'a\u202eb', 'a\u2028b', 'a\ud800b', 'x'.repeat(2001)])('%j is refused', (text) => {
    expect(answerText.safeParse(text).success).toBe(false)
  })

  test.each([
    ['Li\u200ell\u200be\u061c\ufeff', 'Lille'],
    [`e${'\u0301'.repeat(1900)}t`, `e${'\u0301'.repeat(4)}t`],
    ['tag\u{e0041}\u{e0042}', 'tag'],
    ['Cœur de ville 日本', 'Cœur de ville 日本'],
  ])('%j is read as %j', (text, read) => {
    expect(answerText.parse(text)).toBe(read)
    expect(answerTexts.parse({ name: text })).toEqual({ name: read })
  })
})

test.each([
  ['a\u200eb', 'a�b'],
  ['a\u200bb\u061c', 'a�b�'],
  [`e${'\u0301'.repeat(6)}`, `e${'\u0301'.repeat(4)}�`],
])('a terminal is shown %j as %j', (text, shown) => expect(shownText(text)).toBe(shown))
