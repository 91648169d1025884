/**
 * Expressions that have another value each time that they are asked.
 */
import type { Expression } from '../algebra.ts'

/** By their names in the algebra. */
export const changingFunctions: ReadonlySet<string> = new Set(['rand', 'uuid', 'struuid', 'bnode'])

/** Whether a function in an expression has another value each time. Of an EXISTS only who compiles it can say. */
export function isChanging(expression: Expression): boolean {
  if (expression.type === 'call' && changingFunctions.has(expression.name)) return true
  return 'args' in expression && expression.args.some(isChanging)
}

/** Whether there is an EXISTS in an expression. */
export function asksExists(expression: Expression): boolean {
  return expression.type === 'exists' || ('args' in expression && expression.args.some(asksExists))
}
