/**
 * Which state of the data an answer is of: its version in a header, and where the release is that holds it.
 */
import type { FastifyInstance } from 'fastify'
import type { Services } from './services.ts'

/** `Dataset-Version` has no registration; the release is a collection that the answer is of (RFC 6573 §2.1). */
export function nameReleases(app: FastifyInstance, { store, publicUrl }: Services): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const { name } = store.version()
    reply.header('dataset-version', name)
    if (reply.statusCode < 400) {
      const links = [reply.getHeader('link') ?? []].flat()
      reply.header('link', [...links, `<${publicUrl}dumps/${name}/>; rel="collection"`].join(', '))
    }
    done(null, payload)
  })
}
