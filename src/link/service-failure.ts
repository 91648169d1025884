/**
 * What a service on the web did not give.
 */

/**
 * Either the service is `away`: it cannot be reached, refuses, or wants to be left alone for long, and asking it more is
 * no use; or one `answer` of it cannot be read, and the next one may.
 */
export class ServiceFailure extends Error {
  readonly kind: 'away' | 'answer'

  constructor(kind: 'away' | 'answer', message: string) {
    super(message)
    this.name = 'ServiceFailure'
    this.kind = kind
  }
}
