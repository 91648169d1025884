/**
 * What a request is called in the log, in its answer and in a problem document, so that one finds the other.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** A UUID, or as many digits without dashes, as nginx has its `$request_id`: nothing that says anything. */
const safe = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i

/** The name that a trusted proxy gave to a request, or else a new one. */
export function requestIds(trustProxy: boolean): (request: Pick<IncomingMessage, 'headers'>) => string {
  return ({ headers }) => {
    const given = trustProxy ? headers['x-request-id'] : undefined
    return typeof given === 'string' && safe.test(given) ? given : randomUUID()
  }
}

/** The same as a URN (RFC 9562 §4). */
export function urnOf(requestId: string): string {
  const digits = requestId.toLowerCase().replaceAll('-', '')
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}

/** Every answer has the name of its request in `X-Request-Id`, which has no registration. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
}
