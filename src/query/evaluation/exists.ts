/**
 * EXISTS (SPARQL 1.2 §18.4): whether the pattern has a solution once the current one is put in the place of its variables.
 */
import type { Expression } from '../algebra.ts'
import type { Environment } from './execution.ts'
import { union } from './variables.ts'

type Exists = Extract<Expression, { type: 'exists' }>

/** @param scope the variables of the current solution */
export function compileExists(
  { operand, negated }: Exists,
  environment: Environment,
  scope: ReadonlySet<string>,
): () => boolean {
  const substitution = { names: union([scope, environment.substitution.names]), epoch: 0 }
  const found = environment.compile(operand, { ...environment, bound: new Set(), substitution }, () => true)
  return () => {
    substitution.epoch++
    return found() !== negated
  }
}
