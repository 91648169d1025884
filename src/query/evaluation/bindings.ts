/**
 * Extensions of extensions, taken together: a SELECT of thousands of expressions would otherwise be as many operations
 * inside each other, each with its own set of the variables of all those inside it.
 */
import type { Expression, Operation } from '../algebra.ts'

export type Extend = Extract<Operation, { type: 'extend' }>

export interface Bindings {
  /** What is extended, no extension itself. */
  readonly operand: Operation
  /** In the order in which they are made: each sees the variables of those before it. */
  readonly bindings: readonly { readonly variable: string; readonly expression: Expression }[]
}

export function bindingsOf(extend: Extend): Bindings {
  const bindings: Extend[] = []
  let operand: Operation = extend
  for (; operand.type === 'extend'; operand = operand.operand) bindings.push(operand)
  return { operand, bindings: bindings.reverse() }
}
