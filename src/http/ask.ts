/**
 * A query of a request, handed to the engine: its client pays for it, its deadline counts from the request's arrival, and
 * it ends when the client goes.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ClientGone } from '../errors.ts'
import type { QueryEngine, QueryResult } from '../query/engine.ts'
import type { ParsedQuery } from '../query/syntax.ts'
import { clientOf } from './client-address.ts'

/** One reason for all: to make an error for each answer that is over would cost more than many of them. */
const closed = new ClientGone()

export async function ask(
  engine: QueryEngine,
  query: ParsedQuery,
  mediaType: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<QueryResult> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort(closed))
  const arrived = performance.now() - reply.elapsedTime
  const result = await engine.execute({ query, mediaType, client: clientOf(request.ip), arrived }, gone.signal)
  const { body } = result
  // Without chunks (HTTP/1.0) the end of the connection is the end of the answer: what is no end has to be a reset.
  if (!Buffer.isBuffer(body)) body.once('error', () => request.raw.socket.resetAndDestroy())
  return result
}
