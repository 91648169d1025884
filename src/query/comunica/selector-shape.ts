/**
 * What a snapshot evaluates of Comunica's algebra.
 */
import type { FragmentSelectorShape } from '@comunica/types'
import { Algebra } from '@comunica/utils-algebra'
import { furtherFunctions } from '../functions/table.ts'

const { Types } = Algebra

const evaluated = [
  Types.ASK,
  Types.BGP,
  Types.CONSTRUCT,
  Types.DESCRIBE,
  Types.DISTINCT,
  Types.EXTEND,
  Types.FILTER,
  Types.GRAPH,
  Types.GROUP,
  Types.JOIN,
  Types.LEFT_JOIN,
  Types.MINUS,
  Types.ORDER_BY,
  Types.PATH,
  Types.PATTERN,
  Types.PROJECT,
  Types.REDUCED,
  Types.SLICE,
  Types.UNION,
  Types.VALUES,
] as const

const anything: FragmentSelectorShape = { type: 'operation', operation: { operationType: 'wildcard' } }

const ofType = (type: Algebra.Types, children?: FragmentSelectorShape[]): FragmentSelectorShape => ({
  type: 'operation',
  operation: { operationType: 'type', type },
  ...(children && { children }),
})

/** DESCRIBE comes as a union of CONSTRUCTs, which is no query. */
const described = ofType(Types.UNION, [ofType(Types.CONSTRUCT, [anything])])

/** Among others: what each of them has a part of is Comunica's to put together, and so is an EXISTS that may ask all. */
export const shapeAmong: FragmentSelectorShape = {
  type: 'disjunction',
  children: [Types.BGP, Types.JOIN, Types.PATH, Types.PATTERN].map((type) => ofType(type)),
}

const known: FragmentSelectorShape = {
  type: 'disjunction',
  children: [
    ...evaluated.map((type) => ofType(type)),
    {
      type: 'operation',
      operation: { operationType: 'type', type: Types.EXPRESSION, extensionFunctions: [...furtherFunctions] },
    },
  ],
}

/**
 * Where it is the only source: everything but SERVICE, updates, and FROM, which Comunica puts into the patterns that it asks
 * for.
 */
export const wholeShape: FragmentSelectorShape = {
  type: 'conjunction',
  children: [known, { type: 'negation', child: described }],
}
