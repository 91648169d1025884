/**
 * What stands beside reconciliation for those who use it: suggest services, flyouts and previews, proposals of properties
 * (Reconciliation Service API 0.2 §6 to §8.2). Clients put their parameters behind the addresses of suggest services and
 * proposals, so that the language of these stands in the path.
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../../errors.ts'
import { type Preview, previewPage, previewPiece } from '../../representation/html/preview.ts'
import { html, type Language } from '../../representation/negotiate.ts'
import { languageQuery, pageContext } from '../pages.ts'
import { respond } from '../respond.ts'
import { allow } from '../security-headers.ts'
import type { Services } from '../services.ts'
import { sendJson, work } from './answers.ts'

const tags = ['reconciliation']

const beginning = {
  type: 'object',
  properties: {
    ...languageQuery.properties,
    prefix: { type: 'string', maxLength: 200, default: '', description: 'What was written so far' },
    cursor: { type: 'integer', minimum: 0, maximum: 1000, default: 0, description: 'How many to pass over' },
  },
} as const

const identifier = {
  type: 'object',
  properties: { ...languageQuery.properties, id: { type: 'string', maxLength: 2048 } },
  required: ['id'],
} as const

const proposal = {
  type: 'object',
  properties: {
    ...languageQuery.properties,
    type: { type: 'string', description: 'Identifier of a type; without one, of any' },
    limit: { type: 'integer', minimum: 1 },
  },
} as const

const suggested = { entity: 'things', type: 'types', property: 'properties' } as const
const previewed = { entity: 'thing', type: 'type', property: 'property' } as const

export async function companionRoutes(app: FastifyInstance, services: Services): Promise<void> {
  inLanguage(app, services)
  for (const language of ['fr', 'en'] as const) inLanguage(app, services, language)

  for (const [what, kind] of Object.entries(previewed)) {
    const summary = `A small preview of a ${kind} as a piece of HTML in JSON (§7.5)`
    const schema = { summary, tags, querystring: identifier }
    app.get(`/reconcile/flyout/${what}`, { schema }, async (request, reply) => {
      const { id } = request.query as { id: string }
      const { language } = pageContext(request, services)
      const preview = found(await services.readReconciliation(({ previews }) => previews[kind](id, language)), kind, id)
      return sendJson(services, request, reply, () => ({ id, html: previewPiece(preview) }))
    })
  }

  const summary = 'A preview of a thing for a frame (§6), in French or English'
  app.get('/reconcile/preview', { schema: { summary, tags, querystring: identifier } }, async (request, reply) => {
    const { id } = request.query as { id: string }
    const page = pageContext(request, services)
    // Also what is not there is told in the frame.
    allow(reply, { framed: true })
    const preview = found(
      await services.readReconciliation(({ previews }) => previews.thing(id, page.language)),
      'thing',
      id,
    )
    return respond(request, reply, services.store.version(), {
      mediaType: html,
      vary: ['Accept-Language'],
      variant: page.variant,
      body: () => previewPage(preview, page),
    })
  })
}

function inLanguage(app: FastifyInstance, services: Services, language?: Language): void {
  const root = language ? `/reconcile/${language}` : '/reconcile'
  const config = language ? { language } : {}
  const inWords = language ? `, in ${{ fr: 'French', en: 'English' }[language]}` : ''

  for (const [what, list] of Object.entries(suggested)) {
    const summary = `Suggests ${list} whose name begins as prefix does, ten from cursor on (§7.2)${inWords}`
    const schema = { summary, tags, querystring: beginning }
    app.get(`${root}/suggest/${what}`, { schema, config }, (request, reply) => {
      const asked = request.query as { prefix: string; cursor: number }
      return sendJson(services, request, reply, async (language) => {
        const result = await services.readReconciliation(({ suggestions }) => suggestions[list](asked, language))
        return { result }
      })
    })
  }

  const summary = `The properties that things of a type have, those that most have first (§8.2)${inWords}`
  app.get(`${root}/properties`, { schema: { summary, tags, querystring: proposal }, config }, (request, reply) => {
    const { type = '', limit } = request.query as { type?: string; limit?: number }
    return sendJson(services, request, reply, (language) =>
      work(services, request, reply, function* ({ extension }) {
        // Clients name no type by an empty one.
        const properties = yield* extension.propose(type || undefined, language)
        return {
          ...(type && { type }),
          ...(limit !== undefined && { limit }),
          properties: properties.slice(0, limit),
        }
      }),
    )
  })
}

function found(preview: Preview | undefined, kind: string, id: string): Preview {
  if (preview) return preview
  throw new RequestError('entity-unknown', { en: `There is no ${kind} ${id}.`, fr: `Il n’y a rien ici sous ${id}.` })
}
