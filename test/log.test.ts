import { describe, expect, test } from 'vitest'
import { withoutWords } from '../src/log.ts'

describe('an error in the log', () => {
  test('is its class, its code and its places, without its words', () => {
    const cause = new SyntaxError('canary\n    at canary')
    const error = Object.assign(new TypeError('canary is no number', { cause }), { code: 'ERR_SOME' })
    const { stack, code } = withoutWords(error)
    expect(code).toBe('ERR_SOME')
    expect(stack).toMatch(/^TypeError\n {4}at .*log\.test\.ts:\d+:\d+/)
    expect(stack).toContain('caused by SyntaxError\n    at ')
    expect(stack).not.toContain('canary')
  })

  test('may come from another process, as text', () => {
    const error = Object.assign(new Error(''), { cause: new Error('canary').stack })
    expect(withoutWords(error).stack).toMatch(/caused by Error\n {4}at .*log\.test\.ts:\d+:\d+/)
    expect(withoutWords(error).stack).not.toContain('canary')
  })

  test.each([undefined, null, 'canary', 7])('may be %j', (thrown) => {
    expect(withoutWords(thrown).stack).not.toContain('canary')
  })
})
