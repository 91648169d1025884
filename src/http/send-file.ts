/**
 * Files as answers: conditional (RFC 9110 §13), in ranges (§14), and as what lies compressed beside them where a client
 * takes that (§12.5.3).
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse } from 'range-parser'
import type { StoredFile } from '../release/stored-releases.ts'
import { prefersGzip } from '../representation/negotiate.ts'
import { addVary, matching, withCharset } from './respond.ts'

export interface FileAnswer {
  readonly file: StoredFile
  /** The same bytes under gzip. */
  readonly gzip: StoredFile | undefined
  readonly lastModified: Date
  /** Whether what is at this address never changes. */
  readonly immutable: boolean
  /** Values of the Link header (RFC 8288). */
  readonly links: readonly string[]
}

const year = 365 * 24 * 60 * 60

export function sendFile(request: FastifyRequest, reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const { file, gzip, lastModified, immutable, links } = answer
  const modified = lastModified.toUTCString()
  const asked = request.headers.range
  // A range is of the bytes as they are, so that a client that resumes needs not know what the first answer was.
  const coded = gzip && asked === undefined && prefersGzip(request.headers['accept-encoding']) ? gzip : undefined
  const etag = `"${file.sha256}"`
  if (gzip) addVary(reply, 'Accept-Encoding')
  if (links.length) reply.header('link', links.join(', '))
  reply
    .header('etag', etag)
    .header('last-modified', modified)
    .header('accept-ranges', 'bytes')
    .header('cache-control', immutable ? `public, max-age=${year}, immutable` : 'no-cache')
  const match = matching(request.headers['if-none-match'], etag)
  if (match) return reply.header('etag', match).code(304).send()
  if (immutable && isNotModified(request, lastModified)) return reply.code(304).send()
  reply.type(withCharset(file.mediaType))
  if (coded) reply.header('content-encoding', 'gzip')
  const range = asked !== undefined && isCurrent(request, etag, modified) ? rangeOf(asked, file.size) : undefined
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${file.size}`).header('content-length', 0).send()
  }
  const { path, size } = coded ?? file
  if (!range) return send(reply, request, path, size)
  reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  return send(reply, request, path, range.end - range.start + 1, range)
}

function send(
  reply: FastifyReply,
  request: FastifyRequest,
  path: string,
  length: number,
  range?: { readonly start: number; readonly end: number },
): FastifyReply {
  reply.header('content-length', length)
  // Fastify counts anything but a stream, and a HEAD would be of nothing then.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : createReadStream(path, range))
}

/**
 * If-Modified-Since, which counts only without If-None-Match (§13.1.3). What may change within a day does not go by it:
 * dates of releases are days.
 */
function isNotModified({ headers }: FastifyRequest, lastModified: Date): boolean {
  const since = headers['if-modified-since']
  return headers['if-none-match'] === undefined && since !== undefined && lastModified.getTime() <= Date.parse(since)
}

/** If-Range (§13.1.5): a range of what the client has the rest of, or else the whole. */
function isCurrent({ headers }: FastifyRequest, etag: string, modified: string): boolean {
  const given = headers['if-range']
  return given === undefined || given === etag || given === modified
}

/** One range; several are answered with the whole, as a server may (§14.2), and so is what is no range of bytes. */
function rangeOf(header: string, size: number) {
  const { code, type, ranges } = parse(size, header)
  if (type !== 'bytes' || code === 1 || code === 3) return undefined
  if (!ranges.length) return 'unsatisfiable' as const
  return ranges.length === 1 && code === 0 ? ranges[0] : undefined
}
