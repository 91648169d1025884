/**
 * The plan of a query: what is evaluated in which order, and what is expected of it. It comes from the same decisions that
 * compiling makes, and nothing is evaluated for it.
 */
import type { Expression, Operation } from '../algebra.ts'
import { aggregateText, expressionText, pathText, patternText, termText, variableText } from './algebra-text.ts'
import { bindingsOf } from './bindings.ts'
import { type Environment, neededOf, needing, passNeeds } from './execution.ts'
import { type Filter, filterOf } from './operators/filter.ts'
import { neededBy } from './operators/group.ts'
import { stagesOf } from './operators/intersection.ts'
import { isGiven, partsOf, withMentioned } from './operators/join.ts'
import type { OrderBy } from './operators/order-by.ts'
import { estimator, order } from './order-of-joins.ts'
import { orderedScan } from './ordered-scan.ts'
import { type ValueRanges, valueRanges } from './value-range.ts'
import { inScope, union } from './variables.ts'

export interface Plan {
  /**
   * As the specification names it (SPARQL 1.2 §18), `pattern` for one triple pattern, `intersection` for several that
   * have one variable left, which is found by leapfrogging.
   */
  readonly operator: string
  /** What it is told: a pattern, a condition, variables. */
  readonly detail?: string
  /** How many solutions are expected for each one of what stands before it; absent where nobody knows. */
  readonly estimate?: number
  /**
   * `nested`: evaluated with what is bound before it; `once`: evaluated by itself, its solutions looked up; absent where
   * there is nothing before it.
   */
  readonly evaluated?: 'nested' | 'once'
  /** Of an order with a LIMIT: it ends where the index that it goes along has no more that could be among the first. */
  readonly alongIndex?: true
  /** Who evaluates it: the store, or another endpoint. */
  readonly by: 'store' | 'service'
  readonly operands: readonly Plan[]
}

/** Nothing is evaluated for it, and no endpoint asked. */
export function planOf(operation: Operation, environment: Environment): Plan {
  switch (operation.type) {
    case 'bgp':
    case 'join':
      return planOfJoin(operation, [], environment)
    case 'path': {
      const { subject, path, object } = operation
      return leaf('path', [termText(subject), pathText(path), termText(object)].join(' '))
    }
    case 'filter':
      return planOfFilter(operation, environment)
    case 'leftJoin': {
      const { left, right, expression } = operation
      const inside = { ...environment, bound: union([environment.bound, inScope(left)]) }
      return node('leftJoin', expression && expressionText(expression), [
        planOf(left, environment),
        planOfOperand(right, inside),
      ])
    }
    case 'minus': {
      const inside = { ...environment, bound: union([environment.bound, inScope(operation.left)]) }
      return node('minus', undefined, [planOf(operation.left, environment), planOf(operation.right, inside)])
    }
    case 'union':
      return node(
        'union',
        undefined,
        operation.operands.map((operand) => planOf(operand, passNeeds(operation, operand, environment))),
      )
    case 'extend': {
      const { operand, bindings } = bindingsOf(operation)
      const told = bindings.map(
        ({ variable, expression }) => `${variableText(variable)} := ${expressionText(expression)}`,
      )
      return node('extend', told.join(', '), [planOf(operand, environment), ...planOfExists(bindings, environment)])
    }
    case 'values':
      return { ...leaf('values', operation.variables.map(variableText).join(' ')), estimate: operation.rows.length }
    case 'service':
      return { ...leaf('service', termText(operation.name)), by: 'service' }
    case 'graph':
      return node('graph', termText(operation.name), [planOf(operation.operand, inGraph(operation, environment))])
    case 'group': {
      const { keys, aggregates, operand } = operation
      const told = [
        ...keys.map(({ variable, expression }) => `${variableText(variable)} := ${expressionText(expression)}`),
        ...aggregates.map(({ variable, aggregate }) => `${variableText(variable)} := ${aggregateText(aggregate)}`),
      ]
      const inside = needing(operand, neededBy(operation), { ...environment, bound: new Set() })
      return node('group', told.join(', '), [planOf(operand, inside)])
    }
    case 'orderBy':
      return planOfOrderBy(operation, environment)
    case 'project': {
      const inside = passNeeds(operation, operation.operand, environment)
      return planOfProject(operation, planOf(operation.operand, inside))
    }
    case 'distinct': {
      const { operand } = operation
      return node('distinct', undefined, [planOf(operand, needing(operand, inScope(operand), environment))])
    }
    case 'slice': {
      const { offset, limit, operand } = operation
      const told = [...(limit === undefined ? [] : [`LIMIT ${limit}`]), ...(offset ? [`OFFSET ${offset}`] : [])]
      return node('slice', told.join(' '), [
        limit === undefined ? planOf(operand, environment) : planOfFirst(operand, environment),
      ])
    }
  }
}

