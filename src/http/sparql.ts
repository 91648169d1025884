/**
 * `/sparql`: SPARQL 1.1 Protocol, queries by GET and by POST in both forms (§2.1).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { resultTypes } from '../query/results/types.ts'
import { parseQuery } from '../query/syntax.ts'
import { sparqlPage } from '../representation/html/pages.ts'
import { html, negotiateMediaType, prefersHtml } from '../representation/negotiate.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

export async function sparqlRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, engine, baseIri } = services
  const tags = ['queries']
  app.addContentTypeParser(
    ['application/sparql-query', 'application/x-www-form-urlencoded'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  )

  const answer = async (text: string, request: FastifyRequest, reply: FastifyReply) => {
    const query = parseQuery(text, baseIri)
    const mediaType = negotiateMediaType(request.headers.accept, resultTypes(query.form))
    const gone = new AbortController()
    request.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort()
    })
    return respond(request, reply, store.version(), {
      mediaType,
      vary: ['Accept'],
      variant: text,
      body: async () => (await engine.execute({ query, mediaType }, gone.signal)).body,
    })
  }

  const get = {
    summary: 'A SPARQL query; without one, the form to write it in',
    tags,
    querystring: {
      type: 'object',
      properties: {
        ...languageQuery.properties,
        query: { type: 'string', description: 'The query text (SPARQL 1.1, read only)' },
      },
    },
  } as const
  app.get('/sparql', { schema: get }, async (request, reply) => {
    const parameters = new URL(request.url, services.publicUrl).searchParams
    if (parameters.has('query') || !prefersHtml(request.headers.accept)) {
      return answer(queryParameter(parameters), request, reply)
    }
    const page = pageContext(request, services)
    return respond(request, reply, store.version(), {
      mediaType: html,
      vary: ['Accept', 'Accept-Language'],
      variant: page.language,
      body: () => sparqlPage(page),
    })
  })

  const post = {
    summary: 'A SPARQL query, as a form or as application/sparql-query',
    tags,
    body: { type: 'string' },
  } as const
  app.post('/sparql', { schema: post }, async (request, reply) => {
    const body = request.body as string
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    return answer(isForm ? queryParameter(new URLSearchParams(body)) : body, request, reply)
  })
}

function queryParameter(parameters: URLSearchParams): string {
  const [text, ...more] = parameters.getAll('query')
  if (parameters.has('update'))
    throw new RequestError('query-refused', 'This endpoint only answers queries: updates are refused.')
  if (text === undefined)
    throw new RequestError('parameter-invalid', 'The parameter query is missing: the text of the query.')
  if (more.length) throw new RequestError('parameter-invalid', 'The parameter query stands there more than once.')
  return text
}
