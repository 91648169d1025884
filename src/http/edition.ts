/**
 * All that answers are made of beside the data: another program, context, query, shape or setting may say the same in other bytes,
 * and a strong entity tag is of bytes (RFC 9110 §8.8.1).
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { fingerprintOfProgram } from '../dataset/fingerprint.ts'
import { toNQuad } from '../rdf/nquads.ts'
import type { Services } from './services.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** A hash, in hexadecimal. */
    readonly edition: string
  }
}

/** What pages show of the settings. */
export type ShownSettings = Pick<Config, 'tileUrl' | 'tileAttribution' | 'issueFormUrl'>

export async function nameEdition(
  app: FastifyInstance,
  { context, shapes, queries, baseIri, publicUrl }: Services,
  { tileUrl, tileAttribution, issueFormUrl }: ShownSettings,
): Promise<void> {
  const hash = createHash('sha256').update(await fingerprintOfProgram())
  hash.update(JSON.stringify([baseIri, publicUrl, tileUrl, tileAttribution, issueFormUrl]))
  hash.update(JSON.stringify([context, [...queries.values()].map(({ name, text }) => [name, text])]))
  for (const line of shapes.map(toNQuad).sort()) hash.update(line)
  app.decorate('edition', hash.digest('hex'))
}
