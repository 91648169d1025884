/**
 * EXISTS (SPARQL 1.2 §18.4): whether the pattern has a solution once the current one is put in the place of its variables.
 */
import type { Expression } from '../algebra.ts'
import type { Environment } from './execution.ts'
import { hiding } from './hide.ts'
import { intersection, occurring, union } from './variables.ts'

type Exists = Extract<Expression, { type: 'exists' }>

/** @param scope the variables of the current solution */
export function compileExists(
  { operand, negated }: Exists,
  environment: Environment,
  scope: ReadonlySet<string>,
): () => boolean {
  const names = union([scope, environment.substitution.names])
  const clock = { epoch: 0 }
  const inside = { ...environment, bound: new Set<string>(), substitution: { names, clock } }
  const found = environment.compile(operand, inside, () => true)
  const asked = hiding(intersection(occurring(operand), environment.bound).difference(names), environment, found)
  return () => {
    clock.epoch++
    return asked() !== negated
  }
}
