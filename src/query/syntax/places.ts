/**
 * Where a query says which graphs it is about: for who writes it anew, over a dataset that lies elsewhere under other
 * names. Offsets are those of the text.
 */
import type { NamedNode, Variable } from '../../rdf/terms.ts'

/** From the first character to that behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface GraphPlace extends Span {
  /** What stands behind GRAPH. */
  readonly name: NamedNode | Variable
  /** Whether it asks for nothing in the graph: `GRAPH ?g {}`. */
  readonly isEmpty: boolean
}

export interface ExistsPlace extends Span {
  /** What stands behind the GRAPH that it is in, if it is in one. */
  readonly graph: NamedNode | Variable | undefined
}

export interface StarPlace {
  readonly offset: number
  /** What `*` stands for. */
  readonly variables: readonly string[]
}

export interface Places {
  /** The word of the form and what belongs to it: the SELECT clause, the template, what is described. */
  readonly head: Span
  /** The FROM clauses. */
  readonly from: Span | undefined
  /** The outermost group, with its braces; CONSTRUCT WHERE has its template there. */
  readonly where: Span | undefined
  /** GRAPH with its name, but what is inside of SERVICE, in the order of the text. */
  readonly graphs: readonly GraphPlace[]
  /** The groups of EXISTS, but inside of SERVICE. */
  readonly exists: readonly ExistsPlace[]
  /** The `*` of SELECT, of sub-selects too. */
  readonly stars: readonly StarPlace[]
}
