/**
 * `/reconcile`: the Reconciliation Service API 0.2
 * (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/). Names are in the language that
 * `lang` or `Accept-Language` asks for; what is looked for may be in any.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { graphNames } from '../dataset/graphs.ts'
import { RequestError } from '../errors.ts'
import { rdf } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { dcterms } from '../rdf/namespaces.ts'
import type { Candidate, ReconciliationQuery } from '../reconciliation/candidates.ts'
import type { Reconciliation } from '../reconciliation/reconciliation.ts'
import { inTurns, type Work } from '../reconciliation/turns.ts'
import { type Preview, previewPage, previewPiece } from '../representation/html/preview.ts'
import { html, type Language } from '../representation/negotiate.ts'
import { clientOf } from './client-address.ts'
import { addressParameters, formParameters, formType, takeText } from './form.ts'
import { languageQuery, pageContext } from './pages.ts'
import { manifest } from './reconcile-manifest.ts'
import { readBatch, readExtension } from './reconcile-parameters.ts'
import { respond } from './respond.ts'
import { allowFrames } from './security-headers.ts'
import type { Services } from './services.ts'

/** Batches have room for a name, its address and more a query, percent-encoded. */
const bodyLimit = 1024 * 1024

const json = 'application/json'

const parameters = {
  queries: { type: 'string', description: 'A batch of reconciliation queries (§5.1), as JSON' },
  extend: { type: 'string', description: 'A query for data extension (§8.4), as JSON' },
} as const

const beginning = {
  type: 'object',
  properties: {
    ...languageQuery.properties,
    prefix: { type: 'string', maxLength: 200, default: '', description: 'What was written so far' },
    cursor: { type: 'integer', minimum: 0, maximum: 10_000, default: 0, description: 'How many to pass over' },
  },
} as const

const identifier = {
  type: 'object',
  properties: { ...languageQuery.properties, id: { type: 'string', maxLength: 2048 } },
  required: ['id'],
} as const

