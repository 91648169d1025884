/** Calls: built-in functions (§17.4), aggregates (§11) and functions by IRI (§17.5, §17.6). */

import type { NamedNode } from '../../rdf/terms.ts'
import type { Aggregate, AggregateName, Expression } from '../algebra.ts'
import { whole } from './operations.ts'
import type { Parser } from './parser.ts'
import { iri, string, variableName } from './terms.ts'
import type { Kind } from './tokens.ts'

/** How many arguments a function takes, at least and at most. */
const arities = new Map<Kind, readonly [least: number, most: number]>()
const declare = (least: number, most: number, ...kinds: Kind[]) => {
  for (const kind of kinds) arities.set(kind, [least, most])
}
declare(0, 0, 'NOW', 'RAND', 'STRUUID', 'UUID')
declare(0, 1, 'BNODE')
declare(1, 1, 'ABS', 'CEIL', 'DATATYPE', 'DAY', 'ENCODE_FOR_URI', 'FLOOR', 'HASLANG', 'HASLANGDIR', 'HOURS', 'IRI')
declare(1, 1, 'ISBLANK', 'ISIRI', 'ISLITERAL', 'ISNUMERIC', 'ISTRIPLE', 'ISURI', 'LANG', 'LANGDIR', 'LCASE', 'MD5')
declare(1, 1, 'MINUTES', 'MONTH', 'OBJECT', 'PREDICATE', 'ROUND', 'SECONDS', 'SHA1', 'SHA256', 'SHA384', 'SHA512')
declare(1, 1, 'STR', 'STRLEN', 'SUBJECT', 'TIMEZONE', 'TZ', 'UCASE', 'URI', 'YEAR')
declare(2, 2, 'CONTAINS', 'LANGMATCHES', 'SAMETERM', 'STRAFTER', 'STRBEFORE', 'STRDT', 'STRENDS', 'STRLANG')
declare(2, 2, 'STRSTARTS')
declare(2, 3, 'REGEX', 'SUBSTR')
declare(3, 3, 'IF', 'STRLANGDIR', 'TRIPLE')
declare(3, 4, 'REPLACE')
declare(0, Number.POSITIVE_INFINITY, 'COALESCE', 'CONCAT')

/** What gives another value with every query or call. */
const changing = new Set<Kind>(['BNODE', 'NOW', 'RAND', 'STRUUID', 'UUID'])

const aggregates = new Set<Kind>(['AVG', 'COUNT', 'GROUP_CONCAT', 'MAX', 'MIN', 'SAMPLE', 'SUM'])

export function beginsBuiltInCall(kind: Kind): boolean {
  return arities.has(kind) || aggregates.has(kind) || kind === 'BOUND' || kind === 'EXISTS' || kind === 'NOT'
}

export function builtInCall(p: Parser): Expression {
  const { kind } = p
  if (aggregates.has(kind)) return aggregateCall(p)
  if (kind === 'EXISTS' || kind === 'NOT') return exists(p)
  if (kind === 'BOUND') return bound(p)
  if (changing.has(kind)) {
    p.deterministic = false
    if (!p.remote) p.repeatable = false
  }
  const [least, most] = arities.get(kind)!
  const { offset } = p
  p.advance()
  const args = expressionList(p)
  if (args.length < least || args.length > most) {
    const wanted = least === most ? least : `${least} to ${most}`
    p.fail(`${kind} takes ${wanted} argument${most === 1 ? '' : 's'}, not ${args.length}.`, offset)
  }
  return { type: 'call', name: kind.toLowerCase(), args }
}

/** ExpressionList: in parentheses, maybe none. */
export function expressionList(p: Parser): Expression[] {
  p.expect('(')
  if (p.accept(')')) return []
  const args = [p.rules.expression(p)]
  while (p.accept(',')) args.push(p.rules.expression(p))
  if (!p.accept(')')) p.unexpected('an operator', '“,”', '“)”')
  return args
}

function exists(p: Parser): Expression {
  const negated = p.accept('NOT')
  p.expect('EXISTS')
  const { basicGraphPattern } = p
  const outer = p.scope.open()
  const { offset } = p
  const operand = whole(p.rules.group(p))
  if (!p.remote) p.exists.push({ from: offset, to: p.taken, graph: p.graph })
  p.scope.discard(outer)
  // A filter ends no basic graph pattern (§5.1).
  p.basicGraphPattern = basicGraphPattern
  return { type: 'exists', negated, operand }
}

function bound(p: Parser): Expression {
  p.advance()
  p.expect('(')
  const argument = variable(p)
  p.expect(')')
  return { type: 'call', name: 'bound', args: [argument] }
}

/** A variable as an expression. */
export function variable(p: Parser): Expression {
  const { offset } = p
  const expression = { type: 'variable' as const, name: variableName(p) }
  p.gathering?.mentions.push({ expression, offset })
  return expression
}

/** FunctionCall, after its name. */
export function functionCall(p: Parser, { value }: NamedNode, offset: number): Expression {
  // An IRI in angle brackets begins after the first of them.
  const place = p.text[offset] === '<' ? offset + 1 : offset
  if (!p.remote && !p.isFunction(value)) p.fail(`There is no function <${value}> here.`, place)
  if (p.following === 'DISTINCT') {
    p.advance()
    p.fail('DISTINCT stands in the arguments of aggregates only.')
  }
  return { type: 'function', iri: value, args: expressionList(p) }
}

/** A call of a function by its IRI, where an IRI alone may not stand. */
export function namedCall(p: Parser): Expression {
  const { offset } = p
  const name = iri(p)
  if (p.kind !== '(') p.unexpected('“(” and the arguments of a function')
  return functionCall(p, name, offset)
}

/** An aggregate becomes the variable that holds its value after the grouping (§18.2.4.1). */
function aggregateCall(p: Parser): Expression {
  const { gathering } = p
  if (p.insideAggregate) p.fail('An aggregate stands in no other aggregate.')
  if (!gathering) p.fail('An aggregate stands in SELECT, HAVING and ORDER BY only.')
  p.insideAggregate = true
  const call = p.gathered(undefined, () => aggregate(p))
  p.insideAggregate = false
  const name = p.freshName()
  gathering.aggregates.push({ variable: name, aggregate: call })
  return { type: 'variable', name }
}

function aggregate(p: Parser): Aggregate {
  const name = p.take().toLowerCase() as AggregateName
  p.expect('(')
  const distinct = p.accept('DISTINCT')
  const argument = name === 'count' && p.accept('*') ? undefined : p.rules.expression(p)
  const separator = name === 'group_concat' && p.accept(';') ? separatorOf(p) : ' '
  if (!p.accept(')')) p.unexpected('an operator', '“)”')
  return { name, distinct, argument, separator }
}

function separatorOf(p: Parser): string {
  p.expect('SEPARATOR')
  p.expect('=')
  return string(p)
}
