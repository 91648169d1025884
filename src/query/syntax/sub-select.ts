/** SubSelect (§12), and the clauses that it has in common with the query forms. */
import type { Operation } from '../algebra.ts'
import { dataBlock, type Values } from './data.ts'
import { solutionModifier } from './modifiers.ts'
import { whole } from './operations.ts'
import type { Gathering, Parser } from './parser.ts'
import { selectClause } from './selection.ts'
import { solutions } from './solutions.ts'

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
  if (selection.star !== undefined && !p.remote) p.stars.push({ offset: selection.star, variables })
  for (const name of variables) p.scope.add(name)
  return operation
}
