/**
 * The HTTP application: built whole, then listened with or injected into.
 */
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type onSendAsyncHookHandler } from 'fastify'
import type { Config } from '../config.ts'
import { RequestError } from '../errors.ts'
import { logOptions } from '../log.ts'
import { assetRoutes } from './assets.ts'
import { drainOnClose } from './draining.ts'
import { dumpRoutes } from './dumps.ts'
import { nameEdition, type ShownSettings } from './edition.ts'
import { editorRoutes } from './editor.ts'
import { entityRoutes } from './entities.ts'
import { graphStoreRoutes } from './graph-store.ts'
import { linkRoutes } from './links.ts'
import { lookupRoutes } from './lookup.ts'
import { checkMessages } from './message.ts'
import { registerMethods } from './methods.ts'
import { keepVersion, type Versions } from './one-version.ts'
import { describeAnswers, openApiRoutes } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { queryRoutes } from './queries.ts'
import { reconcileRoutes } from './reconcile/routes.ts'
import { checkVersion, nameReleases } from './release-link.ts'
import { nameRequests, requestIds } from './request-id.ts'
import { RequestLog } from './request-log.ts'
import { resourceRoutes } from './resources.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'
import { siteRoutes } from './site.ts'
import { sitePageRoutes } from './site-pages.ts'
import { sitemapRoutes } from './sitemap.ts'
import { sparqlRoutes } from './sparql.ts'
import { refuseUnread } from './unread.ts'
import { checkUrlEncoded } from './url-encoded.ts'

export type AppOptions = Pick<Config, 'logLevel' | 'trustProxy' | 'queryTimeoutMs'> & ShownSettings

/** A query is text that a person wrote: more than this is refused before it is read. */
const bodyLimit = 64 * 1024

/** A stop waits for every query to its deadline, and so much longer for its reader. */
const drainMarginMs = 10_000

/** @param versions where another version may take the place of the one that `services` have */
export async function buildApp(
  services: Services,
  options: AppOptions,
  versions?: Versions<unknown>,
): Promise<FastifyInstance> {
  const { logLevel, trustProxy, queryTimeoutMs } = options
  const prefix = new URL(services.publicUrl).pathname
  const requestLog = new RequestLog(() => services.store.version().name)
  const app = Fastify({
    logger: logOptions(logLevel),
    logController: requestLog,
    genReqId: requestIds(trustProxy),
    trustProxy,
    bodyLimit,
    requestTimeout: 30_000,
    // Who sends a byte at a time holds a connection no longer than this, and Node looks no more often than it is told to.
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, requireHostHeader: false },
    // Behind a proxy that serves us under a path, addresses may arrive with or without it.
    rewriteUrl: ({ url = '/' }) => (prefix !== '/' && url.startsWith(prefix) ? url.slice(prefix.length - 1) : url),
    // Refused as all else is, in `draining.ts`.
    return503OnClosing: false,
    clientErrorHandler: refuseUnread,
    routerOptions: { maxParamLength: 2048 },
    frameworkErrors: (error, request, reply) => {
      // For these nobody else listens.
      reply.raw.once('finish', () => requestLog.requestCompleted(undefined, request, reply))
      sendProblem(error, request, reply, services)
    },
  })
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, services))
  if (versions) keepVersion(app, versions)
  nameRequests(app)
  drainOnClose(app, queryTimeoutMs + drainMarginMs)
  await nameEdition(app, services, options)
  checkMessages(app)
  registerMethods(app, services)

  sendSecurityHeaders(app)
  nameReleases(app, services)
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'QUERY', 'OPTIONS'],
    exposedHeaders: [
      'Accept-Ranges',
      'Allow',
      'Content-Location',
      'Content-Range',
      'Dataset-Version',
      'ETag',
      'Link',
      'Location',
      'Retry-After',
      'X-Request-Id',
    ],
    maxAge: 86_400,
    strictPreflight: false,
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false })
  // After the hook that compresses, which is added to each route in the same way.
  app.addHook('onRoute', (route) => {
    const hooks = [route.onSend ?? []].flat().concat(nameCoding)
    // Of a HEAD the body goes last: its headers are those of the GET, coding and all (RFC 9110 §9.3.2).
    route.onSend = route.method === 'HEAD' ? [...hooks.slice(1), hooks[0]!] : hooks
  })
  checkVersion(app, services)
  app.addHook('onRequest', ({ headers, url }, _reply, done) => {
    checkUrlEncoded(url, { en: 'The address', fr: 'L’adresse' })
    if (headers['content-encoding']) {
      throw new RequestError('media-type-unsupported', {
        en: 'Requests are taken as they are: send them without Content-Encoding.',
        fr: 'Les requêtes sont prises telles quelles\u00a0: envoyez-les sans Content-Encoding.',
      })
    }
    done()
  })

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Commons Graph',
        description: 'The commons of a town as linked data: descriptions, a SPARQL endpoint, saved queries and dumps.',
        // That of the data, when it is sent.
        version: '',
        license: { name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      },
      servers: [{ url: services.publicUrl }],
    },
    transform: describeAnswers,
  })
  for (const routes of [
    siteRoutes,
    assetRoutes,
    sitePageRoutes,
    sitemapRoutes,
    entityRoutes,
    lookupRoutes,
    linkRoutes,
    resourceRoutes,
    sparqlRoutes,
    editorRoutes,
    graphStoreRoutes,
    queryRoutes,
    reconcileRoutes,
    dumpRoutes,
    openApiRoutes,
  ]) {
    await app.register(routes, services)
  }
  return app
}

/** A strong entity tag tells content codings apart (RFC 9110 §8.8.3.3); what compresses says in Vary what is said there. */
const nameCoding: onSendAsyncHookHandler = async (_request, reply, payload) => {
  const coding = reply.getHeader('content-encoding')
  const etag = reply.getHeader('etag')
  if (coding && typeof etag === 'string' && etag.startsWith('"') && reply.statusCode !== 304) {
    reply.header('etag', etag.replace(/"$/, `.${String(coding)}"`))
  }
  const vary = String(reply.getHeader('vary') ?? '').split(/,\s*/)
  const names = new Map(vary.toReversed().map((name) => [name.toLowerCase(), name]))
  if (names.size < vary.length) reply.header('vary', [...names.values()].toReversed().join(', '))
  return payload
}
