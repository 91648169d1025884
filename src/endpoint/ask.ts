/**
 * How an engine of others is asked.
 */

import type { Term } from '../rdf/terms.ts'

/** The bytes of an answer. */
export interface EngineAnswer extends AsyncIterable<Uint8Array> {
  /** What a term in it is meant to be, where that is something else. */
  readonly restored?: ((term: Term) => Term) | undefined
}

/**
 * Sends an ASK or SELECT and resolves with the document that answers it, SPARQL 1.1 Query Results JSON in UTF-8, as soon
 * as that begins.
 * @param signal ends the work at the engine as far as it can be ended, and what is still to come
 * @throws EngineError where the engine does not answer, or not so; while the document is read, an Error where it breaks
 * off
 */
export type AskEngine = (query: string, signal: AbortSignal) => Promise<EngineAnswer>

/** What an engine did in place of answering. */
export type EngineFault =
  /** It cannot be reached, answered with something else, or broke off. */
  | 'failed'
  /** It says that it has too much to do. */
  | 'overloaded'
  /** It gave up, after its own time. */
  | 'timeout'
  /** It says that it cannot do what the query asks. */
  | 'refused'

export class EngineError extends Error {
  readonly fault: EngineFault

  /** @param message what it did, as a phrase whose subject it is; never its own words, nor an address */
  constructor(fault: EngineFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineError'
    this.fault = fault
  }
}
