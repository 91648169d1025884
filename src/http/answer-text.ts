/**
 * An answer as text, for a page that shows it.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { QueryEngine } from '../query/engine.ts'
import type { ParsedQuery } from '../query/syntax.ts'
import { ask } from './ask.ts'

/** Bytes. More is nothing to look at, and would have to be held here for each who asks. */
const most = 2 * 1024 * 1024

/** @returns undefined where it is too long for a page: nobody computes the rest of it then */
export async function answerText(
  engine: QueryEngine,
  query: ParsedQuery,
  mediaType: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | undefined> {
  const { body } = await ask(engine, query, mediaType, request, reply)
  if (Buffer.isBuffer(body)) return body.length > most ? undefined : body.toString()
  const chunks: Buffer[] = []
  let length = 0
  // To leave the loop would end the stream with an error, and with that the connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    length += chunk.length
    if (length > most) {
      body.destroy()
      return undefined
    }
  }
  return Buffer.concat(chunks).toString()
}
