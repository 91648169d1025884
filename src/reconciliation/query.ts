/**
 * Reconciliation queries (Reconciliation Service API 0.2 §5.1), as they were read.
 */
import type { QueryValue } from './property-match.ts'

export interface ReconciliationQuery {
  readonly query?: string
  /** Identifiers. */
  readonly types: readonly string[]
  readonly typeStrict: 'any' | 'all' | 'should'
  readonly limit: number
  readonly properties: readonly AskedValues[]
}

export interface AskedValues {
  readonly pid: string
  readonly values: readonly QueryValue[]
}
