/**
 * All that answers are made of beside the data: another program, context, query or shape may say the same in other bytes,
 * and a strong entity tag is of bytes (RFC 9110 §8.8.1).
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { fingerprintOfProgram } from '../dataset/fingerprint.ts'
import { toNQuad } from '../rdf/nquads.ts'
import type { Services } from './services.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** A hash, in hexadecimal. */
    readonly edition: string
  }
}

export async function nameEdition(app: FastifyInstance, { context, shapes, queries }: Services): Promise<void> {
  const hash = createHash('sha256').update(await fingerprintOfProgram())
  hash.update(JSON.stringify([context, [...queries.values()].map(({ name, text }) => [name, text])]))
  for (const line of shapes.map(toNQuad).sort()) hash.update(line)
  app.decorate('edition', hash.digest('hex'))
}
