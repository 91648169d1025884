/**
 * What engines do otherwise than the specifications say, each as it was found by trying, and by what they are known.
 */
import type { IncomingHttpHeaders } from 'node:http'

export interface Quirks {
  readonly name: string
  /** Whether N-Quads can be posted at the address of the graph store, which the protocol does not say. */
  readonly takesQuads: boolean
}

export function quirksOf(headers: IncomingHttpHeaders): Quirks {
  const server = String(headers.server ?? '')
  if (/^virtuoso\//i.test(server)) return { name: 'Virtuoso', takesQuads: false }
  if (/jetty/i.test(server)) return { name: 'Fuseki', takesQuads: true }
  return { name: 'an engine', takesQuads: false }
}

export function cutShort(_headers: IncomingHttpHeaders): string | undefined {
  return undefined
}

/** Whether a refusal means that the engine's own time for a query has passed. @param said its words */
export function gaveUp(status: number, said: string): boolean {
  // Fuseki answers 503 for that; Virtuoso 500 with S1T00, or with its estimate before it begins.
  return (status === 503 && /timed? ?out/i.test(said)) || (status >= 500 && /S1T00|estimated execution time/.test(said))
}
