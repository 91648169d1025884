/**
 * Addresses and the methods that they know: `Allow` where it is asked for, 405 for other methods (RFC 9110 §9.3.7,
 * §15.5.6), a redirect where nothing but a slash at the end is too much, 404 for what is no address.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import type { Services } from './services.ts'

/** Collects the routes that are registered after it. */
export function registerMethods(app: FastifyInstance, { publicUrl }: Pick<Services, 'publicUrl'>): void {
  const routes = new Map<string, { pattern: URLPattern; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    // The preflight of every address, which makes none of them exist.
    if (url === '*') return
    const route = routes.get(url) ?? { pattern: new URLPattern({ pathname: url }), methods: new Set(['OPTIONS']) }
    routes.set(url, route)
    for (const name of [method].flat()) route.methods.add(name)
  })
  const allowed = (path: string) => {
    const known = [...routes.values()].filter(({ pattern }) => pattern.test({ pathname: path }))
    return [...new Set(known.flatMap(({ methods }) => [...methods]))].sort()
  }
  app.addHook('onRequest', (request, reply, done) => {
    const allow = request.method === 'OPTIONS' ? allowed(pathOf(request)) : []
    if (allow.length) reply.header('allow', allow.join(', '))
    done()
  })
  // Before the body is looked at, which nobody will read.
  app.addHook('preParsing', async (request, reply) => {
    if (!request.is404) return
    const path = pathOf(request)
    const allow = allowed(path)
    const bare = path.replace(/\/+$/, '')
    if (!allow.length && bare !== path && allowed(bare).includes(request.method)) {
      const address = `${publicUrl}${bare.slice(1)}${request.url.slice(path.length)}`
      return reply.header('cache-control', 'no-cache').redirect(address, 308)
    }
    if (!allow.length)
      throw new RequestError('entity-unknown', { en: `There is nothing at ${path}.`, fr: `Il n’y a rien à ${path}.` })
    throw new RequestError(
      'method-not-allowed',
      {
        en: `${request.method} is not known here; ${allow.join(', ')} are.`,
        fr: `${request.method} n’est pas connue ici\u00a0; le sont ${allow.join(', ')}.`,
      },
      {
        allow,
      },
    )
  })
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0]!
}
