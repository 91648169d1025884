/**
 * EXISTS (SPARQL 1.2 §18.4): whether the pattern has a solution once the current one is put in the place of its variables.
 */
import type { Expression, Operation } from '../algebra.ts'
import type { Environment } from './execution.ts'
import { hiding } from './hide.ts'
import { type Position, toPosition, valueAt } from './positions.ts'
import { SubjectsWith } from './subjects-with.ts'
import { intersection, occurring, union, variablesOfTerm } from './variables.ts'

type Exists = Extract<Expression, { type: 'exists' }>

/** @param scope the variables of the current solution */
export function compileExists(
  { operand, negated }: Exists,
  environment: Environment,
  scope: ReadonlySet<string>,
): () => boolean {
  const names = union([scope, environment.substitution.names])
  const { registers } = environment.execution
  const clock = { epoch: 0, given: new Map<number, number>() }
  const inside = { ...environment, bound: new Set<string>(), substitution: { names, clock } }
  const found = environment.compile(operand, inside, () => true)
  const hidden = intersection(occurring(operand), environment.bound).difference(names)
  const asked = hiding(hidden, environment, found)
  const isThere = hidden.size ? undefined : compileLookUp(operand, inside)
  return () => {
    clock.epoch++
    for (const slot of clock.given.keys()) clock.given.set(slot, registers[slot]!)
    return (isThere?.() ?? asked()) !== negated
  }
}

/**
 * Whether there are rows of a single pattern, without a visit to any.
 * @returns undefined for other operations; its own result is undefined where rows have to be visited to know
 */
function compileLookUp(operand: Operation, environment: Environment): (() => boolean | undefined) | undefined {
  if (operand.type !== 'bgp' || operand.patterns.length !== 1 || environment.graph.nameSlot !== undefined) {
    return undefined
  }
  const { execution, graph } = environment
  const { registers, ids, meter } = execution
  const { names } = environment.substitution
  const [pattern] = operand.patterns
  const terms = [pattern!.subject, pattern!.predicate, pattern!.object]
  const variables = terms.flatMap(variablesOfTerm)
  const isPlain = terms.every(({ termType }) => termType !== 'Quad') && new Set(variables).size === variables.length
  if (!isPlain) return undefined
  const positions = terms.map((term) => toPosition(term, environment))
  const [subject, predicate, object] = positions as [Position, Position, Position]
  const { termCount } = ids.snapshot
  const isOfSubject =
    subject.type === 'slot' &&
    predicate.type === 'term' &&
    predicate.id <= termCount &&
    (object.type === 'term' ? object.id <= termCount : !names.has(terms[2]!.value))
  if (isOfSubject) {
    const subjects = new SubjectsWith(predicate.id, object.type === 'term' ? object.id : 0, termCount, meter)
    return () => {
      const id = registers[subject.slot]!
      if (id > termCount) return false
      const view = graph.view()
      return id ? subjects.has(id, view) : view.has(0, predicate.id, object.type === 'term' ? object.id : 0)
    }
  }
  return () => {
    const s = valueAt(subject, registers)
    const p = valueAt(predicate, registers)
    const o = valueAt(object, registers)
    // What the query brought along stands in no triple.
    if (s > termCount || p > termCount || o > termCount) return false
    return graph.view().has(s, p, o)
  }
}
