/**
 * Conditions: the effective boolean value of an expression (SPARQL 1.2 §17.2.2), with the three-valued logic of `||`,
 * `&&` and `!` (§17.2).
 */
import type { Expression } from '../algebra.ts'
import { effectiveBooleanValue } from '../functions/boolean.ts'
import { compileComparison } from './comparison.ts'
import type { Condition, Environment } from './execution.ts'
import { compileExists } from './exists.ts'
import { compileTextSearch } from './text-search.ts'

/** @param scope the variables that the expression may see: others are unbound */
export function compileCondition(
  expression: Expression,
  environment: Environment,
  scope: ReadonlySet<string>,
): Condition {
  if (expression.type === 'exists') return compileExists(expression, environment, scope)
  if (expression.type === 'call') {
    const parts = () => expression.args.map((argument) => compileCondition(argument, environment, scope))
    if (expression.name === '&&') return all(parts(), true)
    if (expression.name === '||') return all(parts(), false)
    if (expression.name === '!') {
      const [holds] = parts()
      return () => {
        const value = holds!()
        return value === undefined ? undefined : !value
      }
    }
  }
  if (expression.type === 'call') {
    const onIds = compileComparison(expression, environment, scope) ?? compileTextSearch(expression, environment, scope)
    if (onIds) return onIds
  }
  const evaluate = environment.expression(expression, environment, scope)
  return () => {
    const term = evaluate()
    return term && effectiveBooleanValue(term)
  }
}

/** `&&` over its parts if `neutral` is true, `||` if it is false: one part of the other value decides, errors or not. */
function all(parts: readonly Condition[], neutral: boolean): Condition {
  return () => {
    let failed = false
    for (const part of parts) {
      const value = part()
      if (value === !neutral) return value
      if (value === undefined) failed = true
    }
    return failed ? undefined : neutral
  }
}
