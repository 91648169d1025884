/**
 * The query editor: the page of `/sparql` for a browser, with the answer to the query of its address in it, and what it
 * completes.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { answersGraph } from '../query/saved.ts'
import type { ParsedQuery } from '../query/syntax.ts'
import { nTriples } from '../rdf/formats.ts'
import { layout } from '../representation/html/layout.ts'
import { html, negotiateLanguage } from '../representation/negotiate.ts'
import { readAnswer } from '../site/answer/answer.ts'
import { readGraph } from '../site/answer/graph.ts'
import { editorPage, type Outcome } from '../site/editor/view.ts'
import { vocabularyOf } from '../site/editor/vocabulary.ts'
import { questionOf } from '../site/queries/question.ts'
import { answerText } from './answer-text.ts'
import { clientOf } from './client-address.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import { allow } from './security-headers.ts'
import type { Services } from './services.ts'

const jsonResults = 'application/sparql-results+json'

export async function sendEditor(
  text: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
) {
  const { store, queries } = services
  const page = pageContext(request, services)
  const questions = Array.from(queries.values(), (query) => questionOf(query, page.language))
  const read = text === undefined ? undefined : readQuery(text, request, services)
  const isFailure = read instanceof RequestError
  if (isFailure) reply.code(400)
  const tiles = await services.readSite(({ tileUrl, tileAttribution }) => ({ tileUrl, tileAttribution }))
  // For a map of the answer, should one be asked for.
  allow(reply, { imagesFrom: new URL(tiles.tileUrl).origin })
  return respond(request, reply, store.version(), {
    mediaType: html,
    vary: ['Accept', 'Accept-Language'],
    variant: page.variant + JSON.stringify(questions),
    cacheable: !isFailure && (read?.deterministic ?? true),
    weak: read !== undefined && !services.engine.repeats,
    body: async () => {
      const outcome = read && (isFailure ? failureOf(read) : await outcomeOf(read, request, reply, services))
      return layout(editorPage({ query: text, outcome, questions, tiles }, page), page)
    },
  })
}

/** A query, or where it cannot be read. */
function readQuery(text: string, request: FastifyRequest, { engine, baseIri }: Services): ParsedQuery | RequestError {
  try {
    const dataset = { defaultGraphs: [], namedGraphs: [] }
    return engine.parse({ text, baseIri, dataset, client: clientOf(request.ip) })
  } catch (error) {
    if (error instanceof RequestError && error.code === 'query-malformed') return error
    throw error
  }
}

function failureOf({ told, detail: { line, column } }: RequestError): Outcome {
  return { failure: told, line, column }
}

async function outcomeOf(
  query: ParsedQuery,
  request: FastifyRequest,
  reply: FastifyReply,
  { engine, baseIri }: Services,
): Promise<Outcome> {
  const isGraph = answersGraph({ query })
  const text = await answerText(engine, query, isGraph ? nTriples.mediaType : jsonResults, request, reply)
  if (text === undefined) return 'too-long'
  return { answer: isGraph ? await readGraph(text, baseIri) : readAnswer(text), isGraph }
}

export async function editorRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const schema = {
    summary: 'What the query editor completes: prefixes, and classes and properties with their uses',
    tags: ['queries'],
    querystring: languageQuery,
  }
  app.get('/sparql/vocabulary.json', { schema }, async (request, reply) => {
    const { lang } = request.query as { lang?: string }
    const language = negotiateLanguage(request.headers['accept-language'], lang)
    return respond(request, reply, services.store.version(), {
      mediaType: 'application/json',
      vary: ['Accept-Language'],
      variant: language,
      body: () => services.readSite((site) => JSON.stringify(vocabularyOf(site, language))),
    })
  })
}
