/**
 * `/sitemap.xml` and `/robots.txt`: what programs that read the web find here, and what they need not read.
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'
import { dayOf } from '../release/history.ts'
import { localPath } from '../representation/addresses.ts'
import { languageAddress } from '../representation/html/page-context.ts'
import { type Language, languages } from '../representation/negotiate.ts'
import { mostPages, type SitemapPage, sitemap, sitemapIndexOf, sitemapOf } from '../representation/sitemap.ts'
import { pathsOf } from '../site/sitemap/paths.ts'

import { respond } from './respond.ts'
import type { Services } from './services.ts'

/** Pages whose addresses are as many as what one may ask them. */
const endless = ['search', 'sparql', 'compare', 'near', 'change', 'commons', 'map', 'lookup', 'graphs', 'reconcile']

/** The pages that are none of `src/site/pages.ts`. */
const further = ['/', '/queries', '/sparql', '/search', '/dataset', '/links', '/ontology', '/shapes', '/dumps/']

interface Listed {
  readonly path: string
  /** When a page changed is known of releases, which never do. */
  readonly lastmod?: string
}

export async function sitemapRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, queries, publicUrl, releases } = services
  const tags = ['site']

  app.get('/robots.txt', { schema: { summary: 'What robots may read (RFC 9309)', tags } }, (request, reply) =>
    respond(request, reply, store.version(), { mediaType: 'text/plain', body: () => robots(services) }),
  )

  const listed = async (): Promise<readonly Listed[]> => {
    const graphs = Array.from((await store.graphs()).keys(), (iri) => iri.replace(services.baseIri, '/'))
    const paths = [
      ...further,
      ...Array.from(queries.keys(), (name) => `/queries/${encodeURIComponent(name)}`),
      ...graphs.filter((path) => path.startsWith('/graph/')).map(encodeURI),
      ...(await services.readSite(pathsOf)),
    ]
    const dumps = (await releases.names()).map((name) => ({ path: `/dumps/${name}/`, lastmod: dayOf(name) }))
    return [...paths.map((path) => ({ path })), ...dumps]
  }
  const written = (part: readonly Listed[]) => sitemapOf(part.values().map((one) => pageOf(one, services)))

  const summary = 'Every page in every language (sitemaps.org); where they are many, the list of the files of them'
  app.get('/sitemap.xml', { schema: { summary, tags } }, async (request, reply) => {
    const all = await listed()
    const count = Math.ceil(all.length / mostPages)
    const files = Array.from({ length: count }, (_, index) => `${publicUrl}sitemap-${index + 1}.xml`)
    return respond(request, reply, store.version(), {
      ...sitemap,
      variant: String(all.length),
      body: () => (count === 1 ? written(all) : sitemapIndexOf(files)),
    })
  })

  const file = { summary: 'One of the files of pages', tags }
  app.get('/sitemap-:number(^\\d+).xml', { schema: file }, async (request, reply) => {
    const number = Number((request.params as { number: string }).number)
    const all = await listed()
    const part = all.slice((number - 1) * mostPages, number * mostPages)
    if (!part.length)
      throw new RequestError('entity-unknown', {
        en: `There is no file ${number} of the sitemap.`,
        fr: `Il n’y a pas de fichier ${number} du plan du site.`,
      })
    return respond(request, reply, store.version(), {
      ...sitemap,
      variant: String(all.length),
      body: () => written(part),
    })
  })
}

function pageOf({ path, lastmod }: Listed, { publicUrl, baseIri }: Services): SitemapPage {
  const at = { publicUrl, baseIri, path: path.slice(1) }
  const inLanguages = languages.map((language) => [language, languageAddress({ ...at, language })] as const)
  return {
    in: Object.fromEntries(inLanguages) as Record<Language, string>,
    lastmod,
  }
}

/** Robots that ask nothing find every page: each is in the sitemap. */
function robots(services: Services): string {
  const rules = endless.flatMap((path) => [
    `Disallow: ${localPath(services, path)}?`,
    ...languages.map((language) => `Allow: ${localPath(services, path)}?lang=${language}$`),
  ])
  return [
    'User-agent: *',
    ...rules,
    // What was known until a day, and what changed from each release to each other.
    `Disallow: ${localPath(services, '')}*asOf=`,
    `Disallow: ${localPath(services, 'dumps/')}*..`,
    '',
    `Sitemap: ${services.publicUrl}sitemap.xml`,
    '',
  ].join('\n')
}
