/**
 * Addresses that exist but do not know a method: 405 with `Allow` (RFC 9110 §15.5.6).
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'

/** Collects the routes that are registered after it, and answers what none of them does. */
export function registerUnknown(app: FastifyInstance): void {
  const routes = new Map<string, { pattern: URLPattern; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    // The preflight of every address, which makes none of them exist.
    if (url === '*') return
    const route = routes.get(url) ?? { pattern: new URLPattern({ pathname: url }), methods: new Set(['OPTIONS']) }
    routes.set(url, route)
    for (const name of [method].flat()) route.methods.add(name)
  })
  app.setNotFoundHandler((request) => {
    const path = request.url.split('?')[0]!
    const known = [...routes.values()].filter(({ pattern }) => pattern.test({ pathname: path }))
    const allow = [...new Set(known.flatMap(({ methods }) => [...methods]))].sort()
    if (allow.length && !allow.includes(request.method)) {
      throw new RequestError('method-not-allowed', `${request.method} is not known here; ${allow.join(', ')} are.`, {
        allow,
      })
    }
    throw new RequestError('entity-unknown', `There is nothing at ${path}.`)
  })
}
