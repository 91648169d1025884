/**
 * What browsers may do with our answers: the headers of helmet, the same on every answer and so made once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Data is for every page on the web to use; transport security is the proxy's to promise.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  strictTransportSecurity: false,
})

/** Sets them on every answer. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  const headers = headersOf(policy)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

/** What a middleware sets on an answer that has nothing yet. */
function headersOf(middleware: typeof policy): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader(name: string, value: string) {
      headers[name] = value
    },
    removeHeader() {},
  }
  middleware({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error
  })
  return headers
}
