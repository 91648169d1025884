/**
 * Things: `/id/{slug}` names them, `/data/{slug}` describes them, `/page/{slug}` shows them.
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { rdfFormats } from '../rdf/formats.ts'
import { address } from '../representation/addresses.ts'
import { writeDescription } from '../representation/document.ts'
import { geoJson, toFeature } from '../representation/geojson.ts'
import { languageAddress } from '../representation/html/page-context.ts'
import { html, type Language, negotiateMediaType } from '../representation/negotiate.ts'
import { calendar } from '../site/schedules/calendar.ts'
import type { Formats } from '../site/thing/page.ts'
import { absenceOf } from './absence.ts'
import { alternateLinks, linksetLinks, pageContext } from './pages.ts'
import { addVary, respond } from './respond.ts'
import type { Services } from './services.ts'
import { shownThing, thingAnswer, thingQuery } from './thing-pages.ts'

const formats = [...rdfFormats, geoJson]

const slug = { type: 'object', properties: { slug: { type: 'string' } }, required: ['slug'] } as const

export async function entityRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, publicUrl, baseIri } = services
  const named = (slug: string) => rdf.namedNode(`${baseIri}id/${slug}`)
  const tags = ['things']

  app.get(
    '/id/:slug',
    { schema: { summary: 'The name of a thing: leads to its page or its data, by Accept', tags, params: slug } },
    async (request, reply) => {
      const { slug } = request.params as { slug: string }
      const { entity, said } = await spokenOf(services, slug)
      const mediaType = negotiateMediaType(request.headers.accept, [...formats.map(({ mediaType }) => mediaType), html])
      addVary(reply, 'Accept')
      const links = linksetLinks(entity, said, services)
      if (links.length) reply.header('link', links.join(', '))
      const to = `${mediaType === html ? 'page' : 'data'}/${encodeURIComponent(slug)}`
      return reply.header('cache-control', 'no-cache').redirect(address(services, to), 303)
    },
  )

  const summary =
    'The description of a thing; a suffix (.jsonld .ttl .trig .nt .nq .rdf .geojson) names the format, else Accept does'
  const querystring = {
    type: 'object',
    properties: { provenance: { type: 'string', description: 'JSON-LD with the passage behind each fact' } },
  } as const
  app.get('/data/:slug', { schema: { summary, tags, params: slug, querystring } }, async (request, reply) => {
    const { slug, extension } = splitExtension((request.params as { slug: string }).slug)
    const { entity, said } = await spokenOf(services, slug)
    const mediaTypes = formats.map(({ mediaType }) => mediaType)
    const mediaType =
      formats.find((format) => format.extension === extension)?.mediaType ??
      negotiateMediaType(request.headers.accept, mediaTypes)
    const provenance = 'provenance' in (request.query as object)
    return respond(request, reply, store.version(), {
      mediaType,
      vary: extension ? [] : ['Accept'],
      links: [
        ...alternateLinks(alternates(services, slug)),
        `<${encodeURI(entity.value)}>; rel="describes"`,
        ...linksetLinks(entity, said, services),
      ],
      contentLocation: `${publicUrl}data/${encodeURIComponent(slug)}.${formats.find((format) => format.mediaType === mediaType)!.extension}`,
      body: async () => write(entity, await store.describe(entity), mediaType, provenance, services),
    })
  })

  const page = {
    summary: 'The page of a thing, in French or English; with asOf only what passages said until a day',
    tags,
    params: slug,
    querystring: thingQuery,
  }
  const formatsOf = (slug: string, language: Language): Formats => {
    const href = `${publicUrl}page/${encodeURIComponent(slug)}.${calendar.extension}?lang=${language}`
    return { alternates: alternates(services, slug), calendar: { href, type: calendar.mediaType, title: 'iCalendar' } }
  }
  app.get('/page/:slug', { schema: page }, async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const context = pageContext(request, services)
    const formats = formatsOf(slug, context.language)
    return respond(request, reply, store.version(), {
      mediaType: html,
      vary: ['Accept-Language'],
      contentLocation: languageAddress(context),
      ...(await thingAnswer(named(slug), request.query, context, formats, services)),
    })
  })

  const recurring = { ...page, summary: 'What recurs of a thing, as a calendar to subscribe to (RFC 5545)' }
  app.get(`/page/:slug.${calendar.extension}`, { schema: recurring }, async (request, reply) => {
    const { slug } = request.params as { slug: string }
    const { language, variant } = pageContext(request, services)
    const { query } = request
    const shown = await shownThing(named(slug), { query, language }, formatsOf(slug, language), services)
    if (!shown.hasCalendar)
      throw new RequestError('entity-unknown', {
        en: `Nothing that recurs is known of ${slug}.`,
        fr: `On ne connaît rien de ${slug} qui revienne.`,
      })
    return respond(request, reply, store.version(), {
      mediaType: calendar.mediaType,
      vary: ['Accept-Language'],
      variant,
      body: () => shown.read(({ calendar }) => calendar!()),
    })
  })
}

/** Existence comes before negotiation: what is not there cannot be had in any format. */
async function spokenOf(services: Services, slug: string): Promise<{ entity: NamedNode; said: readonly Quad[] }> {
  const { store, baseIri } = services
  const entity = rdf.namedNode(`${baseIri}id/${slug}`)
  const said = await store.about(entity)
  if (!said.length) throw await absenceOf(entity.value, services)
  return { entity, said }
}

function splitExtension(name: string): { slug: string; extension?: string } {
  const format = formats.find(({ extension }) => name.endsWith(`.${extension}`))
  return format ? { slug: name.slice(0, -format.extension.length - 1), extension: format.extension } : { slug: name }
}

function alternates({ publicUrl }: Services, slug: string) {
  return formats.map(({ extension, mediaType, name }) => ({
    href: `${publicUrl}data/${encodeURIComponent(slug)}.${extension}`,
    type: mediaType,
    title: name,
  }))
}

async function write(
  entity: NamedNode,
  quads: readonly Quad[],
  mediaType: string,
  provenance: boolean,
  { jsonLd }: Services,
): Promise<string> {
  if (mediaType === geoJson.mediaType) return toFeature(entity, quads)
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
  return writeDescription(provenance ? undefined : entity.value, quads, format, jsonLd)
}
