/**
 * `/links`: the verified links to other registers, as a page and as a linkset (RFC 9264).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { graphNames } from '../dataset/graphs.ts'
import { linksPage } from '../representation/html/links.ts'
import { linkedThings, linkset, linksetDocument, linksView } from '../representation/links.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { alternateLinks, languageQuery, pageContext, viewContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

export async function linkRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, baseIri, publicUrl } = services
  const schema = {
    summary: 'The verified links to other registers: a page, or a linkset (RFC 9264)',
    tags: ['things'],
    querystring: languageQuery,
  }
  const address = `${publicUrl}links.${linkset.extension}`
  const alternates = [
    { href: address, type: linkset.mediaType, title: linkset.name },
    { href: `${publicUrl}dumps/latest/links.csv`, type: 'text/csv', title: 'CSV' },
    { href: `${publicUrl}graph/links.ttl`, type: 'text/turtle', title: 'Turtle' },
  ]
  const links = () => store.graph(graphNames(baseIri).links)

  const sendLinkset = (request: FastifyRequest, reply: FastifyReply, vary: readonly string[]) =>
    respond(request, reply, store.version(), {
      mediaType: linkset.mediaType,
      vary,
      links: alternateLinks(alternates.slice(1)),
      contentLocation: address,
      body: async () => linksetDocument(await links()),
    })

  app.get('/links', { schema }, async (request, reply) => {
    const mediaType = negotiateMediaType(request.headers.accept, [html, linkset.mediaType, 'application/json'])
    if (mediaType !== html) return sendLinkset(request, reply, ['Accept'])
    const page = pageContext(request, services)
    return respond(request, reply, store.version(), {
      mediaType,
      vary: ['Accept', 'Accept-Language'],
      variant: page.variant,
      links: alternateLinks(alternates),
      body: async () => {
        const quads = await links()
        const described = (await Promise.all(linkedThings(quads).map((thing) => store.describe(thing)))).flat()
        return linksPage(linksView(quads, described, await viewContext(quads, page, services)), page, alternates)
      },
    })
  })
  app.get(`/links.${linkset.extension}`, { schema }, (request, reply) => sendLinkset(request, reply, []))
}
