/**
 * Saved queries and their answers.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import type { SavedQuery } from '../query/saved.ts'
import { geoJson } from '../representation/geojson.ts'
import { layout } from '../representation/html/layout.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { readAnswer } from '../site/answer/answer.ts'
import { featuresOf } from '../site/answer/features.ts'
import { questionOf } from '../site/queries/question.ts'
import { questionPage, questionsPage } from '../site/queries/view.ts'
import { answerText } from './answer-text.ts'
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
  geojson: geoJson.mediaType,
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
        const body = list.map(({ name, title, description, group, query: { endpoints } }) => ({
          name,
          title,
          description,
          group,
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
      const questions = list.map((query) => questionOf(query, page.language))
      return respond(request, reply, store.version(), {
        mediaType,
        vary: ['Accept', 'Accept-Language'],
        variant: page.variant + JSON.stringify(questions),
        body: () => layout(questionsPage(questions, page), page),
      })
    },
  )

  const schema = {
    summary:
      'A saved query with its answer: .json, .csv and where it says where things are .geojson are the answer, .rq the query; else JSON or a page, by Accept',
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
    const questions = Array.from(queries.values(), (query) => questionOf(query, page.language))
    return respond(request, reply, store.version(), {
      mediaType: html,
      vary: ['Accept', 'Accept-Language'],
      variant: page.variant + saved.text + refused + JSON.stringify(questions),
      cacheable: refused.length > 0 || saved.query.deterministic,
      body: async () => {
        const answer = refused.length ? { refused } : await answerOf(saved, request, reply)
        const { catalogue } = await services.site()
        return layout(questionPage({ saved, answer, questions }, catalogue.names, page), page)
      },
    })
  })

  const sendAnswer = (
    saved: SavedQuery,
    mediaType: string,
    request: FastifyRequest,
    reply: FastifyReply,
    vary: string[] = [],
  ) => {
    const { map } = saved
    if (mediaType === geoJson.mediaType && !map) {
      throw new RequestError('entity-unknown', `The answer to ${saved.name} does not say where things are.`)
    }
    return respond(request, reply, store.version(), {
      mediaType,
      vary,
      variant: saved.text,
      cacheable: mediaType === suffixes.rq || saved.query.deterministic,
      body: async () => {
        if (mediaType === suffixes.rq) return saved.text
        if (mediaType !== geoJson.mediaType) return (await ask(engine, saved.query, mediaType, request, reply)).body
        const answer = await answerOf(saved, request, reply)
        if (answer === 'too-long') throw new RequestError('query-too-large', 'The answer is too long for one document.')
        return featuresOf(answer, map!)
      },
    })
  }

  const answerOf = async (saved: SavedQuery, request: FastifyRequest, reply: FastifyReply) => {
    const text = await answerText(engine, saved.query, jsonResults, request, reply)
    return text === undefined ? 'too-long' : readAnswer(text)
  }
}
