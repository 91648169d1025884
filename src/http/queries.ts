/**
 * Saved queries and their answers.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { answersGraph, type SavedQuery } from '../query/saved.ts'
import { nTriples } from '../rdf/formats.ts'
import { geoJson } from '../representation/geojson.ts'
import { layout } from '../representation/html/layout.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { readAnswer } from '../site/answer/answer.ts'
import { featuresOf } from '../site/answer/features.ts'
import { readGraph } from '../site/answer/graph.ts'
import { allFiles, answerFiles } from '../site/queries/files.ts'
import { questionOf } from '../site/queries/question.ts'
import { questionPage, questionsPage } from '../site/queries/view.ts'
import { answerText } from './answer-text.ts'
import { ask } from './ask.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import { safeParameter } from './safe-csv.ts'
import { allow } from './security-headers.ts'
import type { Services } from './services.ts'

const json = 'application/json'
const jsonResults = 'application/sparql-results+json'
const queryType = 'application/sparql-query'

/** What each suffix answers. */
const suffixes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(allFiles.map(({ suffix, mediaType }) => [suffix, mediaType])),
  rq: queryType,
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
      'A saved query with its answer: .json, .csv and where it says where things are .geojson are the answer, or .jsonld, .ttl and the like of a graph, .rq the query; else data or a page, by Accept',
    tags,
    params: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    querystring: { type: 'object', properties: { ...languageQuery.properties, ...safeParameter } },
  } as const
  app.get('/queries/:name', { schema }, async (request, reply) => {
    const file = (request.params as { name: string }).name
    const suffix = Object.keys(suffixes).find((candidate) => file.endsWith(`.${candidate}`))
    const saved = queries.get(suffix ? file.slice(0, -suffix.length - 1) : file)
    if (!saved)
      throw new RequestError('entity-unknown', {
        en: `There is no saved query ${file}.`,
        fr: `Il n’y a pas de question enregistrée ${file}.`,
      })
    if (suffix) return sendAnswer(saved, suffixes[suffix]!, request, reply)
    const offered = answersGraph(saved) ? answerFiles(saved).map(({ mediaType }) => mediaType) : [json]
    const wanted = negotiateMediaType(request.headers.accept, [...offered, html])
    if (wanted !== html) return sendAnswer(saved, wanted === json ? jsonResults : wanted, request, reply, ['Accept'])
    const page = pageContext(request, services)
    if (saved.map) {
      const tileUrl = await services.readSite((site) => site.tileUrl)
      allow(reply, { imagesFrom: new URL(tileUrl).origin })
    }
    const refused = saved.query.endpoints.filter((endpoint) => !engine.mayAsk(endpoint))
    const questions = Array.from(queries.values(), (query) => questionOf(query, page.language))
    return respond(request, reply, store.version(), {
      mediaType: html,
      vary: ['Accept', 'Accept-Language'],
      variant: page.variant + saved.text + refused + JSON.stringify(questions),
      cacheable: refused.length > 0 || saved.query.deterministic,
      weak: !engine.repeats,
      body: async () => {
        const answer = refused.length ? { refused } : await answerOf(saved, request, reply)
        return services.readSite((site) => layout(questionPage({ saved, answer, questions }, site, page), page))
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
    const files = answerFiles(saved)
    if (mediaType !== queryType && !files.some((file) => file.mediaType === mediaType)) {
      const there = files.map(({ suffix }) => `.${suffix}`).join(', ')
      throw new RequestError('entity-unknown', {
        en: `The answer to ${saved.name} is not there in ${mediaType}: take ${there}.`,
        fr: `La réponse à ${saved.name} n’existe pas en ${mediaType}\u00a0: prenez ${there}.`,
      })
    }
    return respond(request, reply, store.version(), {
      mediaType,
      vary,
      variant: saved.text,
      cacheable: mediaType === queryType || saved.query.deterministic,
      weak: mediaType !== queryType && !engine.repeats,
      body: async () => {
        if (mediaType === queryType) return saved.text
        if (mediaType !== geoJson.mediaType) return (await ask(engine, saved.query, mediaType, request, reply)).body
        const answer = await answerOf(saved, request, reply)
        if (answer === 'too-long')
          throw new RequestError('query-too-large', {
            en: 'The answer is too long for one document.',
            fr: 'La réponse est trop longue pour un document.',
          })
        return featuresOf(answer, saved.map!)
      },
    })
  }

  const answerOf = async (saved: SavedQuery, request: FastifyRequest, reply: FastifyReply) => {
    const isGraph = answersGraph(saved)
    const text = await answerText(engine, saved.query, isGraph ? nTriples.mediaType : jsonResults, request, reply)
    if (text === undefined) return 'too-long'
    return isGraph ? readGraph(text, services.baseIri) : readAnswer(text)
  }
}
