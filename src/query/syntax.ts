/**
 * What the front and the workers need to know of a query: its algebra, or the reason why there is none, with its place
 * in the text.
 */
import type { DatasetClause, Query, QueryForm } from './algebra.ts'
import { isFunction } from './functions/table.ts'
import { parse } from './syntax/parse.ts'
import type { Places } from './syntax/places.ts'

export type { DatasetClause, Places, QueryForm }

export interface ParsedQuery {
  readonly text: string
  /** The base that the query was given; `query.baseIri` is what its own BASE makes of it. */
  readonly baseIri: string
  /** The dataset that the query is over: the protocol's, else that of its own FROM clauses. */
  readonly dataset: DatasetClause | undefined
  readonly form: QueryForm
  readonly query: Query
  /** Whether the same data gives the same answer: false with NOW, RAND, UUID, STRUUID, BNODE and SERVICE. */
  readonly deterministic: boolean
  /** Whether evaluating it again goes the same way where endpoints answer the same. */
  readonly repeatable: boolean
  /** Whether it asks other endpoints. */
  readonly reachesOut: boolean
  /** The endpoints that it names; which a variable stands for, only the evaluation says. */
  readonly endpoints: readonly string[]
  /** Whether a variable stands for an endpoint. */
  readonly asksVariable: boolean
  /** Where it says which graphs it is about. */
  readonly places: Places
}

/**
 * @param baseIri against which relative IRIs of the query are read, unless it has a BASE of its own
 * @param protocol the dataset that the protocol names, in the place of the query's own FROM (SPARQL Protocol §2.1.4)
 * @throws RequestError `query-malformed` with line and column, `query-refused` for updates, `payload-too-large` for
 * what is over the limits of size, depth or patterns
 */
export function parseQuery(text: string, baseIri: string, protocol?: DatasetClause): ParsedQuery {
  const { query, deterministic, repeatable, reachesOut, endpoints, asksVariable, places } = parse(text, {
    baseIri,
    isFunction,
  })
  const named = protocol && (protocol.defaultGraphs.length > 0 || protocol.namedGraphs.length > 0)
  return {
    text,
    baseIri,
    dataset: named ? protocol : query.dataset,
    form: query.form,
    query,
    deterministic,
    repeatable,
    reachesOut,
    endpoints,
    asksVariable,
    places,
  }
}
