/**
 * Errors as they leave the server: problem documents (RFC 9457) for programs, a page for people.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { EngineError } from '../endpoint/ask.ts'
import { toldOf as engineToldOf } from '../endpoint/told.ts'
import { ClientGone, type ErrorCode, inItsWords, RequestError } from '../errors.ts'
import type { Bases } from '../representation/addresses.ts'
import { errorPage } from '../representation/html/pages.ts'
import { languages, negotiateLanguage, prefersHtml } from '../representation/negotiate.ts'
import { toldOf } from './invalid-parameter.ts'
import { urnOf } from './request-id.ts'
import { addVary } from './respond.ts'

const statuses: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  'parameter-invalid': [400, 'A parameter is not valid'],
  'query-malformed': [400, 'The query cannot be read'],
  'query-refused': [403, 'The query is refused'],
  'entity-unknown': [404, 'There is nothing here'],
  'version-elsewhere': [404, 'This server serves another version'],
  'entity-withdrawn': [410, 'What was here is gone'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'not-acceptable': [406, 'None of the accepted media types is offered'],
  'request-timeout': [408, 'The request did not come in time'],
  'precondition-failed': [412, 'The condition does not hold'],
  'payload-too-large': [413, 'The request is too large'],
  'media-type-unsupported': [415, 'The media type is not supported'],
  'expectation-failed': [417, 'The expectation cannot be met'],
  'server-stopping': [503, 'The server is stopping'],
  'query-timeout': [503, 'The query took too long'],
  'query-too-large': [503, 'The query needs too much'],
  overloaded: [503, 'The server is busy'],
  'too-many-requests': [429, 'Too many requests'],
  'upstream-failed': [502, 'Another server failed'],
  internal: [500, 'The server failed'],
}

/** Fastify's own errors by their code; others of class 4xx are parameters that are not valid. */
const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
}

/** Sends any error; what is not meant for the client is logged and answered without detail. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, bases: Bases): FastifyReply {
  const { code, told, detail, cause } = toRequestError(error)
  const [status, title] = statuses[code]
  if (code === 'internal' && !(error instanceof ClientGone)) request.log.error(error)
  // What the engine did, the operator may want to know.
  if (cause) request.log.warn({ err: cause }, 'the engine failed')
  if (detail.allow) reply.header('allow', detail.allow.join(', '))
  if (detail.retryAfter !== undefined) reply.header('retry-after', detail.retryAfter)
  for (const header of ['etag', 'last-modified', 'link', 'content-location', 'content-disposition'])
    reply.removeHeader(header)
  addVary(reply, 'Accept')
  // Errors of the framework itself come before the hooks that would say so.
  reply.header('access-control-allow-origin', '*').header('x-request-id', request.id)
  reply.code(status).header('cache-control', 'no-store')
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown }
  const chosenLanguage = languages.find((known) => known === lang)
  if (prefersHtml(request.headers.accept)) {
    const language = negotiateLanguage(request.headers['accept-language'], chosenLanguage)
    addVary(reply, 'Accept-Language')
    return reply
      .type('text/html; charset=utf-8')
      .send(
        errorPage(
          { title: String(status), told, near: detail.near },
          { ...bases, language, chosenLanguage, path: pathOf(request.url) },
        ),
      )
  }
  const { allow: _, ...members } = detail
  const problem = {
    type: 'about:blank',
    title,
    status,
    // In English for programs, unless the address names a language, as our own modules do for their readers.
    ...(chosenLanguage === 'fr' ? { detail: told.fr, words: told.words } : { detail: told.en }),
    code,
    instance: urnOf(request.id),
    ...members,
  }
  return reply.type('application/problem+json').send(JSON.stringify(problem))
}

/** The path and query, without `lang`, under which the same is asked for in the other language. */
function pathOf(asked: string): string {
  const url = URL.parse(asked, 'http://localhost/')
  url?.searchParams.delete('lang')
  return url ? url.pathname.slice(1) + url.search : ''
}

function toRequestError(error: unknown): RequestError {
  if (error instanceof EngineError) return engineToldOf(error)
  if (error instanceof RequestError) return error
  const { code, statusCode = 500, message, validation } = error as FastifyError
  const known = frameworkCodes[code]
  if (known) return new RequestError(known, inItsWords(message, 'La requête n’est pas prise'))
  if (statusCode >= 400 && statusCode < 500) {
    const told = validation?.[0] && toldOf(validation[0])
    return new RequestError('parameter-invalid', told ?? inItsWords(message, 'Un paramètre n’est pas valide'))
  }
  return new RequestError('internal', {
    en: 'Something went wrong on our side. The log has the details.',
    fr: 'Quelque chose a échoué de notre côté. Le journal a les détails.',
  })
}
