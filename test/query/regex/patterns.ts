/**
 * Random patterns, so that most are valid and some are not.
 */
import type { Random } from '../../fuzz/random.ts'

/** What the engine that is asked as a second opinion knows of the language. */
export interface Dialect {
  readonly atoms: readonly string[]
  readonly members: readonly string[]
  readonly quantifiers: readonly string[]
  readonly groups: readonly string[]
  readonly subtraction: boolean
}

export function randomPattern(random: Random, dialect: Dialect, depth = 0): string {
  const branch = () =>
    Array.from({ length: random.int(0, depth ? 3 : 4) }, () => randomPiece(random, dialect, depth)).join('')
  return Array.from({ length: random.chance(0.2) ? 2 : 1 }, branch).join('|')
}

export function randomText(random: Random, alphabet: readonly string[]): string {
  return Array.from({ length: random.int(0, 8) }, () => random.pick(alphabet)).join('')
}

function randomPiece(random: Random, dialect: Dialect, depth: number): string {
  return randomAtom(random, dialect, depth) + (random.chance(0.3) ? random.pick(dialect.quantifiers) : '')
}

function randomAtom(random: Random, dialect: Dialect, depth: number): string {
  if (depth < 3 && random.chance(0.2))
    return `${random.pick(dialect.groups)}${randomPattern(random, dialect, depth + 1)})`
  if (random.chance(0.4)) return randomClass(random, dialect, 0)
  return random.pick(dialect.atoms)
}

function randomClass(random: Random, dialect: Dialect, depth: number): string {
  const members = Array.from({ length: random.int(1, 4) }, () => random.pick(dialect.members)).join('')
  const without =
    dialect.subtraction && depth < 2 && random.chance(0.3) ? `-${randomClass(random, dialect, depth + 1)}` : ''
  return `[${random.chance(0.25) ? '^' : ''}${members}${without}]`
}
