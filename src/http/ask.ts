/**
 * A query of a request, handed to the engine: its client pays for it, its deadline counts from the request's arrival, and
 * it ends when the client goes.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { QueryEngine, QueryResult } from '../query/engine.ts'
import type { ParsedQuery } from '../query/syntax.ts'

export function ask(
  engine: QueryEngine,
  query: ParsedQuery,
  mediaType: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<QueryResult> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const arrived = performance.now() - reply.elapsedTime
  return engine.execute({ query, mediaType, client: request.ip, arrived }, gone.signal)
}
