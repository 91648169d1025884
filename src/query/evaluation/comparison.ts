/**
 * Comparisons of variables and constants (SPARQL 1.2 §17.4.2): by the values that the snapshot has of both, or by whether
 * they are the same IRI. What that does not decide, terms do.
 */
import type { Term } from '../../rdf/terms.ts'
import { readersById, spaceOf, spaces } from '../../store/snapshot/first-terms.ts'
import { kinds } from '../../store/snapshot/term-kinds.ts'
import type { Expression } from '../algebra.ts'
import { equal, greater, greaterOrEqual, less, lessOrEqual, notEqual } from '../functions/compare.ts'
import type { Condition, Environment } from './execution.ts'
import { compileExpressionId, type EvaluateId } from './expression-ids.ts'

type Call = Extract<Expression, { type: 'call' }>

interface Relation {
  readonly ofValues: (a: number, b: number) => boolean
  readonly ofTerms: (a: Term, b: Term) => boolean | undefined
  /** Of the relations that IRIs have: what is so of one and itself. */
  readonly ofSame?: boolean
}

const relations: Readonly<Record<string, Relation>> = {
  '=': { ofValues: (a, b) => a === b, ofTerms: equal, ofSame: true },
  '!=': { ofValues: (a, b) => a !== b, ofTerms: notEqual, ofSame: false },
  '<': { ofValues: (a, b) => a < b, ofTerms: less },
  '>': { ofValues: (a, b) => a > b, ofTerms: greater },
  '<=': { ofValues: (a, b) => a <= b, ofTerms: lessOrEqual },
  '>=': { ofValues: (a, b) => a >= b, ofTerms: greaterOrEqual },
}

/** Undefined for what is no comparison, or one of more than variables and constants. */
export function compileComparison(
  { name, args }: Call,
  environment: Environment,
  scope: ReadonlySet<string>,
): Condition | undefined {
  const relation = relations[name]
  if (!relation || args.some(({ type }) => type !== 'variable' && type !== 'term')) return undefined
  const { ofValues, ofTerms, ofSame } = relation
  const { ids } = environment.execution
  const [left, right] = args.map((argument) => sideOf(argument, environment, scope)) as [Side, Side]
  const general = (): boolean | undefined => {
    const [one, other] = [left.id(), right.id()]
    if (!one || !other) return undefined
    const space = left.space(one)
    if (space && space === right.space(other)) {
      const [a, b] = [left.value(one), right.value(other)]
      // NaN is no value. Whether two dates are the same depends on whether their timezones are written.
      const known = !Number.isNaN(a) && !Number.isNaN(b)
      if (known && (ofSame === undefined || space !== spaces.dates)) return ofValues(a, b)
    }
    if (ofSame !== undefined && left.isNode(one) && right.isNode(other)) return (one === other) === ofSame
    return ofTerms(ids.termOf(one), ids.termOf(other))
  }
  const [, constant] = args
  if (constant?.type !== 'term') return general
  if (constant.term.termType === 'NamedNode' && ofSame !== undefined) {
    return withIri(left.id, constant.term, ofSame, environment, general)
  }
  return withConstant(left.id, constant.term, relation, environment, general)
}

/** Whether it is the same IRI: that nodes of the data tell by their ids. */
function withIri(
  id: EvaluateId,
  iri: Term,
  ofSame: boolean,
  { execution }: Environment,
  general: Condition,
): Condition {
  const { snapshot } = execution.ids
  const { kinds: kindsById } = snapshot.stored
  // No id is less than 0.
  const same = snapshot.idOf(iri) || -1
  return () => {
    const one = id()
    if (one === same) return ofSame
    const kind = kindsById[one]
    return kind === kinds.iri || kind === kinds.blankNode ? !ofSame : general()
  }
}

/** Where the value of the right side is known and that of the left one stands in the dictionary, nothing else is asked. */
function withConstant(
  id: EvaluateId,
  term: Term,
  { ofValues, ofSame }: Relation,
  { execution }: Environment,
  general: Condition,
): Condition {
  const { snapshot } = execution.ids
  const { values, stored } = snapshot
  const { space, value } = literalValue(term, snapshot.idOf)
  if (Number.isNaN(value) || (ofSame !== undefined && space === spaces.dates)) return general
  return () => {
    const one = id()
    const own = values[one]!
    // False for NaN, and for what the query made up, which has no value here.
    if (own - own === 0 && spaceOf(stored.qualifiers[one]!) === space) return ofValues(own, value)
    return general()
  }
}

/** One side of a comparison. What is known of a constant is found once. */
interface Side {
  readonly id: EvaluateId
  readonly space: (id: number) => number
  readonly value: (id: number) => number
  /** Whether it is an IRI or a blank node. */
  readonly isNode: (id: number) => boolean
}

function sideOf(expression: Expression, environment: Environment, scope: ReadonlySet<string>): Side {
  const { ids } = environment.execution
  const id = compileExpressionId(expression, environment, scope)
  if (expression.type === 'term') return { id, ...constant(expression.term, ids.snapshot.idOf) }
  const { snapshot } = ids
  const { values } = snapshot
  return {
    id,
    space: (id) => snapshot.spaceOf(id),
    value: (id) => values[id]!,
    isNode: (id) => {
      const kind = snapshot.kindOf(id)
      return kind === kinds.iri || kind === kinds.blankNode
    },
  }
}

function constant(term: Term, idOf: (term: Term) => number): Omit<Side, 'id'> {
  const { space, value } = literalValue(term, idOf)
  const isNode = term.termType === 'NamedNode'
  return { space: () => space, value: () => value, isNode: () => isNode }
}

/** The space and the value of a literal, NaN if it has none that a double can stand for. */
export function literalValue(
  term: Term,
  idOf: (term: Term) => number,
): { readonly space: number; readonly value: number } {
  const datatype = term.termType === 'Literal' ? idOf(term.datatype) : 0
  return { space: spaceOf(datatype), value: readersById.get(datatype)?.(term.value) ?? Number.NaN }
}
