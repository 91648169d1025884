/**
 * What a service on the web did not give.
 */

/**
 * Either the service is `away`: it cannot be reached, refuses, or wants to be left alone for long, and asking it more is
 * no use; or one `answer` of it did not come or cannot be read, and the next one may.
 */
export class ServiceFailure extends Error {
  readonly kind: 'away' | 'answer'

  constructor(kind: 'away' | 'answer', message: string) {
    super(message)
    this.name = 'ServiceFailure'
    this.kind = kind
  }
}

/** What a promise gives, or the failure of a service that it rejects with. */
export function orFailure<T>(promise: Promise<T>): Promise<T | ServiceFailure> {
  return promise.catch((error) => {
    if (error instanceof ServiceFailure) return error
    throw error
  })
}
