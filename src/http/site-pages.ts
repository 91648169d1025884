/**
 * The pages of the site at their addresses, in HTML and in the other formats that each has.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { layout } from '../representation/html/layout.ts'
import { languageAddress } from '../representation/html/page-context.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { sitePages } from '../site/pages.ts'
import type { SitePage } from '../site/site-page.ts'
import { absenceOf } from './absence.ts'
import { alternateLinks, languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import { safeParameter } from './safe-csv.ts'
import { allow } from './security-headers.ts'
import type { Services } from './services.ts'

export async function sitePageRoutes(app: FastifyInstance, services: Services): Promise<void> {
  for (const page of sitePages) {
    const { path, query = {}, formats = {} } = page
    const summary = `${page.summary}; HTML, in French or English${Object.keys(formats)
      .map((name) => `, .${name}`)
      .join('')}`
    const properties = { ...languageQuery.properties, ...query, ...('csv' in formats && safeParameter) }
    const schema = { summary, tags: ['site'], querystring: { type: 'object', properties } }
    app.get(path, { schema }, (request, reply) => send(page, undefined, request, reply, services))
    for (const suffix of Object.keys(formats)) {
      app.get(`${path}.${suffix}`, { schema }, (request, reply) => send(page, suffix, request, reply, services))
    }
  }
}

async function send(
  { formats = {}, framed, mapped, daily, show }: SitePage,
  named: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
) {
  const context = pageContext(request, services)
  const { language } = context
  const today = new Date().toISOString().slice(0, 10)
  const asked = { path: request.params as never, query: request.query as never, language, today }
  const first = await services.readSite((site) => ({ site, shown: show(asked, site) }))
  if (!first.shown) throw await absenceOf(`${services.baseIri}${context.path.split('?')[0]}`, services)
  const suffix = named ?? suffixFor(request.headers.accept, formats)
  const [address, query = ''] = context.path.split('?')
  const bare = named === undefined ? address! : address!.slice(0, -named.length - 1)
  const alternates = Object.entries(formats).map(([extension, type]) => ({
    href: `${services.publicUrl}${bare}.${extension}${query && `?${query}`}`,
    type,
    title: extension.toUpperCase(),
  }))
  if (framed || mapped) allow(reply, { framed, imagesFrom: mapped && new URL(first.site.tileUrl).origin })
  return respond(request, reply, first.site.version, {
    mediaType: suffix === undefined ? html : formats[suffix]!,
    vary: named === undefined && Object.keys(formats).length ? ['Accept', 'Accept-Language'] : ['Accept-Language'],
    variant: daily ? `${context.variant} ${today}` : context.variant,
    links: alternateLinks(alternates),
    contentLocation: languageAddress({
      ...context,
      path: `${suffix === undefined ? bare : `${bare}.${suffix}`}${query && `?${query}`}`,
    }),
    body: () =>
      services.readSite(async (site) => {
        const shown = (site === first.site ? first.shown : show(asked, site))!
        return suffix === undefined
          ? layout({ alternates, ...(await shown.page(context)) }, context)
          : shown.as![suffix]!()
      }),
  })
}

/** The format that a client likes better than a page; undefined for the page. */
function suffixFor(accept: string | undefined, formats: Readonly<Record<string, string>>): string | undefined {
  const offered = [html, ...Object.values(formats)]
  const mediaType = offered.length > 1 ? negotiateMediaType(accept, offered) : html
  return Object.keys(formats).find((suffix) => formats[suffix] === mediaType)
}
