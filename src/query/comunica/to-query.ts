/**
 * From Comunica's algebra to ours. Both follow SPARQL's (1.2 §18); where Comunica's patterns name their graphs, ours have
 * GRAPH around them.
 */
import { Algebra } from '@comunica/utils-algebra'
import type { NamedNode, Term, Variable } from '../../rdf/terms.ts'
import type { Aggregate, AggregateName, Expression, Operation, OrderCondition, Path, Query } from '../algebra.ts'
import { changingFunctions } from '../evaluation/changing.ts'
import { inScope, intersection } from '../evaluation/variables.ts'
import { isFunction } from '../functions/table.ts'

const { Types, ExpressionTypes } = Algebra

/** Operators that are called otherwise here. */
const names: Readonly<Record<string, string>> = { uminus: 'u-', uplus: 'u+' }

export interface Translated {
  readonly query: Query
  readonly deterministic: boolean
  /** How many nodes the algebra has: each needs a few slots at most. */
  readonly size: number
}

/** @throws TypeError for what no shape of ours accepts */
export function toQuery(operation: Algebra.Operation, baseIri: string): Translated {
  const translation = new Translation()
  const known = operation as Algebra.KnownOperation
  const inside = { dataset: undefined, baseIri, prologue: '', variables: [], template: [], described: [] } as const
  const query = (form: Query['form'], input: Algebra.Operation): Query => {
    const translated = translation.operation(input)
    return { ...inside, form, operation: translated, variables: [...inScope(translated)] }
  }
  const whole = (): Query => {
    switch (known.type) {
      case Types.ASK:
        return query('ASK', known.input)
      case Types.CONSTRUCT:
        return { ...query('CONSTRUCT', known.input), template: known.template as unknown as Query['template'] }
      case Types.DESCRIBE:
        return { ...query('DESCRIBE', known.input), described: known.terms as (NamedNode | Variable)[] }
      default:
        return query('SELECT', known)
    }
  }
  return { query: whole(), deterministic: translation.deterministic, size: translation.size }
}

class Translation {
  deterministic = true
  size = 0

