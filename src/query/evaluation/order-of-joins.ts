/**
 * In which order to join: greedily the operand that is estimated to multiply the solutions least, given what those
 * before it bind.
 */

import type { Term } from '../../rdf/terms.ts'
import { lowerBound } from '../../store/snapshot/lower-bound.ts'
import type { IdRange, Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Operation, TriplePattern } from '../algebra.ts'
import type { Environment } from './execution.ts'
import { givable } from './givable.ts'
import { countTriples } from './range.ts'
import { rangeOfObject, type ValueRanges } from './value-range.ts'
import { inScope, intersection, occurring } from './variables.ts'

/** What an operand that shares nothing with those before it is taken to cost more: it makes a product. */
const productPenalty = 1000

/** What an endpoint is taken to have that is asked for everything. What is handed on to it beyond that is asked for in too many parts. */
const rowsOfEndpoint = 10_000

/** Beyond so many the search for an order, which compares each with each, would take longer than it can save. */
const mostOrdered = 400

/**
 * @param ranges what the joined solution has to fulfil
 * @param needed the variables of it that are looked at, if that is not all of them
 */
export function order(
  operands: readonly Operation[],
  environment: Environment,
  ranges: ValueRanges,
  needed?: ReadonlySet<string>,
): readonly Operation[] {
  if (operands.length < 2 || operands.length > mostOrdered) return operands
  const estimate = estimator(environment, ranges)
  const isOnlyThere = needed ? onlyThere(operands, needed) : () => false
  const rest = new Set(operands)
  const ordered: Operation[] = []
  const bound = new Set([...environment.bound, ...environment.substitution.names])
  while (rest.size) {
    let best: Operation | undefined
    let least = Number.POSITIVE_INFINITY
    for (const operand of rest) {
      const expected = estimate(operand, bound)
      const rows = isOnlyThere(operand, bound) ? Math.min(1, expected) : expected
      const cost = bound.size && rows > 1 && inScope(operand).isDisjointFrom(bound) ? rows * productPenalty : rows
      if (cost >= least) continue
      least = cost
      best = operand
    }
    best ??= [...rest][0]!
    rest.delete(best)
    ordered.push(best)
    for (const name of inScope(best)) bound.add(name)
  }
  return ordered
}

/** Whether of a pattern only matters that there is something: what it binds is looked at nowhere, and handed on as one. */
function onlyThere(operands: readonly Operation[], needed: ReadonlySet<string>) {
  const occurrences = new Map<string, number>()
  for (const name of operands.flatMap((operand) => [...occurring(operand)])) {
    occurrences.set(name, (occurrences.get(name) ?? 0) + 1)
  }
  return (operand: Operation, bound: ReadonlySet<string>): boolean => {
    if (operand.type !== 'bgp' || inScope(operand).isDisjointFrom(bound)) return false
    return [...inScope(operand)].every((name) => bound.has(name) || (!needed.has(name) && occurrences.get(name) === 1))
  }
}

/** Triples of the union graph with these parts, 0 for any; the predicate is left out where the other two are given. */
function countUnion({ union, tripleCount }: Snapshot, subject: number, predicate: number, object: number): number {
  if (subject && object) return countTriples(union.osp, object, subject)
  if (subject) return countTriples(union.spo, subject, predicate)
  if (predicate) return countTriples(union.pos, predicate, object)
  return object ? countTriples(union.osp, object, 0) : tripleCount
}

/** Triples of a named graph. */
function countGraph({ byGraph, idOf }: Snapshot, name: Term): number {
  const { offsets } = byGraph.gspo
  const id = idOf(name)
  return id ? offsets[id + 1]! - offsets[id]! : 0
}

/** Triples of a predicate whose objects are of a range or have no value. */
function countWithin({ union, firstWithValue }: Snapshot, predicate: number, { from, to }: IdRange): number {
  const { offsets, second } = union.pos
  const [first, last] = [offsets[predicate]!, offsets[predicate + 1]!]
  const before = (id: number) => lowerBound(second, id, first, last)
  return before(firstWithValue) - first + before(to) - before(from)
}

export type Estimate = (operation: Operation, bound: ReadonlySet<string>) => number

/** How many solutions an operation is taken to have for one solution that binds some variables. */
export function estimator({ execution }: Environment, ranges: ValueRanges = new Map()): Estimate {
  const { ids } = execution
  const { snapshot } = ids
  const counts = new Map<TriplePattern, number>()

  const constant = (pattern: TriplePattern): number => {
    const known = counts.get(pattern)
    if (known !== undefined) return known
    const [s, p, o] = [pattern.subject, pattern.predicate, pattern.object].map((term) =>
      term.termType === 'Variable' || term.termType === 'Quad' ? 0 : snapshot.idOf(term) || -1,
    ) as [number, number, number]
    const range = rangeOfObject(pattern, ranges)
    const all = s < 0 || p < 0 || o < 0 ? 0 : countUnion(snapshot, s, p, o)
    const count = range && p > 0 && !s ? Math.min(all, countWithin(snapshot, p, range)) : all
    counts.set(pattern, count)
    return count
  }

  const patternRows = (pattern: TriplePattern, bound: ReadonlySet<string>): number => {
    const { subject, predicate, object } = pattern
    let rows = constant(pattern)
    const isBound = ({ termType, value }: TriplePattern['subject']) => termType === 'Variable' && bound.has(value)
    const distinct =
      predicate.termType === 'NamedNode'
        ? snapshot.statistics(snapshot.idOf(predicate))
        : { subjects: snapshot.termCount, objects: snapshot.termCount }
    if (isBound(subject)) rows /= Math.max(1, distinct.subjects)
    if (isBound(object)) rows /= Math.max(1, distinct.objects)
    if (isBound(predicate)) rows /= 10
    return rows
  }

  const estimate: Estimate = (operation, bound) => {
    switch (operation.type) {
      case 'bgp':
        // The empty pattern has the one solution that binds nothing.
        if (!operation.patterns.length) return 1
        return operation.patterns.reduce((rows, pattern) => Math.min(rows, patternRows(pattern, bound)), Infinity)
      case 'path': {
        const known = [operation.subject, operation.object].filter(
          (term) => term.termType !== 'Variable' || bound.has(term.value),
        )
        return [snapshot.tripleCount * 10, 50, 1][known.length]!
      }
      case 'values':
        return operation.rows.length / 10 ** intersection(inScope(operation), bound).size
      case 'join':
        return Math.min(...operation.operands.map((operand) => estimate(operand, bound)))
      case 'graph': {
        const { name, operand } = operation
        const rows = estimate(operand, bound)
        // No pattern has more solutions than its graph has triples.
        return name.termType === 'NamedNode' && operand.type === 'bgp'
          ? Math.min(rows, countGraph(snapshot, name))
          : rows
      }
      case 'union':
        return operation.operands.reduce((sum, operand) => sum + estimate(operand, bound), 0)
      case 'leftJoin':
      case 'minus':
        return estimate(operation.left, bound)
      case 'service':
        if (operation.name.termType === 'Variable' && !bound.has(operation.name.value)) return Infinity
        return inScope(operation).isDisjointFrom(bound) ? rowsOfEndpoint : 1
      case 'slice':
        return Math.min(operation.limit ?? Infinity, estimate(operation.operand, new Set()))
      default: {
        const shared = intersection(inScope(operation), bound)
        // What cannot be given its variables is evaluated whole, and then looked up.
        if (shared.isSubsetOf(givable(operation))) return estimate(operation.operand, bound)
        return estimate(operation.operand, new Set()) / 10 ** shared.size
      }
    }
  }
  return estimate
}
