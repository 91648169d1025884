/**
 * `/graphs`: reading by the SPARQL 1.1 Graph Store HTTP Protocol (§5.2 GET, §5.6 HEAD), graphs named indirectly (§4.2).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { rdf, toTriple } from '../rdf/environment.ts'
import { turtle } from '../rdf/formats.ts'
import { writeQuads } from '../rdf/write.ts'
import { negotiateFormat, prefersHtml } from '../representation/negotiate.ts'
import { addVary, respond } from './respond.ts'
import type { Services } from './services.ts'
import { absoluteIri } from './sparql-parameters.ts'

export async function graphStoreRoutes(app: FastifyInstance, { store, publicUrl, jsonLd }: Services): Promise<void> {
  const schema = {
    summary: 'A graph by its IRI, or the default graph (Graph Store Protocol, reading)',
    tags: ['queries'],
    querystring: {
      type: 'object',
      properties: {
        graph: { type: 'string', description: 'The absolute IRI of a named graph' },
        default: { type: 'string', description: 'The union of all graphs' },
      },
    },
  } as const
  const send = async (name: string | undefined, request: FastifyRequest, reply: FastifyReply) => {
    const quads = name === undefined ? await store.union() : await store.graph(rdf.namedNode(name))
    if (name !== undefined && !quads.length)
      throw new RequestError('entity-unknown', {
        en: `There is no graph <${name}>.`,
        fr: `Il n’y a pas de graphe <${name}>.`,
      })
    const format = negotiateFormat(request.headers.accept, turtle)
    return respond(request, reply, store.version(), {
      mediaType: format.mediaType,
      vary: ['Accept'],
      body: () => writeQuads(quads.map(toTriple), format, jsonLd),
    })
  }
  app.get('/graphs', { schema, validatorCompiler: () => () => true }, (request, reply) => {
    const { searchParams, search } = new URL(request.url, publicUrl)
    const namesNone = [...searchParams.keys()].every((name) => name === 'lang')
    if (namesNone && prefersHtml(request.headers.accept)) {
      // Who opens the endpoint in a browser wants to know what it is of.
      addVary(reply, 'Accept')
      return reply.header('cache-control', 'no-cache').redirect(`${publicUrl}dataset${search}`, 303)
    }
    return send(graphName(searchParams), request, reply)
  })
  const direct = { summary: 'A graph whose own IRI is the address (Graph Store Protocol §4.1)', tags: ['queries'] }
  app.get('/graphs/*', { schema: direct }, (request, reply) =>
    send(new URL(request.url, publicUrl).href, request, reply),
  )
}

/** The one graph that is asked for; the default graph has no name. */
function graphName(given: URLSearchParams): string | undefined {
  const names = given.getAll('graph')
  const both = names.length + given.getAll('default').length
  const strange = [...given.keys()].find((name) => name !== 'graph' && name !== 'default')
  if (strange !== undefined || both !== 1) {
    throw new RequestError(
      'parameter-invalid',
      {
        en: 'Name one graph: ?graph= with its absolute IRI, or ?default.',
        fr: 'Nommez un graphe\u00a0: ?graph= avec son IRI absolu, ou ?default.',
      },
      {
        offered: ['graph', 'default'],
      },
    )
  }
  return names[0] === undefined ? undefined : absoluteIri('graph', names[0])
}