  operation(operation: Algebra.Operation): Operation {
    this.size++
    const known = operation as Algebra.KnownOperation
    const of = (input: Algebra.Operation) => this.operation(input)
    switch (known.type) {
      case Types.BGP:
        return joined(known.patterns.map(of))
      case Types.PATTERN: {
        const { subject, predicate, object, graph } = known
        return around(graph, { type: 'bgp', patterns: [{ subject, predicate, object }] })
      }
      case Types.PATH: {
        const { subject, predicate, object, graph } = known
        return around(graph, { type: 'path', subject, path: this.#path(predicate), object })
      }
      case Types.NOP:
        return { type: 'bgp', patterns: [] }
      case Types.JOIN:
        return { type: 'join', operands: known.input.map(of) }
      case Types.UNION:
        return { type: 'union', operands: known.input.map(of) }
      case Types.LEFT_JOIN: {
        const [left, right] = known.input.map(of) as [Operation, Operation]
        return { type: 'leftJoin', left, right, expression: known.expression && this.#expression(known.expression) }
      }
      case Types.MINUS: {
        const [left, right] = known.input.map(of) as [Operation, Operation]
        const shared = intersection(inScope(left), inScope(right))
        // The name of the graph around both is bound behind MINUS only: it is nothing that they have in common.
        const isDisjoint = [...shared].every((name) => name === known.graphScopeVar?.value)
        return isDisjoint ? left : { type: 'minus', left, right }
      }
      case Types.FILTER:
        return { type: 'filter', expression: this.#expression(known.expression), operand: of(known.input) }
      case Types.EXTEND: {
        const { variable, expression, input } = known
        return {
          type: 'extend',
          operand: of(input),
          variable: variable.value,
          expression: this.#expression(expression),
        }
      }
      case Types.GRAPH:
        return { type: 'graph', name: known.name as NamedNode | Variable, operand: of(known.input) }
      case Types.VALUES: {
        const variables = known.variables.map(({ value }) => value)
        return {
          type: 'values',
          variables,
          rows: known.bindings.map((row) => variables.map((name) => row[name] as Term | undefined)),
        }
      }
      case Types.GROUP:
        return {
          type: 'group',
          operand: of(known.input),
          keys: known.variables.map(({ value: name }) => ({ variable: name, expression: { type: 'variable', name } })),
          aggregates: known.aggregates.map((aggregate) => ({
            variable: aggregate.variable.value,
            aggregate: this.#aggregate(aggregate),
          })),
        }
      case Types.ORDER_BY:
        return {
          type: 'orderBy',
          operand: of(known.input),
          conditions: known.expressions.map((key) => this.#condition(key)),
        }
      case Types.PROJECT:
        return { type: 'project', operand: of(known.input), variables: known.variables.map(({ value }) => value) }
      case Types.DISTINCT:
        return { type: 'distinct', operand: of(known.input) }
      case Types.REDUCED:
        return of(known.input)
      case Types.SLICE:
        return { type: 'slice', operand: of(known.input), offset: known.start, limit: known.length }
      default:
        throw new TypeError(`A snapshot does not evaluate ${known.type}`)
    }
  }

  #path(operation: Algebra.Operation): Path {
    this.size++
    const known = operation as Algebra.KnownOperation
    const of = (input: Algebra.Operation) => this.#path(input)
    switch (known.type) {
      case Types.LINK:
        return { type: 'link', iri: known.iri }
      case Types.INV:
        return { type: 'inverse', path: of(known.path) }
      case Types.SEQ:
        return { type: 'sequence', paths: known.input.map(of) }
      case Types.ALT:
        return { type: 'alternative', paths: known.input.map(of) }
      case Types.ZERO_OR_MORE_PATH:
        return { type: 'zeroOrMore', path: of(known.path) }
      case Types.ONE_OR_MORE_PATH:
        return { type: 'oneOrMore', path: of(known.path) }
      case Types.ZERO_OR_ONE_PATH:
        return { type: 'zeroOrOne', path: of(known.path) }
      case Types.NPS:
        return { type: 'negated', forward: known.iris, inverse: [], goesForward: true }
      default:
        throw new TypeError(`${known.type} is no path`)
    }
  }

  #expression(expression: Algebra.Operation): Expression {
    this.size++
    const known = expression as Algebra.KnownExpression
    switch (known.subType) {
      case ExpressionTypes.TERM: {
        const { term } = known
        return term.termType === 'Variable' ? { type: 'variable', name: term.value } : { type: 'term', term }
      }
      case ExpressionTypes.OPERATOR: {
        const name = known.operator.toLowerCase()
        if (changingFunctions.has(name)) this.deterministic = false
        return { type: 'call', name: names[name] ?? name, args: known.args.map((arg) => this.#expression(arg)) }
      }
      case ExpressionTypes.NAMED:
        if (!isFunction(known.name.value)) throw new TypeError(`A snapshot has no function <${known.name.value}>`)
        return { type: 'function', iri: known.name.value, args: known.args.map((arg) => this.#expression(arg)) }
      case ExpressionTypes.EXISTENCE:
        return { type: 'exists', negated: known.not, operand: this.operation(known.input) }
      default:
        throw new TypeError(`${known.subType} is no expression by itself`)
    }
  }

  #aggregate({ aggregator, distinct, expression, separator }: Algebra.BoundAggregate): Aggregate {
    const isAll = (expression as Algebra.KnownExpression).subType === ExpressionTypes.WILDCARD
    const argument = isAll ? undefined : this.#expression(expression)
    return { name: aggregator as AggregateName, distinct, argument, separator: separator ?? ' ' }
  }

  #condition(key: Algebra.Operation): OrderCondition {
    const known = key as Algebra.KnownExpression
    const descending = known.subType === ExpressionTypes.OPERATOR && known.operator === 'desc'
    return { expression: this.#expression(descending ? known.args[0]! : known), descending }
  }
}

function joined(operands: readonly Operation[]): Operation {
  const patterns = operands.flatMap((operand) => (operand.type === 'bgp' ? operand.patterns : []))
  return patterns.length === operands.length ? { type: 'bgp', patterns } : { type: 'join', operands }
}

function around(graph: Term, operand: Operation): Operation {
  return graph.termType === 'DefaultGraph' ? operand : { type: 'graph', name: graph as NamedNode | Variable, operand }
}
