/**
 * `/sparql`: the query operation of the SPARQL 1.1 Protocol (§2.1) by GET, by POST in both forms and by QUERY, the
 * service description (SPARQL 1.1 Service Description §2) for a client that sends no query, and the editor for a browser.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { datasetIri, graphNames } from '../dataset/graphs.ts'
import { RequestError } from '../errors.ts'
import { maxBytes } from '../query/limits.ts'
import { planTypes, resultTypes } from '../query/results/types.ts'
import { describeService } from '../query/service-description.ts'
import { turtle } from '../rdf/formats.ts'
import { writeQuads } from '../rdf/write.ts'
import { negotiateFormat, negotiateMediaType, prefersHtml } from '../representation/negotiate.ts'
import { ask } from './ask.ts'
import { clientOf } from './client-address.ts'
import { sendEditor } from './editor.ts'
import { addressParameters, formParameters, formType, takeText } from './form.ts'
import { languageQuery } from './pages.ts'
import { respond } from './respond.ts'
import { safeParameter } from './safe-csv.ts'
import type { Services } from './services.ts'
import { type QueryParameters, readParameters } from './sparql-parameters.ts'

const queryType = 'application/sparql-query'

/** In which a query of any form can be answered. */
const allTypes = [...resultTypes('SELECT'), ...resultTypes('CONSTRUCT')]

/** Beside these a query is more than the editor has a field for. */
const ofPrograms = ['default-graph-uri', 'named-graph-uri', 'explain']

const parameters = {
  query: { type: 'string', description: 'The query text (SPARQL 1.1, read only)' },
  'default-graph-uri': {
    type: 'array',
    items: { type: 'string' },
    description: 'Graphs whose union is the default graph',
  },
  'named-graph-uri': { type: 'array', items: { type: 'string' }, description: 'The named graphs that GRAPH sees' },
  explain: { type: 'string', enum: ['text', 'json'], description: 'The plan of the query instead of its answer' },
  ...safeParameter,
} as const

export async function sparqlRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, engine, baseIri, publicUrl, jsonLd } = services
  const tags = ['queries']
  takeText(app, [queryType, formType], 4 * maxBytes)

  const answer = async (
    { query: text, dataset, explain }: QueryParameters,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const query = engine.parse({ text, baseIri, dataset, client: clientOf(request.ip) })
    const mediaType = explain ? planTypes[explain] : negotiateMediaType(request.headers.accept, resultTypes(query.form))
    return respond(request, reply, store.version(), {
      mediaType,
      vary: ['Accept'],
      variant: JSON.stringify([text, dataset]),
      cacheable: query.deterministic,
      weak: !engine.repeats && query.form !== 'ASK',
      body: async () => (await ask(engine, query, mediaType, request, reply)).body,
    })
  }

  const describe = async (request: FastifyRequest, reply: FastifyReply) => {
    const format = negotiateFormat(request.headers.accept, turtle)
    return respond(request, reply, store.version(), {
      mediaType: format.mediaType,
      vary: ['Accept'],
      links: [`<${publicUrl}.well-known/void>; rel="describedby"`],
      body: async () => {
        const facts = {
          endpoint: `${publicUrl}sparql`,
          federates: engine.federates,
          extensionFunctions: engine.extensionFunctions,
          dataset: datasetIri(baseIri),
          namedGraphs: await store.graphs(),
          triples: await store.tripleCount(),
          description: await store.graph(graphNames(baseIri).dataset),
        }
        return writeQuads(describeService(facts), format, jsonLd)
      },
    })
  }

  const get = {
    summary:
      'A SPARQL query; without one, the service description; for a browser the editor, with the query and its answer in it',
    tags,
    querystring: { type: 'object', properties: { ...languageQuery.properties, ...parameters } },
  } as const
  // Parameters may stand there many times, which the text says and a parsed object does not.
  app.get('/sparql', { schema: get, validatorCompiler: () => () => true }, async (request, reply) => {
    const given = addressParameters(request)
    given.delete('lang')
    if (!given.size) {
      return prefersHtml(request.headers.accept)
        ? sendEditor(undefined, request, reply, services)
        : describe(request, reply)
    }
    const asked = readParameters(given)
    // A person who opens a query wants to see it, and to change it, whatever those who passed the address on have added.
    const isOpened = !ofPrograms.some((name) => given.has(name)) && prefersHtml(request.headers.accept, allTypes)
    return isOpened ? sendEditor(asked.query, request, reply, services) : answer(asked, request, reply)
  })

  const post = {
    summary: 'A SPARQL query, as a form or as application/sparql-query',
    tags,
    querystring: { type: 'object', properties: parameters },
    body: { type: 'string' },
    consumes: [queryType, formType],
  } as const
  app.route({
    method: ['POST', 'QUERY'],
    url: '/sparql',
    schema: post,
    validatorCompiler: () => () => true,
    handler: async (request, reply) => {
      const given = addressParameters(request)
      if (typeof request.body !== 'string') {
        throw new RequestError('media-type-unsupported', {
          en: `Send the query as ${queryType} or as ${formType}.`,
          fr: `Envoyez la requête en ${queryType} ou en ${formType}.`,
        })
      }
      const inBody = formParameters(request) ?? [['query', request.body] as const]
      for (const [name, value] of inBody) given.append(name, value)
      return answer(readParameters(given), request, reply)
    },
  })
}
