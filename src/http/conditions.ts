/**
 * Conditions of a request (RFC 9110 §13), for every answer that has an entity tag.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'

export interface Validators {
  /** Without the coding that may come to it, if it is a strong one. */
  readonly etag: string
  /** The day of a release; it may be a day to come. */
  readonly day: Date
}

/** The headers of an answer that has these validators. A day to come is no time at which anything was modified (§8.8.2.1). */
export function sendValidators(reply: FastifyReply, { etag, day }: Validators): void {
  reply.header('etag', etag)
  if (day.getTime() <= Date.now()) reply.header('last-modified', day.toUTCString())
}

/**
 * If-Match and If-Unmodified-Since (§13.1.1, §13.1.4).
 * @throws RequestError `precondition-failed`
 */
export function checkPreconditions({ headers }: FastifyRequest, { etag, day }: Validators): void {
  const wanted = headers['if-match']
  const since = headers['if-unmodified-since']
  const isRefused =
    wanted === undefined
      ? since !== undefined && day.getTime() > Date.parse(since)
      : wanted.trim() !== '*' && !tagsIn(wanted).some((tag) => withoutCoding(tag) === etag && !isWeak(etag))
  if (isRefused)
    throw new RequestError('precondition-failed', {
      en: 'What is here is not what the condition names.',
      fr: 'Ce qui est ici n’est pas ce que nomme la condition.',
    })
}

/** The entity tag of If-None-Match that names this answer in any content coding, weakly compared (§13.1.2). */
export function matching(ifNoneMatch: string | undefined, etag: string): string | undefined {
  if (ifNoneMatch === undefined) return undefined
  if (ifNoneMatch.trim() === '*') return etag
  const found = tagsIn(ifNoneMatch)
    .map(opaque)
    .find((tag) => withoutCoding(tag) === opaque(etag))
  return isWeak(etag) && found ? etag : found
}

/** If-Modified-Since, which counts only without If-None-Match (§13.1.3). */
export function isNotModified({ headers }: FastifyRequest, { day }: Validators): boolean {
  const since = headers['if-modified-since']
  return headers['if-none-match'] === undefined && since !== undefined && day.getTime() <= Date.parse(since)
}

function isWeak(etag: string): boolean {
  return etag.startsWith('W/')
}

/** Without what says that it is weak. */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '')
}

function tagsIn(header: string): string[] {
  return header.split(',').map((tag) => tag.trim())
}

function withoutCoding(tag: string): string {
  return tag.replace(/\.(br|gzip|deflate|zstd)"$/, '"')
}
