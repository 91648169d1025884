/**
 * What can go wrong, told apart by a stable code. Nothing here knows HTTP: `http/problem.ts` gives each code its status.
 */

export type ErrorCode =
  | 'parameter-invalid'
  | 'query-malformed'
  | 'query-refused'
  | 'entity-unknown'
  | 'entity-withdrawn'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'precondition-failed'
  | 'payload-too-large'
  | 'media-type-unsupported'
  | 'request-timeout'
  | 'expectation-failed'
  | 'version-elsewhere'
  | 'server-stopping'
  | 'query-timeout'
  | 'query-too-large'
  | 'overloaded'
  | 'too-many-requests'
  | 'upstream-failed'
  | 'internal'

/** Further members of an error that a client can act on; they become members of the problem document (RFC 9457 §3.2). */
export interface ErrorDetail {
  /** Position in the query text, counted from 1. */
  readonly line?: number
  readonly column?: number
  /** The media types or values that would have been accepted. */
  readonly offered?: readonly string[]
  /** Seconds after which to come again. */
  readonly retryAfter?: number
  /** What looks like what was asked for, with its address. */
  readonly near?: readonly { readonly identifier: string; readonly address: string }[]
  /** The address of the release that has what was asked for. */
  readonly release?: string
  /** The methods that the address knows. */
  readonly allow?: readonly string[]
}

/** What the person who sent a request is told, in the languages of the pages. Programs get the English. */
export interface Told {
  readonly en: string
  readonly fr: string
  /** English words that the French only leads up to: those of a parser, or of a library. */
  readonly words?: string
}

/** What only those tell in English who look into what was sent, a parser for one. @param fr what it is about */
export function inItsWords(words: string, fr: string): Told {
  return { en: words, fr, words }
}

/** A request that cannot be answered. `message` is what is told in English. */
export class RequestError extends Error {
  readonly code: ErrorCode
  readonly told: Told
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, told: Told, detail: ErrorDetail = {}) {
    super(told.en)
    this.name = 'RequestError'
    this.code = code
    this.told = told
    this.detail = detail
  }
}

/** Nobody waits for the answer any more: no fault of anybody, and nothing to tell. */
export class ClientGone extends Error {}

/** One thing wrong with what the operator or an editor of the data gave: where, and what. */
export interface Fault {
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
  readonly column?: number
  readonly message: string
}

/** `file:line:column: message`, with the parts that are known. */
export function formatFault(fault: Fault): string {
  const place = [fault.file, fault.line, fault.column].filter((part) => part !== undefined).join(':')
  return place ? `${place}: ${fault.message}` : fault.message
}

/** Everything found wrong with settings or data at once: a start stops with all of it in one message. */
export class FaultsError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'))
    this.name = 'FaultsError'
    this.faults = faults
  }
}
