/**
 * Files as answers: conditional (RFC 9110 §13), in ranges (§14), and as what lies compressed beside them where a client
 * takes that (§12.5.3).
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse } from 'range-parser'
import type { StoredFile } from '../release/stored-release.ts'
import { prefersGzip } from '../representation/negotiate.ts'
import { checkPreconditions, isNotModified, matching, sendValidators, type Validators } from './conditions.ts'
import { addVary, withCharset } from './respond.ts'

export interface FileAnswer {
  readonly file: StoredFile
  /** The same bytes under gzip. */
  readonly gzip: StoredFile | undefined
  /** The day of the release. */
  readonly day: Date
  /** Whether what is at this address never changes. Else dates say nothing of it: there may be two releases of a day. */
  readonly immutable: boolean
  /** The address under which it never changes, if this is not it. */
  readonly contentLocation: string | undefined
  /** Values of the Link header (RFC 8288). */
  readonly links: readonly string[]
}

const year = 365 * 24 * 60 * 60

/** @throws RequestError `precondition-failed` */
export function sendFile(request: FastifyRequest, reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const { file, gzip, day, immutable, contentLocation, links } = answer
  // Ranges are of GET only (§14.2).
  const asked = request.method === 'GET' ? request.headers.range : undefined
  // A range is of the bytes as they are, so that a client that resumes needs not know what the first answer was.
  const coded = gzip && asked === undefined && prefersGzip(request.headers['accept-encoding']) ? gzip : undefined
  const validators = { etag: `"${file.sha256}"`, day }
  if (gzip) addVary(reply, 'Accept-Encoding')
  if (links.length) reply.header('link', links.join(', '))
  if (contentLocation !== undefined) reply.header('content-location', contentLocation)
  sendValidators(reply, validators)
  reply
    .header('accept-ranges', 'bytes')
    .header('cache-control', immutable ? `public, max-age=${year}, immutable` : 'no-cache')
  checkPreconditions(request, validators)
  const match = matching(request.headers['if-none-match'], validators.etag)
  if (match) return reply.header('etag', match).code(304).send()
  if (immutable && isNotModified(request, validators)) return reply.code(304).send()
  reply.type(withCharset(file.mediaType))
  if (coded) reply.header('content-encoding', 'gzip')
  const range = asked !== undefined && isCurrent(request, answer, validators) ? rangeOf(asked, file.size) : undefined
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${file.size}`).header('cache-control', 'no-store')
    return reply.code(416).header('content-length', 0).send()
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

/** If-Range (§13.1.5): a range of what the client has the rest of, or else the whole. */
function isCurrent({ headers }: FastifyRequest, { immutable }: FileAnswer, { etag, day }: Validators): boolean {
  const given = headers['if-range']
  return given === undefined || given === etag || (immutable && given === day.toUTCString())
}

/** One range; several are answered with the whole, as a server may (§14.2), and so is what is no range of bytes. */
function rangeOf(header: string, size: number) {
  const { code, type, ranges } = parse(size, header)
  if (type !== 'bytes' || code === 1 || code === 3) return undefined
  if (!ranges.length) return 'unsatisfiable' as const
  return ranges.length === 1 && code === 0 ? ranges[0] : undefined
}
