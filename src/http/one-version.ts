/**
 * Where another version of the data may take the place of the one that is served, a request keeps the one that it began
 * with.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** @template Kept what stands for a version */
export interface Versions<Kept> {
  /** Goes on with a request, of the newest version or of the one that was kept. */
  enter(go: () => void, kept?: Kept): Kept
}

/** Before all other hooks. */
export function keepVersion<Kept>(app: FastifyInstance, versions: Versions<Kept>): void {
  const kept = new WeakMap<FastifyRequest, Kept>()
  app.addHook('onRequest', (request, _reply, done) => {
    kept.set(
      request,
      versions.enter(() => {}),
    )
    versions.enter(done, kept.get(request))
  })
  // A body comes by events of the connection, which know of no request.
  app.addHook('preValidation', (request, _reply, done) => {
    versions.enter(done, kept.get(request))
  })
}
