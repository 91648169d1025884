/**
 * How every answer is sent: conditional, cacheable by what it depends on, with links to its alternates.
 */
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Version } from '../dataset/version.ts'
import { checkPreconditions, matching, sendValidators } from './conditions.ts'
import { asAsked } from './safe-csv.ts'

export interface Answer {
  readonly mediaType: string
  /** Request headers that chose this answer among others. */
  readonly vary?: readonly string[]
  /** What else the bytes depend on, such as the language of a page. */
  readonly variant?: string
  /** Values of the Link header (RFC 8288). */
  readonly links?: readonly string[]
  /** The address of exactly this representation (RFC 9110 §8.7). */
  readonly contentLocation?: string
  /** False for what does not depend on the dataset alone: no ETag, and not to be stored. */
  readonly cacheable?: boolean
  /** Whether another time it may say the same in other bytes, such as rows in another order (RFC 9110 §8.8.1). */
  readonly weak?: boolean
  /** Only called when the client does not have the answer yet. */
  readonly body: () => unknown
}

/**
 * Sends an answer, or 304 if the client has it. The ETag (RFC 9110 §8.8.3) comes from the dataset's version, the program
 * and the request; to a strong one `app.ts` adds the content coding when the bytes are compressed.
 */
export async function respond(request: FastifyRequest, reply: FastifyReply, version: Version, answer: Answer) {
  const { mediaType, vary = [], variant = '', links = [], contentLocation, cacheable = true, weak = false } = answer
  for (const header of [...vary, 'Accept-Encoding']) addVary(reply, header)
  if (links.length) reply.header('link', links.join(', '))
  // What a browser would open in a spreadsheet is saved first.
  if (mediaType === 'text/csv') reply.header('content-disposition', 'attachment')
  if (contentLocation) reply.header('content-location', contentLocation)
  if (cacheable) {
    const opaque = entityTag([version.name, request.server.edition, request.url, mediaType, variant])
    const etag = weak ? `W/${opaque}` : opaque
    const validators = { etag, day: new Date(version.date) }
    sendValidators(reply, validators)
    reply.header('cache-control', 'no-cache')
    checkPreconditions(request, validators)
    // If-Modified-Since sends nobody away: a day does not tell two releases of one day apart.
    // For a POST a match would be 412, and no one asks that (RFC 9110 §13.1.2).
    const match = request.method === 'POST' ? undefined : matching(request.headers['if-none-match'], etag)
    if (match) return reply.header('etag', match).code(304).send()
  } else reply.header('cache-control', 'no-store')
  const body = await answer.body()
  return reply.type(withCharset(mediaType)).send(mediaType === 'text/csv' ? asAsked(body, request.query) : body)
}

/** Adds to Vary without saying anything twice. */
export function addVary(reply: FastifyReply, header: string): void {
  const present = String(reply.getHeader('vary') ?? '')
  const names = present.split(/,\s*/).filter(Boolean)
  if (!names.some((name) => name.toLowerCase() === header.toLowerCase())) {
    reply.header('vary', [...names, header].join(', '))
  }
}

function entityTag(parts: readonly string[]): string {
  return `"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}"`
}

/** Whether or not the type has a default of its own, what is text says that it is UTF-8. */
export function withCharset(mediaType: string): string {
  return mediaType.startsWith('text/') || mediaType === 'application/n-triples'
    ? `${mediaType}; charset=utf-8`
    : mediaType
}
