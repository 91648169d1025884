/** Solution modifiers: rules 18 to 28. */
import type { Generation, Known, Rule } from './generation.ts'
import type { Production } from './productions.ts'

type ModifierRule =
  | ('SolutionModifier' | 'GroupClause' | 'GroupCondition' | 'HavingClause' | 'HavingCondition' | 'OrderClause')
  | ('OrderCondition' | 'LimitOffsetClauses' | 'LimitClause' | 'OffsetClause' | 'ValuesClause')

export const modifierRules: Readonly<Record<ModifierRule, Rule>> = {
  // GROUP BY is written before, because what SELECT may give depends on it.
  SolutionModifier: (g) => {
    const parts: string[] = []
    if (g.grouping && g.random.chance(0.3)) parts.push(g.of('HavingClause'))
    if (g.random.chance(0.2)) parts.push(g.of('OrderClause'))
    // A LIMIT further in leaves open which solutions there are.
    if (g.random.chance(g.depth ? 0.03 : 0.15)) parts.push(g.of('LimitOffsetClauses'))
    return parts.join(' ')
  },
  GroupClause: (g) => {
    const keys = new Map<string, Known>()
    const conditions = g.random.list(1, 2, () => groupCondition(g, keys))
    g.grouping = { keys }
    return `GROUP BY ${conditions.join(' ')}`
  },
  GroupCondition: (g) => groupCondition(g, new Map()),
  HavingClause: (g) => `HAVING ${g.random.list(1, 2, () => g.of('HavingCondition')).join(' ')}`,
  HavingCondition: (g) => g.of('Constraint', { kind: 'boolean' }),
  OrderClause: (g) => `ORDER BY ${g.random.list(1, 2, () => g.of('OrderCondition')).join(' ')}`,
  OrderCondition: (g) => {
    const variables = [...g.expressionVariables().keys()]
    return g.random.weighted<() => string>([
      [variables.length ? 4 : 0, () => g.of('Var', { name: g.random.pick(variables) })],
      [2, () => `${g.random.pick(['ASC', 'DESC'])} ${g.of('BrackettedExpression', { kind: 'any' })}`],
      [
        variables.length ? 2 : 0,
        () => `${g.random.pick(['ASC', 'DESC'])} (${bracketted(g, g.random.pick(variables))})`,
      ],
      [1, () => g.of('Constraint', { kind: 'any' })],
    ])()
  },
  LimitOffsetClauses: (g) => {
    const clauses = g.random.weighted<Production[]>([
      [4, ['LimitClause']],
      [2, ['OffsetClause']],
      [1, ['LimitClause', 'OffsetClause']],
      [1, ['OffsetClause', 'LimitClause']],
    ])
    return clauses.map((clause) => g.of(clause)).join(' ')
  },
  LimitClause: (g) => {
    g.mark('INTEGER')
    return `LIMIT ${g.random.pick([0, 1, 2, 5, 10, 100])}`
  },
  OffsetClause: (g) => {
    g.mark('INTEGER')
    return `OFFSET ${g.random.pick([0, 0, 1, 2, 5])}`
  },
  ValuesClause: (g) => `VALUES ${g.of('DataBlock')}`,
}

/** Writes a condition and adds to the keys what it lets SELECT give. */
function groupCondition(g: Generation, keys: Map<string, Known>): string {
  g.mark('GroupCondition')
  const variables = [...g.scope.bound]
  return g.random.weighted<() => string>([
    [
      variables.length ? 6 : 0,
      () => {
        const [name, known] = g.random.pick(variables)
        keys.set(name, known)
        return g.of('Var', { name })
      },
    ],
    [1, () => g.of('BuiltInCall', { kind: 'any' })],
    [0.3, () => g.of('FunctionCall', { kind: 'text' })],
    [
      1.5,
      () => {
        const expression = g.of('Expression', { kind: 'any' })
        if (g.random.chance(0.3)) return `(${expression})`
        const name = g.freshName()
        keys.set(name, { kind: 'any' })
        return `(${expression} AS ${g.of('Var', { name })})`
      },
    ],
  ])()
}

function bracketted(g: Generation, name: string): string {
  g.mark('BrackettedExpression', 'Expression', 'ConditionalOrExpression', 'ConditionalAndExpression', 'ValueLogical')
  g.mark('RelationalExpression', 'NumericExpression', 'AdditiveExpression', 'MultiplicativeExpression')
  g.mark('UnaryExpression', 'PrimaryExpression')
  return g.of('Var', { name })
}
