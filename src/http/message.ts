/**
 * What a request has to say beside its method and address (RFC 9112 §3.2, RFC 9110 §10.1.1). Node would answer these
 * faults without a word; here they are problems like all others.
 */
import { isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inItsWords, RequestError } from '../errors.ts'
import { refuseTunnel } from './unread.ts'

/** RFC 3986 §3.2.2 without addresses in brackets, and the port; it may be empty. */
const namedHost = /^(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*(?::\d*)?$/i
const bracketedHost = /^\[([^\]]*)\](?::\d*)?$/
/** RFC 3986 §3.2.2, IPvFuture. */
const futureAddress = /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i

/** Checks every request; for it to see them all, the server is created with `requireHostHeader: false`. */
export function checkMessages(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.routing(request, response))
  app.server.on('connect', refuseTunnel)
  app.addHook('onRequest', (request, reply, done) => {
    const fault = hostFault(request)
    if (fault) {
      // Whoever disagrees with us about the host may disagree about where the next request begins.
      reply.header('connection', 'close')
      throw new RequestError(
        'parameter-invalid',
        inItsWords(`The header Host ${fault}.`, 'L’en-tête Host n’est pas valide'),
      )
    }
    checkExpectation(request)
    done()
  })
}

/** What is wrong with the host: none in HTTP/1.1, two, and what is none. */
function hostFault({ raw: { rawHeaders, httpVersion } }: FastifyRequest): string | undefined {
  const hosts = rawHeaders.filter((_, index, all) => index % 2 && all[index - 1]!.toLowerCase() === 'host')
  const [host] = hosts
  if (host === undefined) return httpVersion === '1.0' ? undefined : 'is missing, which HTTP/1.1 requires'
  if (hosts.length > 1) return 'stands there more than once'
  return isHost(host) ? undefined : 'is no host with or without a port'
}

function isHost(text: string): boolean {
  const address = bracketedHost.exec(text)?.[1]
  if (address === undefined) return namedHost.test(text)
  return (isIPv6(address) && !address.includes('%')) || futureAddress.test(address)
}

/** @throws RequestError `expectation-failed` for any but 100-continue, which Node meets by itself */
function checkExpectation({ headers: { expect } }: FastifyRequest): void {
  if (expect === undefined || expect.toLowerCase() === '100-continue') return
  throw new RequestError('expectation-failed', {
    en: 'Expectations other than 100-continue are not met here.',
    fr: 'Aucune attente autre que 100-continue n’est remplie ici.',
  })
}
