/**
 * One request to the application, and whether what comes back is what a manifest expects.
 */
import { rdfFormats, turtle } from '../../../src/rdf/formats.ts'
import { readRdf } from '../rdf.ts'
import { difference } from '../results/compare.ts'
import { readAnswer, rowTypes } from '../results/read.ts'
import type { Application } from './application.ts'
import type { Request } from './connection.ts'
import { essence } from './evaluation.ts'

/**
 * Sends a request.
 * @param address where to, absolute
 * @returns what is wrong with the answer; undefined if nothing is
 */
export async function check(application: Application, address: string, request: Request): Promise<string | undefined> {
  const { method, headers, body, expected } = request
  const response = await fetch(address, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    // As bytes: a text would be given a Content-Type, which some tests leave out.
    ...(body && { body: new Uint8Array(body) }),
  })
  const text = await response.text()
  const status = String(response.status)
  const wanted = expected.statuses.join(' or ')
  if (!expected.statuses.some((code) => status.startsWith(code))) return `${status} instead of ${wanted}: ${text}`
  const type = essence(response)
  if (expected.format && !formats[expected.format]?.includes(type)) return `${type} is not ${expected.format}`
  if (expected.contentType && normal(response.headers.get('content-type')) !== normal(expected.contentType)) {
    return `Content-Type ${response.headers.get('content-type')} instead of ${expected.contentType}`
  }
  if (expected.boolean !== undefined) {
    const wantedAnswer = { kind: 'boolean', value: expected.boolean } as const
    return difference(await readAnswer(text, type, 'boolean', application.contexts), wantedAnswer)
  }
  if (expected.body === undefined || method === 'HEAD') return undefined
  const quads = await readRdf(expected.body, turtle, address)
  return difference(await readAnswer(text, type, 'graph', application.contexts), { kind: 'graph', quads })
}

/** The media types of `mf:expectedFormat`. */
const formats: Readonly<Record<string, readonly string[]>> = {
  boolean: rowTypes.filter((type) => type.startsWith('application/')),
  tabular: rowTypes,
  RDF: rdfFormats.map(({ mediaType }) => mediaType),
}

function normal(contentType: string | null): string {
  return (contentType ?? '').toLowerCase().replace(/\s/g, '')
}
