/**
 * Saved queries and their answers.
 */
import { text as readText } from 'node:stream/consumers'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import type { SavedQuery } from '../query/saved.ts'
import { type AnswerTable, queriesPage, queryPage } from '../representation/html/pages.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { ask, safeParameter } from './ask.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

const json = 'application/json'
const jsonResults = 'application/sparql-results+json'

/** What each suffix answers. */
const suffixes: Readonly<Record<string, string>> = {
  json: jsonResults,
  csv: 'text/csv',
  rq: 'application/sparql-query',
}

export async function queryRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, engine, queries, publicUrl } = services
  const tags = ['queries']

  app.get(
    '/queries',
    { schema: { summary: 'The saved queries; JSON or a page, by Accept', tags, querystring: languageQuery } },
    (request, reply) => {
      const mediaType = negotiateMediaType(request.headers.accept, [json, html])
      const list = [...queries.values()]
      if (mediaType === json) {
        const body = list.map(({ name, title, description, query: { endpoints } }) => ({
          name,
          title,
          description,
          address: `${publicUrl}queries/${name}`,
          ...(endpoints.length && { endpoints, available: endpoints.every((endpoint) => engine.mayAsk(endpoint)) }),
        }))
        return respond(request, reply, store.version(), {
          mediaType,
          vary: ['Accept'],
          variant: JSON.stringify(body),
          body: () => JSON.stringify(body),
        })
      }
      const page = pageContext(request, services)
      const inLanguage = list.map((query) => summary(query, page.language))
      return respond(request, reply, store.version(), {
        mediaType,
        vary: ['Accept', 'Accept-Language'],
        variant: page.variant,
        body: () => queriesPage(inLanguage, page),
      })
    },
  )

  const schema = {
    summary:
      'A saved query with its answer: .json and .csv are the answer, .rq the query; else JSON or a page, by Accept',
    tags,
    params: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    querystring: { type: 'object', properties: { ...languageQuery.properties, ...safeParameter } },
  } as const
  app.get('/queries/:name', { schema }, async (request, reply) => {
    const file = (request.params as { name: string }).name
    const suffix = Object.keys(suffixes).find((candidate) => file.endsWith(`.${candidate}`))
    const saved = queries.get(suffix ? file.slice(0, -suffix.length - 1) : file)
    if (!saved) throw new RequestError('entity-unknown', `There is no saved query ${file}.`)
    if (suffix) return sendAnswer(saved, suffixes[suffix]!, request, reply)
    if (negotiateMediaType(request.headers.accept, [json, html]) === json)
      return sendAnswer(saved, jsonResults, request, reply, ['Accept'])
    const page = pageContext(request, services)
    const refused = saved.query.endpoints.filter((endpoint) => !engine.mayAsk(endpoint))
    return respond(request, reply, store.version(), {
      mediaType: html,
      vary: ['Accept', 'Accept-Language'],
      variant: page.variant + saved.text + refused,
      cacheable: refused.length > 0 || saved.query.deterministic,
      body: async () => {
        const answer = refused.length ? { refused } : await table(saved, request, reply)
        return queryPage({ ...summary(saved, page.language), text: saved.text }, answer, page)
      },
    })
  })

  const sendAnswer = (
    saved: SavedQuery,
    mediaType: string,
    request: FastifyRequest,
    reply: FastifyReply,
    vary: string[] = [],
  ) =>
    respond(request, reply, store.version(), {
      mediaType,
      vary,
      variant: saved.text,
      cacheable: mediaType === suffixes.rq || saved.query.deterministic,
      body: async () =>
        mediaType === suffixes.rq ? saved.text : (await ask(engine, saved.query, mediaType, request, reply)).body,
    })

  const table = async (saved: SavedQuery, request: FastifyRequest, reply: FastifyReply): Promise<AnswerTable> => {
    const { body } = await ask(engine, saved.query, jsonResults, request, reply)
    const text = Buffer.isBuffer(body) ? body.toString() : await readText(body)
    const { head, boolean, results } = JSON.parse(text) as JsonResults
    if (boolean !== undefined) return { variables: ['boolean'], rows: [[{ text: String(boolean), iri: false }]] }
    const cell = (binding: JsonTerm | undefined) => ({
      text: binding?.value ?? '',
      iri: binding?.type === 'uri',
      ...(binding?.['xml:lang'] && { language: binding['xml:lang'] }),
    })
    const { vars = [] } = head
    const rows = results?.bindings ?? []
    return { variables: vars, rows: rows.map((row) => vars.map((name) => cell(row[name]))) }
  }
}

interface JsonTerm {
  readonly type: string
  readonly value: string
  readonly 'xml:lang'?: string
}

/** SPARQL 1.1 Query Results JSON: of SELECT with bindings, of ASK with a boolean. */
interface JsonResults {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}

function summary({ name, title, description, query }: SavedQuery, language: 'fr' | 'en') {
  return { name, title: title[language], description: description[language], endpoints: query.endpoints }
}
