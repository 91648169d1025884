/** SolutionModifier: GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET (§11, §15). */
import type { Expression, OrderCondition } from '../algebra.ts'
import { builtInCall, namedCall, variable } from './calls.ts'
import { beginsConstraint, brackettedExpression, constraint } from './expressions.ts'
import type { Gathering, Mention, Parser } from './parser.ts'
import { isIri, variableName } from './terms.ts'

export interface GroupCondition {
  readonly expression: Expression
  /** The variable that it is, or that AS gives it. */
  readonly name: string | undefined
  /** Where AS gives a name. */
  readonly namedAt: number | undefined
}

export interface Modifiers {
  /** Undefined without GROUP BY. */
  readonly grouping: readonly GroupCondition[] | undefined
  readonly having: readonly Expression[]
  readonly havingMentions: readonly Mention[]
  readonly order: readonly OrderCondition[]
  readonly orderMentions: readonly Mention[]
  readonly offset: number
  readonly limit: number | undefined
}

/** @param aggregates where to put those of HAVING and ORDER BY */
export function solutionModifier(p: Parser, aggregates: Gathering['aggregates']): Modifiers {
  const havingMentions: Mention[] = []
  const orderMentions: Mention[] = []
  const grouping = p.gathered(undefined, () => groupClause(p))
  const having = p.gathered({ aggregates, mentions: havingMentions }, () => havingClause(p))
  const order = p.gathered({ aggregates, mentions: orderMentions }, () => orderClause(p))
  return { grouping, having, havingMentions, order, orderMentions, ...limitOffsetClauses(p) }
}

function groupClause(p: Parser): GroupCondition[] | undefined {
  if (!p.accept('GROUP')) return undefined
  p.expect('BY')
  const conditions: GroupCondition[] = []
  while (p.kind === 'VAR' || beginsConstraint(p.kind)) conditions.push(groupCondition(p))
  return conditions.length ? conditions : p.unexpected('a variable', '“(”', 'a function call')
}

function groupCondition(p: Parser): GroupCondition {
  if (p.accept('(')) return bracketedCondition(p)
  if (p.kind === 'VAR') return unnamed(variable(p))
  return unnamed(isIri(p.kind) ? namedCall(p) : builtInCall(p))
}

function bracketedCondition(p: Parser): GroupCondition {
  const expression = p.rules.expression(p)
  if (!p.accept('AS')) {
    if (!p.accept(')')) p.unexpected('an operator', '“AS”', '“)”')
    return unnamed(expression)
  }
  const { offset } = p
  const name = variableName(p)
  p.expect(')')
  return { expression, name, namedAt: offset }
}

function unnamed(expression: Expression): GroupCondition {
  return { expression, name: expression.type === 'variable' ? expression.name : undefined, namedAt: undefined }
}

function havingClause(p: Parser): Expression[] {
  if (!p.accept('HAVING')) return []
  const conditions: Expression[] = []
  do conditions.push(constraint(p))
  while (beginsConstraint(p.kind))
  return conditions
}

function orderClause(p: Parser): OrderCondition[] {
  if (!p.accept('ORDER')) return []
  p.expect('BY')
  const conditions: OrderCondition[] = []
  while (p.kind === 'ASC' || p.kind === 'DESC' || p.kind === 'VAR' || beginsConstraint(p.kind)) {
    conditions.push(orderCondition(p))
  }
  return conditions.length ? conditions : p.unexpected('a variable', '“ASC”', '“DESC”', '“(”', 'a function call')
}

function orderCondition(p: Parser): OrderCondition {
  if (p.kind === 'VAR') return { expression: variable(p), descending: false }
  if (p.kind !== 'ASC' && p.kind !== 'DESC') return { expression: constraint(p), descending: false }
  const descending = p.take().toUpperCase() === 'DESC'
  return { expression: brackettedExpression(p), descending }
}

/** In either order, each at most once. */
function limitOffsetClauses(p: Parser): { limit: number | undefined; offset: number } {
  let limit: number | undefined
  let offset: number | undefined
  for (;;) {
    if (limit === undefined && p.accept('LIMIT')) limit = integer(p)
    else if (offset === undefined && p.accept('OFFSET')) offset = integer(p)
    else return { limit, offset: offset ?? 0 }
  }
}

function integer(p: Parser): number {
  if (p.kind !== 'INTEGER') p.unexpected('a whole number')
  return Math.min(Number(p.take()), Number.MAX_SAFE_INTEGER)
}
