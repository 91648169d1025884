/**
 * The query engine's face: a query in, bytes out, whoever evaluates it.
 */
import type { Readable } from 'node:stream'
import type { DatasetClause, ParsedQuery } from './syntax.ts'

/** A query as a stranger sent it. */
export interface QueryText {
  readonly text: string
  readonly baseIri: string
  /** The dataset that the protocol names. */
  readonly dataset: DatasetClause
  /** Whose budget it is: the address of the client. */
  readonly client: string
}

export interface QueryRequest {
  readonly query: ParsedQuery
  /** One of the media types that `resultTypes` gives for the query's form, or one of `planTypes` for its plan. */
  readonly mediaType: string
  /** Whose budget it is: the address of the client. */
  readonly client: string
  /** When the request arrived, in milliseconds of `performance.now()`: the deadline counts from then. */
  readonly arrived: number
}

export interface QueryResult {
  readonly mediaType: string
  /** A buffer where all of it was there at once. */
  readonly body: Readable | Buffer
}

export interface QueryEngine {
  /** Whether there is an endpoint that SERVICE may ask. */
  readonly federates: boolean
  /** Whether a query that is deterministic has the same bytes for an answer each time. */
  readonly repeats: boolean
  /** The functions that it has beside those of SPARQL, by their IRIs. */
  readonly extensionFunctions: readonly string[]

  /** Whether SERVICE may ask this endpoint. */
  mayAsk(endpoint: string): boolean

  /**
   * Reads a query, which a client pays for as for its answer.
   * @throws RequestError `too-many-requests` before anything is read; and what `parseQuery` throws
   */
  parse(query: QueryText): ParsedQuery

  /**
   * Resolves when the first bytes are there, so that whatever fails before them can still become an error of its own.
   * The deadline is the engine's; aborting the signal ends the work itself. What fails after
   * the first bytes destroys the stream.
   * @throws RequestError `query-timeout` past the deadline, `query-too-large`, `overloaded`, `too-many-requests`
   */
  execute(request: QueryRequest, signal: AbortSignal): Promise<QueryResult>

  close(): Promise<void>
}
