/**
 * Expressions as ids of their values: what only asks whether values are the same term needs no term.
 */
import type { Expression } from '../algebra.ts'
import type { Environment } from './execution.ts'

/** The id of an expression's value for the solution in the registers; 0 is an error. */
export type EvaluateId = () => number

/** @param scope the variables that the expression may see: others are unbound */
export function compileExpressionId(
  expression: Expression,
  environment: Environment,
  scope: ReadonlySet<string>,
): EvaluateId {
  const { registers, ids } = environment.execution
  if (expression.type === 'term') {
    const { term } = expression
    let id = 0
    return () => {
      id ||= ids.idOf(term)
      return id
    }
  }
  if (expression.type === 'variable') {
    const { name } = expression
    if (!scope.has(name) && !environment.substitution.names.has(name)) return () => 0
    const slot = environment.slots.of(name)
    return () => registers[slot]!
  }
  const evaluate = environment.expression(expression, environment, scope)
  return () => {
    const term = evaluate()
    return term ? ids.idOf(term) : 0
  }
}