/** What only the first solutions are asked of, perhaps of a projection of it. */
function planOfFirst(operation: Operation, environment: Environment): Plan {
  if (operation.type === 'project') {
    return planOfProject(operation, planOfFirst(operation.operand, environment))
  }
  if (operation.type !== 'orderBy') return planOf(operation, environment)
  const plan = planOfOrderBy(operation, environment)
  return orderedScan(operation, environment) ? { ...plan, alongIndex: true } : plan
}

function planOfProject({ variables }: Extract<Operation, { type: 'project' }>, operand: Plan): Plan {
  return node('project', variables.map(variableText).join(' '), [operand])
}

function planOfOrderBy({ operand, conditions }: OrderBy, environment: Environment): Plan {
  const keys = conditions.map(
    ({ expression, descending }) => `${descending ? 'DESC' : 'ASC'}(${expressionText(expression)})`,
  )
  return node('orderBy', keys.join(' '), [planOf(operand, environment)])
}

function leaf(operator: string, detail: string): Plan {
  return { operator, detail, by: 'store', operands: [] }
}

function node(operator: string, detail: string | undefined, operands: readonly Plan[]): Plan {
  return { operator, ...(detail && { detail }), by: 'store', operands }
}

/** Only in a graph that is named is what is needed passed on. */
function inGraph(operation: Extract<Operation, { type: 'graph' }>, environment: Environment): Environment {
  return operation.name.termType === 'NamedNode' ? passNeeds(operation, operation.operand, environment) : environment
}

/** Operands in the order in which they are joined, each with what those before it have bound. */
function planOfJoin(operation: Operation, conditions: readonly Expression[], environment: Environment): Plan {
  let { bound } = environment
  const given = bound
  const ranges = valueRanges(conditions, environment.execution.ids.snapshot)
  const needed = withMentioned(neededOf(operation, environment), conditions)
  const ordered = order(partsOf(operation), environment, ranges, needed)
  const plans = ordered.map((operand) => {
    const plan = planOfOperand(operand, { ...environment, bound }, ranges)
    bound = union([bound, inScope(operand)])
    return plan
  })
  const operands = stagesOf(ordered, environment).flatMap(({ from, to, variable }) => {
    const together = plans.slice(from, to)
    const evaluated = (from || given.size) && { evaluated: 'nested' as const }
    return to - from > 1 ? [{ ...node('intersection', variableText(variable!), together), ...evaluated }] : together
  })
  const exists = planOfExists(
    conditions.map((expression) => ({ expression })),
    { ...environment, bound },
  )
  if (!conditions.length && operands.length === 1) return operands[0]!
  const join = node('join', undefined, operands)
  if (!conditions.length) return join
  const told = conditions.map(expressionText).join(' && ')
  return node('filter', told, [operands.length === 1 ? operands[0]! : join, ...exists])
}

function planOfFilter(operation: Filter, environment: Environment): Plan {
  const { operand, conditions } = filterOf(operation)
  if (operand.type === 'join' || operand.type === 'bgp') {
    return planOfJoin(operand, conditions, passNeeds(operation, operand, environment))
  }
  const exists = planOfExists(
    conditions.map((expression) => ({ expression })),
    environment,
  )
  return node('filter', conditions.map(expressionText).join(' && '), [planOf(operand, environment), ...exists])
}

function planOfOperand(operation: Operation, environment: Environment, ranges?: ValueRanges): Plan {
  const estimate = Math.round(estimator(environment, ranges)(operation, environment.bound) * 100) / 100
  const pattern = operation.type === 'bgp' && operation.patterns.length === 1 ? operation.patterns[0] : undefined
  const plan = pattern ? leaf('pattern', patternText(pattern)) : planOf(operation, environment)
  return {
    ...plan,
    ...(Number.isFinite(estimate) && { estimate }),
    ...(environment.bound.size && {
      evaluated: isGiven(operation, environment) ? ('nested' as const) : ('once' as const),
    }),
  }
}

/** The patterns of EXISTS in some expressions. */
function planOfExists(
  expressions: readonly { readonly expression: Expression }[],
  environment: Environment,
): readonly Plan[] {
  const within = ({ expression }: { readonly expression: Expression }): readonly Plan[] => {
    if (expression.type === 'exists') {
      const name = expression.negated ? 'notExists' : 'exists'
      return [node(name, undefined, [planOf(expression.operand, environment)])]
    }
    return 'args' in expression ? expression.args.flatMap((argument) => within({ expression: argument })) : []
  }
  return expressions.flatMap(within)
}

/** Indented lines, an operator on each. */
export function planText(plan: Plan, depth = 0): string {
  const told = [
    plan.operator,
    plan.detail,
    plan.estimate !== undefined && `(about ${plan.estimate})`,
    plan.evaluated,
    plan.alongIndex && 'along the index',
    plan.by === 'service' && 'by the endpoint',
  ].filter(Boolean)
  const below = plan.operands.map((operand) => planText(operand, depth + 1))
  return `${'  '.repeat(depth)}${told.join(' ')}\n${below.join('')}`
}
