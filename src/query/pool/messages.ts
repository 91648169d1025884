/**
 * What the front process and a query worker say to each other.
 */
import type { ErrorCode, ErrorDetail } from '../../errors.ts'
import type { DatasetClause } from '../syntax.ts'

/** What a worker is started with, as its one argument. */
export interface WorkerSettings {
  /** N-Quads of every named graph. */
  readonly snapshot: string
  readonly contextUrl: string
  /** File of the JSON-LD context. */
  readonly contextFile: string
}

/** To the worker: answer this. It gets the next one only when it has ended this one. */
export interface Ask {
  readonly kind: 'ask'
  readonly text: string
  readonly baseIri: string
  readonly dataset: DatasetClause | undefined
  readonly mediaType: string
}

/** To the worker: so many bytes have been taken, so as many more may come. */
export interface Taken {
  readonly kind: 'taken'
  readonly bytes: number
}

export type ToWorker = Ask | Taken

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'chunk'; readonly text: string }
  | { readonly kind: 'end' }
  | Failed

export interface Failed {
  readonly kind: 'failed'
  readonly code: ErrorCode
  readonly message: string
  readonly detail: ErrorDetail
  /** What the log should say of a fault of ours. */
  readonly log?: string
}
