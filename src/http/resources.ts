/**
 * Everything that is named by the address where it is described: schemes, licences, sources, graphs, ontology, shapes.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { datasetIri, graphNames } from '../dataset/graphs.ts'
import { type Quad, rdf } from '../rdf/environment.ts'
import { type RdfFormat, rdfFormats, turtle } from '../rdf/formats.ts'
import { writeDescription } from '../representation/document.ts'
import { sectionsPage } from '../representation/html/graph.ts'
import { type Alternate, layout } from '../representation/html/layout.ts'
import { html, negotiateFormat, negotiateMediaType } from '../representation/negotiate.ts'
import { graphSection, readSource, sourceSections } from '../representation/sections.ts'
import { ontologyPage } from '../site/ontology/view.ts'
import { absenceOf } from './absence.ts'
import { datasetDescription, datasetHtml } from './dataset.ts'
import { alternateLinks, languageQuery, linksetLinks, pageContext, viewContext } from './pages.ts'
import { type Answer, respond } from './respond.ts'
import type { Services } from './services.ts'
import { thingAnswer, thingQuery } from './thing-pages.ts'

/** One address with its statements, and the ways to show them. */
interface Resource {
  /** Path without leading `/` and format suffix. */
  readonly path: string
  /** What is said of it itself; where that is nothing, it is not there. */
  readonly said: readonly Quad[]
  /** Only called for a format that has them all: at some things hundreds of thousands point. */
  readonly quads: () => Promise<readonly Quad[]>
  readonly page: (
    context: ShownContext,
    alternates: readonly Alternate[],
    query: unknown,
  ) => PageAnswer | Promise<PageAnswer>
  /** The IRI at the root of a JSON-LD tree; without one, JSON-LD has a graph object for each named graph. */
  readonly root?: string
}

type ShownContext = ReturnType<typeof pageContext>

/** What a page is beside what all are: its text, and what that depends on or leads to. */
type PageAnswer = Pick<Answer, 'body'> & Partial<Pick<Answer, 'variant' | 'links'>>

