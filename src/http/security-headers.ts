/**
 * What browsers may do with our answers: the headers of helmet, the same on every answer but a few and so made once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet from 'helmet'

/** What a page is allowed beyond what every answer is. */
interface Leave {
  /** To be shown by pages of others in a frame. */
  readonly framed?: true | undefined
  /** To load images from another origin. */
  readonly imagesFrom?: string | undefined
}

type Headers = Readonly<Record<string, string>>

function policy({ framed, imagesFrom }: Leave) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...(imagesFrom === undefined ? [] : [imagesFrom])],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: [framed ? '*' : "'none'"],
      },
    },
    xFrameOptions: framed !== true,
    // Data is for every page on the web to use; transport security is the proxy's to promise.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  })
}

/** Sets them on every answer. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  const headers = headersOf(policy({}))
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

/** Allows the page that is answered more. */
export function allow(reply: FastifyReply, leave: Leave): void {
  reply.removeHeader('x-frame-options').headers(headersWith(leave))
}

const made = new Map<string, Headers>()

function headersWith(leave: Leave): Headers {
  const key = JSON.stringify(leave)
  const headers = made.get(key) ?? headersOf(policy(leave))
  made.set(key, headers)
  return headers
}

/** What a middleware sets on an answer that has nothing yet. */
function headersOf(middleware: ReturnType<typeof policy>): Headers {
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
