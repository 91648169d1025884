/** SelectClause and SubSelect (§12, §16.1). */
import type { Expression, Operation } from '../algebra.ts'
import { dataBlock, type Values } from './data.ts'
import { solutionModifier } from './modifiers.ts'
import { whole } from './operations.ts'
import type { Gathering, Mention, Parser } from './parser.ts'
import { solutions } from './solutions.ts'
import { variableName } from './terms.ts'

export interface SelectItem {
  readonly name: string
  /** Where the name stands. */
  readonly offset: number
  /** Undefined for a variable by itself. */
  readonly expression: Expression | undefined
  readonly mentions: readonly Mention[]
}

export interface Selection {
  readonly distinct: boolean
  /** Where `*` stands, if it does. */
  readonly star: number | undefined
  readonly items: readonly SelectItem[]
}

/** @param aggregates where to put those of the expressions */
export function selectClause(p: Parser, aggregates: Gathering['aggregates']): Selection {
  p.expect('SELECT')
  const distinct = p.accept('DISTINCT')
  // REDUCED allows to leave out duplicates, and asks for nothing (§18.5).
  if (!distinct) p.accept('REDUCED')
  const { offset } = p
  if (p.accept('*')) return { distinct, star: offset, items: [] }
  const items: SelectItem[] = []
  while (p.kind === 'VAR' || p.kind === '(') items.push(selectItem(p, aggregates))
  return items.length ? { distinct, star: undefined, items } : p.unexpected('a variable', '“(”', '“*”')
}

function selectItem(p: Parser, aggregates: Gathering['aggregates']): SelectItem {
  const start = p.offset
  if (p.kind === 'VAR') return { name: variableName(p), offset: start, expression: undefined, mentions: [] }
  p.expect('(')
  const mentions: Mention[] = []
  const expression = p.gathered({ aggregates, mentions }, () => p.rules.expression(p))
  if (!p.accept('AS')) p.unexpected('an operator', '“AS”')
  const { offset } = p
  const name = variableName(p)
  p.expect(')')
  return { name, offset, expression, mentions }
}

/** WhereClause: its pattern and the variables in scope there, which nothing outside sees. */
export function whereClause(p: Parser): { pattern: Operation; visible: readonly string[] } {
  if (!p.accept('WHERE') && p.kind !== '{') p.unexpected('“WHERE”', '“{”')
  const outer = p.scope.open()
  const pattern = whole(p.rules.group(p))
  const visible = p.scope.variables()
  p.scope.discard(outer)
  return { pattern, visible }
}

/** ValuesClause */
export function valuesClause(p: Parser): Values | undefined {
  return p.accept('VALUES') ? dataBlock(p) : undefined
}

export function subSelect(p: Parser): Operation {
  const aggregates: Gathering['aggregates'] = []
  const selection = selectClause(p, aggregates)
  const where = whereClause(p)
  const modifiers = solutionModifier(p, aggregates)
  const values = valuesClause(p)
  const { operation, variables } = solutions(p, { selection, ...where, modifiers, aggregates, values })
  for (const name of variables) p.scope.add(name)
  return operation
}
