/**
 * How every answer is sent: conditional, cacheable by what it depends on, with links to its alternates.
 */
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fingerprintOfProgram } from '../dataset/fingerprint.ts'
import type { Version } from '../dataset/version.ts'

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
  /** Only called when the client does not have the answer yet. */
  readonly body: () => unknown
}

/** A program that is changed may say the same in other bytes, and a strong entity tag is of bytes (RFC 9110 §8.8.1). */
const program = await fingerprintOfProgram()

/**
 * Sends an answer, or 304 if the client has it. The strong ETag (RFC 9110 §8.8.3) comes from the dataset's version,
 * the program and the request; `app.ts` adds the content coding to it when the bytes are compressed.
 */
export async function respond(request: FastifyRequest, reply: FastifyReply, version: Version, answer: Answer) {
  const { mediaType, vary = [], variant = '', links = [], contentLocation, cacheable = true } = answer
  for (const header of [...vary, 'Accept-Encoding']) addVary(reply, header)
  if (links.length) reply.header('link', links.join(', '))
  // What a browser would open in a spreadsheet is saved first.
  if (mediaType === 'text/csv') reply.header('content-disposition', 'attachment')
  if (contentLocation) reply.header('content-location', contentLocation)
  if (cacheable) {
    const etag = entityTag([version.name, program, request.url, mediaType, variant])
    reply.header('etag', etag).header('cache-control', 'no-cache')
    // Days do not tell two releases of one day apart, so nobody is sent away by this one.
    reply.header('last-modified', new Date(version.date).toUTCString())
    // For a POST a match would be 412, and no one asks that (RFC 9110 §13.1.2).
    const match = request.method === 'POST' ? undefined : matching(request.headers['if-none-match'], etag)
    if (match) return reply.header('etag', match).code(304).send()
  } else reply.header('cache-control', 'no-store')
  return reply.type(withCharset(mediaType)).send(await answer.body())
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

/** The entity tag of If-None-Match that names this answer in any content coding, weakly compared (RFC 9110 §13.1.2). */
export function matching(ifNoneMatch: string | undefined, etag: string): string | undefined {
  if (ifNoneMatch === undefined) return undefined
  if (ifNoneMatch.trim() === '*') return etag
  const opaque = (tag: string) => tag.replace(/^W\//, '').replace(/\.(br|gzip|deflate|zstd)"$/, '"')
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .find((tag) => opaque(tag) === etag)
}

/** Whether or not the type has a default of its own, what is text says that it is UTF-8. */
export function withCharset(mediaType: string): string {
  return mediaType.startsWith('text/') || mediaType === 'application/n-triples'
    ? `${mediaType}; charset=utf-8`
    : mediaType
}
