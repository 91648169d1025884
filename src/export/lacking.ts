/**
 * What is not in an export, as only a server answers it.
 */
import type { Service } from './words.ts'

const lacking: readonly (readonly [path: RegExp, service: Service])[] = [
  [/^\/search\b/, 'search'],
  [/^\/compare\b/, 'compare'],
  [/^\/near\b/, 'near'],
  [/^\/sparql\b/, 'sparql'],
  [/^\/(graphs|reconcile|lookup|health|openapi\.json)\b/, 'programs'],
]

/** @param path with a leading `/` @returns the service that answers there, if it is one */
export function serviceAt(path: string): Service | undefined {
  return lacking.find(([pattern]) => pattern.test(path))?.[1]
}
