/**
 * What other endpoints have answered to the SERVICE parts of a query (SPARQL 1.1 Federated Query §2). They are asked
 * between evaluations, never during one: where an answer is missing the evaluation stops with `ServiceNeeded`, and
 * starts again when it is there.
 */
import { RequestError } from '../../errors.ts'
import type { Term } from '../../rdf/terms.ts'
import type { Query } from '../algebra.ts'
import type { Service, Values } from './execution.ts'
import { inScope } from './variables.ts'

/** Asks another endpoint. @throws RequestError `query-refused` for one that is not allowed, `upstream-failed` */
export type AskEndpoint = (
  endpoint: string,
  query: string,
  signal: AbortSignal,
) => Promise<{ readonly rows: readonly ReadonlyMap<string, Term>[] }>

/** Thrown where evaluation meets an endpoint that has not been asked yet. */
export class ServiceNeeded extends Error {
  readonly operation: Service
  readonly endpoint: string

  constructor(operation: Service, endpoint: string) {
    super(`SERVICE <${endpoint}> has not been asked`)
    this.operation = operation
    this.endpoint = endpoint
  }
}

/** What endpoints have answered during one evaluation, each address asked once for each operation. */
export class ServiceAnswers {
  readonly #query: Query
  readonly #askEndpoint: AskEndpoint
  readonly #answers = new Map<Service, Map<string, Values>>()

  constructor(query: Query, askEndpoint: AskEndpoint) {
    this.#query = query
    this.#askEndpoint = askEndpoint
  }

  /** The solutions of an endpoint. @throws ServiceNeeded */
  readonly of = (operation: Service, endpoint: string): Values => {
    const answer = this.#answers.get(operation)?.get(endpoint)
    if (!answer) throw new ServiceNeeded(operation, endpoint)
    return answer
  }

  /** Asks an endpoint for what has been found missing. */
  async ask({ operation, endpoint }: ServiceNeeded, signal: AbortSignal): Promise<void> {
    const byEndpoint = this.#answers.get(operation) ?? new Map<string, Values>()
    this.#answers.set(operation, byEndpoint)
    byEndpoint.set(endpoint, await this.#fetch(operation, endpoint, signal))
  }

  async #fetch({ operand, text, silent }: Service, endpoint: string, signal: AbortSignal): Promise<Values> {
    const variables = [...inScope(operand)].filter((name) => !name.startsWith('_:'))
    try {
      const { rows } = await this.#askEndpoint(endpoint, `${this.#query.prologue}SELECT * WHERE ${text}`, signal)
      return { type: 'values', variables, rows: rows.map((row) => variables.map((name) => row.get(name))) }
    } catch (error) {
      // SILENT forgives an endpoint that fails (§2.4), not a query that may not go there.
      // Nor one whose own time is over: that is no answer of the endpoint's.
      signal.throwIfAborted()
      const failed = error instanceof RequestError && error.code === 'upstream-failed'
      if (silent && failed) return { type: 'values', variables: [], rows: [[]] }
      throw error
    }
  }
}
