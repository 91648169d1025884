/**
 * The SPARQL algebra (SPARQL 1.2 Query §18): what the parser gives and the evaluator reads.
 */
import type { NamedNode, Term, Variable } from '../rdf/terms.ts'

export type QueryForm = 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE'

/** The RDF dataset of a query (SPARQL 1.1 §13.2), as its FROM clauses or the protocol (§2.1.4) name it. */
export interface DatasetClause {
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
}

/**
 * A triple pattern (§18.1.5). Its members are RDF terms, variables, or triple terms with variables in them. A blank node
 * of the query is a variable whose name begins with `_:`, which no one can project.
 */
export interface TriplePattern {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

/** Property path expressions (§18.1.7). */
export type Path =
  | { readonly type: 'link'; readonly iri: NamedNode }
  | { readonly type: 'inverse'; readonly path: Path }
  | { readonly type: 'sequence'; readonly paths: readonly Path[] }
  | { readonly type: 'alternative'; readonly paths: readonly Path[] }
  | { readonly type: 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly path: Path }
  /** NegatedPropertySet: the forward part and the `^` part apart; `!()` has neither. */
  | {
      readonly type: 'negated'
      readonly forward: readonly NamedNode[]
      readonly inverse: readonly NamedNode[]
      /** Whether the set has a forward part even if that is empty: `!()` and `!(:a)` have, `!(^:a)` has not. */
      readonly goesForward: boolean
    }

export type Operation =
  | { readonly type: 'bgp'; readonly patterns: readonly TriplePattern[] }
  /** A path pattern whose path is no single link, inverse or sequence of links: those are triple patterns (§18.2.2.4). */
  | { readonly type: 'path'; readonly subject: Term; readonly path: Path; readonly object: Term }
  | { readonly type: 'join'; readonly operands: readonly Operation[] }
  | {
      readonly type: 'leftJoin'
      readonly left: Operation
      readonly right: Operation
      readonly expression: Expression | undefined
    }
  | { readonly type: 'filter'; readonly expression: Expression; readonly operand: Operation }
  | { readonly type: 'union'; readonly operands: readonly Operation[] }
  | { readonly type: 'minus'; readonly left: Operation; readonly right: Operation }
  | { readonly type: 'graph'; readonly name: NamedNode | Variable; readonly operand: Operation }
  | {
      readonly type: 'extend'
      readonly operand: Operation
      readonly variable: string
      readonly expression: Expression
    }
  | {
      readonly type: 'values'
      readonly variables: readonly string[]
      /** `undefined` is UNDEF. */
      readonly rows: readonly (readonly (Term | undefined)[])[]
    }
  | {
      readonly type: 'service'
      readonly name: NamedNode | Variable
      readonly silent: boolean
      readonly operand: Operation
      /** The group as it was written, with its braces. */
      readonly text: string
    }
  | {
      readonly type: 'group'
      readonly operand: Operation
      readonly keys: readonly { readonly variable: string; readonly expression: Expression }[]
      readonly aggregates: readonly { readonly variable: string; readonly aggregate: Aggregate }[]
    }
  | { readonly type: 'orderBy'; readonly operand: Operation; readonly conditions: readonly OrderCondition[] }
  | { readonly type: 'project'; readonly operand: Operation; readonly variables: readonly string[] }
  | { readonly type: 'distinct'; readonly operand: Operation }
  | {
      readonly type: 'slice'
      readonly operand: Operation
      readonly offset: number
      /** `undefined` for no limit. */
      readonly limit: number | undefined
    }

export interface OrderCondition {
  readonly expression: Expression
  readonly descending: boolean
}

export type Expression =
  | { readonly type: 'term'; readonly term: Term }
  | { readonly type: 'variable'; readonly name: string }
  /**
   * An operator (`||` `&&` `!` `=` `!=` `<` `>` `<=` `>=` `+` `-` `*` `/`, the unary ones `u+` and `u-`, `in` and
   * `notin` with the left side as the first argument) or a built-in by its keyword in lower case (`str`, `if`,
   * `coalesce`, `bound`, `triple` …).
   */
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** A function named by an IRI: a cast or an extension (§17.5, §17.6). */
  | { readonly type: 'function'; readonly iri: string; readonly args: readonly Expression[] }
  | { readonly type: 'exists'; readonly negated: boolean; readonly operand: Operation }

export type AggregateName = 'count' | 'sum' | 'min' | 'max' | 'avg' | 'sample' | 'group_concat'

export interface Aggregate {
  readonly name: AggregateName
  readonly distinct: boolean
  /** `undefined` for COUNT(*). */
  readonly argument: Expression | undefined
  /** Of GROUP_CONCAT; a space if nothing is said. */
  readonly separator: string
}

/** A whole query. */
export interface Query {
  readonly form: QueryForm
  /** With the solution modifiers; for SELECT a projection is inside of it. */
  readonly operation: Operation
  /** The variables of SELECT in their order; of other forms the variables in scope. */
  readonly variables: readonly string[]
  /** CONSTRUCT: its template; blank nodes in it are blank nodes, made anew for each solution. */
  readonly template: readonly TriplePattern[]
  /** DESCRIBE: IRIs and variables; `*` is all variables in scope. */
  readonly described: readonly (NamedNode | Variable)[]
  /** Of the query's own FROM clauses, or `undefined`. */
  readonly dataset: DatasetClause | undefined
  /** The base IRI at the end of the prologue. */
  readonly baseIri: string
  /** The prologue with absolute IRIs, to write in front of what a SERVICE is asked. */
  readonly prologue: string
}
