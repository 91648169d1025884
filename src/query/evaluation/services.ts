/**
 * What other endpoints have answered to the SERVICE parts of a query.
 */
import { parts } from '../algebra.ts'
import type { ServiceClient } from '../service/client.ts'
import type { ParsedQuery } from '../syntax.ts'
import type { Service, Values } from './execution.ts'
import { inScope } from './variables.ts'

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
