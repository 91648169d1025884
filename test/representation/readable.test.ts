import { expect, test } from 'vitest'
import { readableName, shortened } from '../../src/representation/readable.ts'

test('no character is cut into two, and what is short enough has no ellipsis', () => {
  const smiles = `a${'😀'.repeat(159)}`
  expect(readableName(smiles)).toBe(smiles)
  const longer = readableName(`a${'😀'.repeat(1000)}`)
  expect(longer).toBe(`a${'😀'.repeat(159)}…`)
  expect(longer.isWellFormed()).toBe(true)
  expect(shortened('abc', 3)).toBe('abc')
  expect(shortened('abcd', 3)).toBe('abc…')
})

test('signs that turn the direction are left out of names', () => {
  expect(readableName('a\u202eb\u2066c\u2069')).toBe('abc')
})
