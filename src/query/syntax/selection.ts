/** SelectClause (§16.1). */
import type { Expression } from '../algebra.ts'
import type { Gathering, Mention, Parser } from './parser.ts'
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