export async function resourceRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, baseIri, shapes, context } = services
  const tags = ['vocabularies and sources']
  const suffix = 'a suffix (.jsonld .ttl .trig .nt .nq .rdf) names the format, else Accept does'

  /** An address by itself with each format suffix, or with `*` every address below it. */
  const route = (
    url: string,
    summary: string,
    find: (path: string) => Promise<Resource>,
    querystring: object = languageQuery,
  ) => {
    const schema = { summary: `${summary}; ${suffix}`, tags, querystring }
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const { path, format } = splitFormat(requestPath(request))
      const resource = url.endsWith('*') || `/${path}` === url ? await find(path) : undefined
      if (!resource?.said.length) throw await absenceOf(baseIri + path, services)
      return send(resource, format, request, reply)
    }
    app.get(url, { schema }, handler)
    if (!url.endsWith('*')) app.get(`${url}.:extension`, { schema }, handler)
  }

  const send = async (
    resource: Resource,
    named: RdfFormat | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const { path, page, root } = resource
    const alternates = alternatesOf(services, path)
    const offered = [html, ...rdfFormats.map(({ mediaType }) => mediaType)]
    const mediaType = named?.mediaType ?? negotiateMediaType(request.headers.accept, offered)
    const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)
    const links = alternateLinks(alternates)
    const vary = named ? [] : ['Accept']
    const version = store.version()
    if (!format) {
      const shown = pageContext(request, services)
      return respond(request, reply, version, {
        mediaType,
        vary: [...vary, 'Accept-Language'],
        variant: shown.variant,
        links,
        ...(await page(shown, alternates, request.query)),
      })
    }
    const contentLocation = `${services.publicUrl}${encodeURI(path)}.${format.extension}`
    return respond(request, reply, version, {
      mediaType,
      vary,
      links: [...links, ...linksetLinks(rdf.namedNode(baseIri + path), resource.said, services)],
      contentLocation,
      body: async () => writeDescription(root, await resource.quads(), format, services.jsonLd),
    })
  }

  const thing = async (path: string): Promise<Resource> => {
    const entity = rdf.namedNode(baseIri + path)
    const page: Resource['page'] = (shown, alternates, query) =>
      thingAnswer(entity, query, shown, { alternates }, services)
    return { path, said: await store.about(entity), quads: () => store.describe(entity), page, root: entity.value }
  }
  route('/scheme/*', 'A concept scheme or one of its concepts', thing, thingQuery)
  route('/licence/*', 'A licence: what it permits, requires and prohibits', thing, thingQuery)
  const dataset = async (path: string): Promise<Resource> => {
    const quads = await datasetDescription(services)
    const page: Resource['page'] = (shown, alternates) => ({
      body: () => datasetHtml(quads, shown, alternates, services),
    })
    return { ...loaded(path, quads), page, root: datasetIri(baseIri) }
  }
  route('/dataset', 'The dataset as a whole (VoID, DCAT)', dataset)

  route('/source/*', 'A source and its passages, each with the facts that it states', async (path) => {
    const source = rdf.namedNode(baseIri + path)
    const page: Resource['page'] = (shown, alternates) => ({
      body: async () => {
        const sizes = await store.graphs()
        const read = await services.readSite((site) => readSource(source, site.source, sizes))
        const quads = [...read.about, ...read.passages.flatMap((passage) => passage.quads)]
        const { title, sections } = sourceSections(read, await viewContext(quads, shown, services))
        return sectionsPage(title, sections, shown, alternates)
      },
    })
    const quads = async () => {
      const all = [...(await store.describe(source)), ...(await store.statedBy(source))]
      return [...rdf.dataset(all)] as Quad[]
    }
    return { path, said: await store.about(source), quads, page }
  })

  const graph =
    (title: string, load: () => Promise<readonly Quad[]>) =>
    async (path: string): Promise<Resource> => {
      const quads = await load()
      const page: Resource['page'] = (shown, alternates) => ({
        body: async () =>
          sectionsPage(
            title || path,
            [graphSection(path, quads, await viewContext(quads, shown, services))],
            shown,
            alternates,
          ),
      })
      return { ...loaded(path, quads), page }
    }
  route('/graph/*', 'A named graph', (path) => graph('', () => store.graph(rdf.namedNode(baseIri + path)))(path))
  route('/ontology', 'The ontology: all its terms with their uses on one page', async (path) => {
    const quads = await store.graph(graphNames(baseIri).ontology)
    const page: Resource['page'] = (shown, alternates) => ({
      body: () => services.readSite((site) => layout(ontologyPage(site, shown, alternates), shown)),
    })
    return { ...loaded(path, quads), page }
  })
  route(
    '/shapes',
    'The SHACL shapes that the data keeps',
    graph('', async () => shapes),
  )

  app.get(
    '/ontology/context.jsonld',
    { schema: { summary: 'The JSON-LD context of every document of this server', tags } },
    (request, reply) =>
      respond(request, reply, store.version(), {
        mediaType: 'application/ld+json',
        body: () => `${JSON.stringify(context, null, 2)}\n`,
      }),
  )

  app.get(
    '/.well-known/void',
    { schema: { summary: 'The description of the dataset (VoID), by Accept', tags } },
    async (request, reply) => {
      const resource = await dataset('dataset')
      const format = negotiateFormat(request.headers.accept, turtle)
      return respond(request, reply, store.version(), {
        mediaType: format.mediaType,
        vary: ['Accept'],
        contentLocation: `${services.publicUrl}dataset.${format.extension}`,
        body: async () => writeDescription(resource.root, await resource.quads(), format, services.jsonLd),
      })
    },
  )
}

/** What is there already. */
function loaded(path: string, quads: readonly Quad[]): Pick<Resource, 'path' | 'said' | 'quads'> {
  return { path, said: quads, quads: async () => quads }
}

function requestPath(request: FastifyRequest): string {
  return decodeURIComponent(request.url.split('?')[0]!.slice(1))
}

function splitFormat(path: string): { path: string; format?: RdfFormat } {
  const format = rdfFormats.find(({ extension }) => path.endsWith(`.${extension}`))
  return format ? { path: path.slice(0, -format.extension.length - 1), format } : { path }
}

function alternatesOf({ publicUrl }: Services, path: string): Alternate[] {
  return rdfFormats.map(({ extension, mediaType, name }) => ({
    href: `${publicUrl}${path.split('/').map(encodeURIComponent).join('/')}.${extension}`,
    type: mediaType,
    title: name,
  }))
}
