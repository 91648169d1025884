/**
 * The site around the things: home, search, health.
 */
import type { FastifyInstance } from 'fastify'
import { datasetIri } from '../dataset/graphs.ts'
import { RequestError } from '../errors.ts'
import { rdfFormats } from '../rdf/formats.ts'
import { linkTo } from '../representation/addresses.ts'
import { writeDescription } from '../representation/document.ts'
import { layout } from '../representation/html/layout.ts'
import { html, type Language, languages, negotiateMediaType } from '../representation/negotiate.ts'
import { homePage } from '../site/home/view.ts'
import { searchPage } from '../site/search/view.ts'
import { datasetDescription } from './dataset.ts'
import { alternateLinks, languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

export async function siteRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, queries, publicUrl, baseIri, jsonLd } = services
  const tags = ['site']
  // They are no part of the data, so a page that names some is another one when they are others.
  const queryNames = [...queries.keys()].join(' ')
  const questionsIn = (language: Language) =>
    new Map(
      Array.from(queries.values(), ({ name, title, description }) => [
        name,
        { name, title: title[language], description: description[language] },
      ]),
    )

  const home = {
    summary: "The home page; the dataset's description for a client that asks for RDF",
    tags,
    querystring: languageQuery,
  }
  app.get('/', { schema: home }, async (request, reply) => {
    const alternates = rdfFormats.map(({ extension, mediaType, name }) => ({
      href: `${publicUrl}dataset.${extension}`,
      type: mediaType,
      title: name,
    }))
    const mediaType = negotiateMediaType(request.headers.accept, [
      html,
      ...rdfFormats.map(({ mediaType }) => mediaType),
    ])
    const links = [...alternateLinks(alternates), `<${publicUrl}.well-known/void>; rel="describedby"`]
    const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)
    if (!format) {
      const page = pageContext(request, services)
      return respond(request, reply, store.version(), {
        mediaType,
        vary: ['Accept', 'Accept-Language'],
        variant: page.variant + queryNames,
        links,
        body: () =>
          services.readSite(async (site) =>
            layout({ alternates, ...(await homePage(questionsIn(page.language), site, page)) }, page),
          ),
      })
    }
    return respond(request, reply, store.version(), {
      mediaType,
      vary: ['Accept'],
      links,
      contentLocation: `${publicUrl}dataset.${format.extension}`,
      body: async () => writeDescription(datasetIri(baseIri), await datasetDescription(services), format, jsonLd),
    })
  })

  const search = {
    summary:
      'Things by name, then by what is said of them, in any language, accents and case ignored, typing errors forgiven; JSON or a page, by Accept',
    tags,
    querystring: {
      type: 'object',
      properties: {
        ...languageQuery.properties,
        q: { type: 'string', maxLength: 200, default: '' },
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
    },
  } as const
  app.get('/search', { schema: search }, async (request, reply) => {
    const { q, limit, lang } = request.query as { q: string; limit: number; lang?: string }
    const mediaType = negotiateMediaType(request.headers.accept, ['application/json', html])
    const page = mediaType === html ? pageContext(request, services) : undefined
    if (!page && q === '')
      throw new RequestError('parameter-invalid', {
        en: 'q is missing: the name or word to look for.',
        fr: 'q manque\u00a0: le nom ou le mot à chercher.',
      })
    const hits = await store.search(q, { limit, language: page?.language ?? lang })
    const linking = { baseIri, publicUrl, chosenLanguage: languages.find((known) => known === lang) }
    return respond(request, reply, store.version(), {
      mediaType,
      vary: page ? ['Accept', 'Accept-Language'] : ['Accept'],
      variant: page?.variant ?? '',
      body: async () =>
        page
          ? services.readSite((site) => layout(searchPage({ text: q, hits, limit }, site, page), page))
          : JSON.stringify({ query: q, results: hits.map((hit) => ({ ...hit, page: linkTo(linking, hit.iri) })) }),
    })
  })

  app.get(
    '/health',
    {
      schema: {
        summary: 'Whether the server answers, with which version of the data, and how much memory that takes',
        tags: ['service'],
      },
    },
    (request, reply) =>
      respond(request, reply, store.version(), {
        mediaType: 'application/json',
        cacheable: false,
        body: () => JSON.stringify({ status: 'ok', version: store.version(), snapshot: store.size() }),
      }),
  )
}
