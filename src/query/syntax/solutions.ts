/**
 * From the pattern of a query or sub-select to its solutions: grouping, HAVING, VALUES, SELECT expressions and the
 * solution modifiers (§18.2.4, §18.2.5).
 */
import type { Aggregate, Operation } from '../algebra.ts'
import type { Values } from './data.ts'
import type { GroupCondition, Modifiers } from './modifiers.ts'
import { filtered, joined } from './operations.ts'
import type { Mention, Parser } from './parser.ts'
import type { Selection } from './selection.ts'

export interface QueryLevel {
  /** Undefined in other forms than SELECT. */
  readonly selection: Selection | undefined
  readonly pattern: Operation
  /** The variables in scope in the pattern. */
  readonly visible: readonly string[]
  readonly modifiers: Modifiers
  /** Of SELECT, HAVING and ORDER BY. */
  readonly aggregates: { readonly variable: string; readonly aggregate: Aggregate }[]
  readonly values: Values | undefined
}

export interface Solutions {
  readonly operation: Operation
  /** Those of SELECT in their order; in other forms the variables in scope. */
  readonly variables: readonly string[]
}

/** @throws RequestError `query-malformed` for variables that have no one value, or two */
export function solutions(p: Parser, level: QueryLevel): Solutions {
  const { selection, pattern, modifiers, aggregates, values } = level
  const { grouping, having, order, offset, limit } = modifiers
  const grouped = grouping !== undefined || aggregates.length > 0
  if (grouped && selection?.star !== undefined) {
    p.fail('SELECT * selects nothing of groups: name the variables.', selection.star)
  }
  checkGroupNames(p, grouping ?? [], level.visible)
  const keys = (grouping ?? []).map(({ name, expression }) => ({ variable: name ?? p.freshName(), expression }))
  const keyNames = new Set((grouping ?? []).flatMap(({ name }) => name ?? []))
  const given = values?.variables ?? []
  if (grouped) {
    sample(p, level, modifiers.havingMentions, keyNames)
    const selected = selection?.items.map(({ name }) => name) ?? []
    sample(p, level, modifiers.orderMentions, new Set([...keyNames, ...given, ...selected]))
  }
  const visible = new Set([...(grouped ? keyNames : level.visible), ...given])
  if (selection) checkSelection(p, selection, grouped ? visible : undefined, inScope(level, keyNames))

  let operation: Operation = grouped ? groups(pattern, keys, keyNames, aggregates) : pattern
  operation = filtered(operation, having)
  if (values) operation = joined([operation, values])
  for (const { name, expression } of selection?.items ?? []) {
    if (expression) operation = { type: 'extend', operand: operation, variable: name, expression }
  }
  if (order.length) operation = { type: 'orderBy', operand: operation, conditions: order }
  const variables = selection && selection.star === undefined ? namesOf(selection) : [...visible]
  if (selection) operation = { type: 'project', operand: operation, variables }
  if (selection?.distinct) operation = { type: 'distinct', operand: operation }
  if (offset > 0 || limit !== undefined) operation = { type: 'slice', operand: operation, offset, limit }
  return { operation, variables }
}

type Group = Extract<Operation, { type: 'group' }>

/**
 * The specification does not say whether aggregates see what GROUP BY (… AS ?x) names. Here they do, as elsewhere: each
 * solution is extended by it before it is grouped.
 */
function groups(
  pattern: Operation,
  keys: Group['keys'],
  named: ReadonlySet<string>,
  aggregates: Group['aggregates'],
): Group {
  let operand = pattern
  const plain = keys.map(({ variable, expression }) => {
    const isItself = expression.type === 'variable' && expression.name === variable
    if (isItself || !named.has(variable)) return { variable, expression }
    operand = { type: 'extend', operand, variable, expression }
    return { variable, expression: { type: 'variable', name: variable } as const }
  })
  return { type: 'group', operand, keys: plain, aggregates }
}

function namesOf({ items }: Selection): string[] {
  return [...new Set(items.map(({ name }) => name))]
}

/** The variables that AS in SELECT may not name: after GROUP BY those of the pattern are not in scope any more. */
function inScope({ modifiers, visible, values }: QueryLevel, keyNames: ReadonlySet<string>): Set<string> {
  return new Set([...(modifiers.grouping ? keyNames : visible), ...(values?.variables ?? [])])
}

/** AS in GROUP BY may name no variable that is in scope (§18.2.1). */
function checkGroupNames(p: Parser, grouping: readonly GroupCondition[], visible: readonly string[]): void {
  if (!grouping.some(({ namedAt }) => namedAt !== undefined)) return
  const taken = new Set(visible)
  for (const { name, namedAt } of grouping) {
    if (name === undefined) continue
    if (namedAt !== undefined && taken.has(name)) {
      p.fail(`GROUP BY gives ?${name} a value that it may have already.`, namedAt)
    }
    taken.add(name)
  }
}

/**
 * Outside an aggregate a variable that is no key of the groups stands for a SAMPLE of its values (§18.2.4.1).
 * @param known the variables that have one value in each group
 */
function sample(p: Parser, level: QueryLevel, mentions: readonly Mention[], known: ReadonlySet<string>): void {
  const samples = new Map<string, string>()
  for (const { expression } of mentions) {
    const { name } = expression
    if (known.has(name)) continue
    const variable = samples.get(name) ?? p.freshName()
    if (!samples.has(name)) {
      const argument = { type: 'variable', name } as const
      level.aggregates.push({ variable, aggregate: { name: 'sample', distinct: false, argument, separator: ' ' } })
    }
    samples.set(name, variable)
    expression.name = variable
  }
}

/**
 * AS gives a value to no variable that may have one already (§18.2.1), and of groups only what has one value in each is
 * selected (§11.5).
 * @param single of groups, the variables that have one value in each
 */
function checkSelection(
  p: Parser,
  { items }: Selection,
  single: ReadonlySet<string> | undefined,
  taken: ReadonlySet<string>,
): void {
  const selected = new Set<string>()
  const given = new Set<string>()
  const check = (name: string, offset: number) => {
    if (single && !single.has(name) && !given.has(name)) {
      p.fail(`?${name} has many values in a group: group by it, or select an aggregate of it.`, offset)
    }
  }
  for (const { name, offset, expression, mentions } of items) {
    for (const mention of mentions) check(mention.expression.name, mention.offset)
    if (!expression) check(name, offset)
    else if (taken.has(name) || selected.has(name)) {
      p.fail(`SELECT gives ?${name} a value that it may have already.`, offset)
    }
    selected.add(name)
    if (expression) given.add(name)
  }
}
