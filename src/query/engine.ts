/**
 * The query engine's face: a query in, bytes out, whoever evaluates it.
 */
import type { Readable } from 'node:stream'
import type { ParsedQuery } from './syntax.ts'

export interface QueryRequest {
  readonly query: ParsedQuery
  /** One of the media types that `resultTypes` gives for the query's form. */
  readonly mediaType: string
  /** Whose budget it is: the address of the client. */
  readonly client: string
  /** When the request arrived, in milliseconds of `performance.now()`: the deadline counts from then. */
  readonly arrived: number
}

export interface QueryResult {
  readonly mediaType: string
  readonly body: Readable
}

export interface QueryEngine {
  /** Whether there is an endpoint that SERVICE may ask. */
  readonly federates: boolean

  /**
   * Resolves when the first bytes are there, so that whatever fails before them can still become an error of its own.
   * The deadline is the engine's; aborting the signal ends the work itself. What fails after
   * the first bytes destroys the stream.
   * @throws RequestError `query-timeout` past the deadline, `query-too-large`, `overloaded`, `too-many-requests`
   */
  execute(request: QueryRequest, signal: AbortSignal): Promise<QueryResult>

  close(): Promise<void>
}
