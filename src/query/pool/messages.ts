/**
 * What the front process and a query worker say to each other, beside the answers themselves (`frames.ts`).
 */
import type { ErrorCode, ErrorDetail, Told } from '../../errors.ts'
import type { DatasetClause } from '../algebra.ts'

/** What a worker is started with, as its one argument. */
export interface WorkerSettings {
  /** The snapshot's file. */
  readonly snapshot: string
  readonly contextUrl: string
  /** File of the JSON-LD context. */
  readonly contextFile: string
  /** The most megabytes that a query may keep. */
  readonly memoryMb: number
  /** A folder of the server's own, where what has been compiled is kept for the next worker. */
  readonly codeCache: string
  /** How far it stands back for other processes, from 0 to 19 (POSIX, nice). */
  readonly niceness: number
  /** Endpoints that SERVICE may reach. */
  readonly serviceAllow: readonly string[]
}

/** To the worker: answer this. It gets the next one only when it has ended this one. */
export interface Ask {
  readonly text: string
  readonly baseIri: string
  readonly dataset: DatasetClause | undefined
  readonly mediaType: string
  /** Milliseconds that are left until the deadline. */
  readonly leftMs: number
  /**
   * Milliseconds of the processor after which to give up and say that it takes longer. Nothing of the answer is sent before it is whole,
   * so that it can begin anew elsewhere.
   */
  readonly quantumMs?: number
}

/** From the worker, once: it can be asked. */
export interface Ready {
  /** Milliseconds of the processor that it has used until then. */
  readonly processorMs: number
}

/** How an answer ended; `longer` is for what takes longer than it was given. */
export type Outcome = { readonly how: 'whole' | 'longer' } | { readonly how: 'failed'; readonly failure: Failure }

/** The payload of the frame that ends an answer. */
export type Ending = Outcome & {
  /** Milliseconds of the processor that the worker has used since it began. */
  readonly processorMs: number
}

export interface Failure {
  readonly code: ErrorCode
  readonly told: Told
  readonly detail: ErrorDetail
  /** What the log should say of a fault of ours. */
  readonly log?: string
}
