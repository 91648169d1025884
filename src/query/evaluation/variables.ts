/**
 * Which variables an operation can bind, which it always binds, and which occur in it at all.
 */
import type { Term } from '../../rdf/terms.ts'
import type { Expression, Operation } from '../algebra.ts'
import { bindingsOf } from './bindings.ts'

const none: ReadonlySet<string> = new Set()

const scopes = new WeakMap<Operation, ReadonlySet<string>>()
const certainties = new WeakMap<Operation, ReadonlySet<string>>()

/** The variables in scope (SPARQL 1.2 §18.2.1): those that a solution may bind. */
export function inScope(operation: Operation): ReadonlySet<string> {
  return remember(scopes, operation, computeScope)
}

/** Variables that every solution binds. */
export function certain(operation: Operation): ReadonlySet<string> {
  const all = inScope(operation)
  return remember(certainties, operation, () => {
    const always = computeCertain(operation)
    return always.size === all.size ? all : always
  })
}

export function variablesOfTerm(term: Term): readonly string[] {
  if (term.termType === 'Variable') return [term.value]
  if (term.termType !== 'Quad') return []
  return [term.subject, term.predicate, term.object].flatMap(variablesOfTerm)
}

/** Variables that an expression mentions, in its EXISTS too. */
export function mentioned(expression: Expression): ReadonlySet<string> {
  switch (expression.type) {
    case 'term':
      return none
    case 'variable':
      return new Set([expression.name])
    case 'exists':
      return occurring(expression.operand)
    default:
      return union(expression.args.map(mentioned))
  }
}

/** The set that has all members, where there is one: operations inside each other then share it. */
export function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const largest = sets.reduce((one, other) => (other.size > one.size ? other : one), none)
  const others = sets.filter((set) => set !== largest && !set.isSubsetOf(largest))
  if (!others.length) return largest
  const all = new Set(largest)
  for (const set of others) for (const name of set) all.add(name)
  return all
}

export function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return one.intersection(other)
}

/** What has been computed of an operation once. */
export function remember<T>(
  known: WeakMap<Operation, T>,
  operation: Operation,
  compute: (operation: Operation) => T,
): T {
  const before = known.get(operation)
  if (before) return before
  const computed = compute(operation)
  known.set(operation, computed)
  return computed
}

function computeScope(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
      return new Set(
        operation.patterns.flatMap((pattern) =>
          [pattern.subject, pattern.predicate, pattern.object].flatMap(variablesOfTerm),
        ),
      )
    case 'path':
      return new Set([operation.subject, operation.object].flatMap(variablesOfTerm))
    case 'join':
    case 'union':
      return union(operation.operands.map(inScope))
    case 'leftJoin':
      return union([inScope(operation.left), inScope(operation.right)])
    case 'minus':
      return inScope(operation.left)
    case 'graph':
    case 'service':
      return union([new Set(variablesOfTerm(operation.name)), inScope(operation.operand)])
    case 'extend': {
      const { operand, bindings } = bindingsOf(operation)
      return union([inScope(operand), new Set(bindings.map(({ variable }) => variable))])
    }
    case 'values':
      return new Set(operation.variables)
    case 'group':
      return new Set([...operation.keys, ...operation.aggregates].map(({ variable }) => variable))
    case 'project':
      return new Set(operation.variables)
    default:
      return inScope(operation.operand)
  }
}

function computeCertain(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
    case 'path':
      return inScope(operation)
    case 'join':
      return union(operation.operands.map(certain))
    case 'union':
      return operation.operands.map(certain).reduce(intersection)
    case 'leftJoin':
    case 'minus':
      return certain(operation.left)
    case 'graph':
      return union([new Set(variablesOfTerm(operation.name)), certain(operation.operand)])
    case 'extend':
      return certain(bindingsOf(operation).operand)
    case 'values':
      return new Set(operation.variables.filter((_, column) => operation.rows.every((row) => row[column])))
    case 'project':
      return intersection(certain(operation.operand), inScope(operation))
    case 'service':
      return none
    case 'group':
      return new Set(
        operation.keys
          .filter(({ expression }) => expression.type === 'variable' && certain(operation.operand).has(expression.name))
          .map(({ variable }) => variable),
      )
    default:
      return certain(operation.operand)
  }
}

const occurrences = new WeakMap<Operation, ReadonlySet<string>>()

/** Every variable of an operation, those that only filters mention and those that sub-queries hide included. */
export function occurring(operation: Operation): ReadonlySet<string> {
  return remember(occurrences, operation, computeOccurring)
}

function computeOccurring(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'join':
    case 'union':
      return union(operation.operands.map(occurring))
    case 'leftJoin': {
      const { left, right, expression } = operation
      return union([occurring(left), occurring(right), expression ? mentioned(expression) : none])
    }
    case 'minus':
      return union([occurring(operation.left), occurring(operation.right)])
    case 'filter':
      return union([inScope(operation), occurring(operation.operand), mentioned(operation.expression)])
    case 'extend': {
      const { operand, bindings } = bindingsOf(operation)
      return union([inScope(operation), occurring(operand), ...bindings.map(({ expression }) => mentioned(expression))])
    }
    case 'bgp':
    case 'path':
    case 'values':
      return inScope(operation)
    default:
      return union([inScope(operation), occurring(operation.operand)])
  }
}
