/**
 * What browsers may do with our answers: the headers of helmet, the same on every answer and so made once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet from 'helmet'

/** @param framed whether pages of others may show ours in a frame */
function policy(framed: boolean) {
  return helmet({
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
        frameAncestors: [framed ? '*' : "'none'"],
      },
    },
    xFrameOptions: !framed,
    // Data is for every page on the web to use; transport security is the proxy's to promise.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  })
}

const framed = headersOf(policy(true))

/** Sets them on every answer. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  const headers = headersOf(policy(false))
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

/** For a page that is made to be shown in the frames of others. */
export function allowFrames(reply: FastifyReply): void {
  reply.removeHeader('x-frame-options').headers(framed)
}

/** What a middleware sets on an answer that has nothing yet. */
function headersOf(middleware: ReturnType<typeof policy>): Readonly<Record<string, string>> {
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