export async function reconcileRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, budget, reconciliation } = services
  const tags = ['reconciliation']
  takeText(app, [formType], bodyLimit)

  const send = (request: FastifyRequest, reply: FastifyReply, body: (language: Language) => unknown, variant = '') => {
    const { language } = pageContext(request, services)
    return respond(request, reply, store.version(), {
      mediaType: json,
      vary: ['Accept-Language'],
      variant: language + variant,
      body: async () => JSON.stringify(await body(language)),
    })
  }

  /** @throws RequestError `too-many-requests` where the client's budget is used up */
  const work = async <T>(request: FastifyRequest, begin: (parts: Reconciliation) => Work<T>): Promise<T> => {
    const client = clientOf(request.ip)
    budget.check(client, performance.now())
    return inTurns(begin(await reconciliation()), (ms) => budget.charge(client, ms, performance.now()))
  }

  /** @throws RequestError `parameter-invalid` for both questions at once, or one twice */
  const answer = (given: URLSearchParams, request: FastifyRequest, reply: FastifyReply) => {
    const [queries, extend] = [single(given, 'queries'), single(given, 'extend')]
    if (queries !== undefined && extend !== undefined) {
      throw new RequestError('parameter-invalid', 'There are both queries and extend: send one after the other.')
    }
    if (queries !== undefined) {
      const batch = readBatch(queries)
      return send(request, reply, (language) => work(request, (parts) => reconcile(batch, parts, language)), queries)
    }
    if (extend === undefined) return undefined
    const query = readExtension(extend)
    return send(request, reply, (language) => work(request, (parts) => parts.extension.extend(query, language)), extend)
  }

  const get = {
    summary:
      'Reconciliation Service API 0.2: the manifest; with queries the candidates, with extend values of properties',
    tags,
    querystring: { type: 'object', properties: { ...languageQuery.properties, ...parameters } },
  } as const
  app.get('/reconcile', { schema: get, validatorCompiler: () => () => true }, (request, reply) => {
    const { lang } = request.query as { lang?: string }
    return (
      answer(addressParameters(request), request, reply) ??
      send(request, reply, async (language) =>
        manifest({
          ...services,
          name: await datasetName(services, language),
          language,
          named: lang,
          types: (await reconciliation()).types,
        }),
      )
    )
  })

  const post = {
    summary: 'The same as a form: queries or extend',
    tags,
    querystring: languageQuery,
    body: { type: 'object', properties: parameters },
    consumes: [formType],
  } as const
  app.post('/reconcile', { schema: post, validatorCompiler: () => () => true }, (request, reply) => {
    const form = formParameters(request)
    if (!form) throw new RequestError('media-type-unsupported', `Send queries or extend as ${formType}.`)
    const answered = answer(form, request, reply)
    if (!answered) throw new RequestError('parameter-invalid', 'The form has neither queries nor extend.')
    return answered
  })

  const suggested = {
    entity: 'things',
    type: 'types',
    property: 'properties',
  } as const
  for (const [what, list] of Object.entries(suggested)) {
    const summary = `Suggests ${list} whose name begins as prefix does, ten from cursor on (§7.2)`
    app.get(`/reconcile/suggest/${what}`, { schema: { summary, tags, querystring: beginning } }, (request, reply) => {
      const asked = request.query as { prefix: string; cursor: number }
      return send(request, reply, async (language) => ({
        result: (await reconciliation()).suggestions[list](asked, language),
      }))
    })
  }

  const previewed = { entity: 'thing', type: 'type', property: 'property' } as const
  for (const [what, kind] of Object.entries(previewed)) {
    const summary = `A small preview of a ${kind} as a piece of HTML in JSON (§7.5)`
    app.get(
      `/reconcile/flyout/${what}`,
      { schema: { summary, tags, querystring: identifier } },
      async (request, reply) => {
        const { id } = request.query as { id: string }
        const { language } = pageContext(request, services)
        const preview = found((await reconciliation()).previews[kind](id, language), kind, id)
        return send(request, reply, () => ({ id, html: previewPiece(preview) }))
      },
    )
  }

  app.get(
    '/reconcile/preview',
    {
      schema: { summary: 'A preview of a thing for a frame (§6), in French or English', tags, querystring: identifier },
    },
    async (request, reply) => {
      const { id } = request.query as { id: string }
      const page = pageContext(request, services)
      const preview = found((await reconciliation()).previews.thing(id, page.language), 'thing', id)
      allowFrames(reply)
      return respond(request, reply, store.version(), {
        mediaType: html,
        vary: ['Accept-Language'],
        variant: page.language,
        body: () => previewPage(preview, page),
      })
    },
  )

  const proposal = {
    type: 'object',
    properties: {
      ...languageQuery.properties,
      type: { type: 'string', description: 'Identifier of a type; without one, of any' },
      limit: { type: 'integer', minimum: 1 },
    },
  } as const
  const summary = 'The properties that things of a type have, those that most have first (§8.2)'
  app.get('/reconcile/properties', { schema: { summary, tags, querystring: proposal } }, (request, reply) => {
    const { type, limit } = request.query as { type?: string; limit?: number }
    return send(request, reply, async (language) => ({
      ...(type !== undefined && { type }),
      ...(limit !== undefined && { limit }),
      properties: (await reconciliation()).extension.propose(type, language).slice(0, limit),
    }))
  })
}

/** Others are served between two queries. */
function* reconcile(
  batch: ReadonlyMap<string, ReconciliationQuery>,
  { candidates }: Reconciliation,
  language: Language,
): Work<Record<string, { readonly result: readonly Candidate[] }>> {
  const results: [string, { readonly result: readonly Candidate[] }][] = []
  for (const [key, query] of batch) {
    results.push([key, { result: yield* candidates.of(query, language) }])
    yield
  }
  return Object.fromEntries(results)
}

function single(given: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = given.getAll(name)
  if (more.length) throw new RequestError('parameter-invalid', `The parameter ${name} stands there more than once.`)
  return value
}

function found(preview: Preview | undefined, kind: string, id: string): Preview {
  if (preview) return preview
  throw new RequestError('entity-unknown', `There is no ${kind} ${id}.`)
}

async function datasetName({ store, baseIri }: Services, language: Language): Promise<string> {
  const dataset = rdf.namedNode(`${baseIri}dataset`)
  const title = new Lookup(await store.graph(graphNames(baseIri).dataset)).text(dataset, dcterms.title!, language)
  return title ?? dataset.value
}
