/**
 * What the parts of a thing's page are told of it.
 */
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Alternate } from '../../representation/html/layout.ts'
import type { Thing } from './thing.ts'

export interface Showing {
  readonly thing: Thing
  /** All statements, or those of some passages only. */
  readonly source: QuadReader
  /** The day until which passages said what is shown; undefined if all is shown. */
  readonly asOf: string | undefined
  /** What is named by it and a fragment, by IRI. */
  readonly parts: readonly string[]
  readonly today: string
  readonly alternates: readonly Alternate[]
  readonly calendar: Alternate | undefined
}
