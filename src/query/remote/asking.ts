/**
 * What is asked of an engine of others, and with what.
 */
import type { AskEngine } from '../../endpoint/ask.ts'
import type { ReleasePlace } from '../../endpoint/release-place.ts'
import type { StreamedResults } from '../../endpoint/results/json-stream.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import type { ParsedQuery } from '../syntax.ts'

export interface Asked {
  readonly query: ParsedQuery
  /** What the engine is sent for it, if anything. */
  readonly sent: string | undefined
  readonly mediaType: string
}

export interface Asking {
  readonly ask: AskEngine
  readonly release: ReleasePlace
  readonly jsonLd: () => Promise<JsonLd>
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export type Solutions = Extract<StreamedResults, { rows: unknown }>
