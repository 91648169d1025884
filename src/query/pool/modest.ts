/**
 * Modest queries: those that may be tried where the request arrives. Nothing in them takes long between two looks at the
 * clock, whatever the data: few patterns, and no function that reads a text to its end. A modest query may still have to
 * do much; then the clock ends the try.
 */
import { nQuads, nTriples } from '../../rdf/formats.ts'
import type { Expression, Operation } from '../algebra.ts'
import { rowsWriters } from '../results/types.ts'
import type { ParsedQuery } from '../syntax.ts'

/** UTF-16 units of its text. */
const longest = 4096
const mostPatterns = 12
/** Operators and parts of expressions. */
const mostParts = 200

/** Formats that are written row by row: others are sorted and written when all is there, when no clock is looked at. */
const asItComes: ReadonlySet<string> = new Set([
  ...rowsWriters.keys(),
  ...[nTriples, nQuads].map(({ mediaType }) => mediaType),
])

/** Calls whose time depends on the length of a text no more than reading it does, which is counted. */
const calls = new Set([
  ...['=', '!=', '<', '>', '<=', '>=', '&&', '||', '!', 'in', 'notin', 'bound', 'if', 'coalesce', 'sameterm'],
  ...['isiri', 'isuri', 'isblank', 'isliteral', 'isnumeric', 'lang', 'langmatches', 'datatype', 'str'],
])

/** Whether a query may be tried where it arrives: it is short, and no step of it takes long between two looks at the clock. */
export function isModest({ query, text, reachesOut }: ParsedQuery, mediaType: string): boolean {
  if (text.length > longest || reachesOut || !asItComes.has(mediaType)) return false
  return new Count().ofOperation(query.operation)
}

class Count {
  #patterns = 0
  #parts = 0

  ofOperation(operation: Operation): boolean {
    if (++this.#parts > mostParts) return false
    switch (operation.type) {
      case 'bgp':
        this.#patterns += operation.patterns.length
        return this.#patterns <= mostPatterns
      case 'path':
        return ++this.#patterns <= mostPatterns
      case 'values':
        return true
      case 'join':
      case 'union':
        return operation.operands.every((operand) => this.ofOperation(operand))
      case 'leftJoin':
        return (
          this.ofOperation(operation.left) &&
          this.ofOperation(operation.right) &&
          (!operation.expression || this.#ofExpression(operation.expression))
        )
      case 'minus':
        return this.ofOperation(operation.left) && this.ofOperation(operation.right)
      case 'filter':
      case 'extend':
        return this.#ofExpression(operation.expression) && this.ofOperation(operation.operand)
      case 'orderBy':
        return (
          operation.conditions.every(({ expression }) => this.#ofExpression(expression)) &&
          this.ofOperation(operation.operand)
        )
      case 'group':
        return (
          operation.keys.every(({ expression }) => this.#ofExpression(expression)) &&
          operation.aggregates.every(
            ({ aggregate: { name, argument } }) =>
              name !== 'group_concat' && (!argument || this.#ofExpression(argument)),
          ) &&
          this.ofOperation(operation.operand)
        )
      case 'graph':
      case 'project':
      case 'distinct':
      case 'slice':
        return this.ofOperation(operation.operand)
      case 'service':
        return false
    }
  }

  #ofExpression(expression: Expression): boolean {
    if (++this.#parts > mostParts) return false
    switch (expression.type) {
      case 'term':
      case 'variable':
        return true
      case 'exists':
        return this.ofOperation(expression.operand)
      case 'function':
        return false
      case 'call':
        return calls.has(expression.name) && expression.args.every((argument) => this.#ofExpression(argument))
    }
  }
}
