/**
 * The dumps of the current release, under its version and under `latest`.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { releaseFiles } from '../dataset/release.ts'
import { RequestError } from '../errors.ts'
import { dumpsPage } from '../representation/html/pages.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

const json = 'application/json'

export async function dumpRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, publicUrl, release } = services
  const { name: current } = store.version()
  const tags = ['dumps']

  const list = async (
    title: string,
    paths: readonly (readonly [path: string, mediaType: string])[],
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const mediaType = negotiateMediaType(request.headers.accept, [json, html])
    const version = store.version()
    if (mediaType === json) {
      const files = paths.map(([path, type]) => ({ url: publicUrl + path, mediaType: type }))
      return respond(request, reply, version, {
        mediaType,
        vary: ['Accept'],
        body: () => JSON.stringify({ title, files }),
      })
    }
    const page = pageContext(request, services)
    const files = paths.map(([path, type]) => ({ path, mediaType: type }))
    return respond(request, reply, version, {
      mediaType,
      vary: ['Accept', 'Accept-Language'],
      variant: page.language,
      body: () => dumpsPage(title, files, page),
    })
  }

  app.get('/dumps/', { schema: { summary: 'The releases', tags, querystring: languageQuery } }, (request, reply) =>
    list(
      'Dumps',
      [
        [`dumps/${current}/`, html],
        ['dumps/latest/', html],
      ],
      request,
      reply,
    ),
  )

  // Without its slash a folder's address is a likely slip.
  for (const path of ['/dumps', '/dumps/:version']) {
    app.get(path, { schema: { hide: true } }, (request, reply) =>
      reply.redirect(`${publicUrl}${request.url.split('?')[0]!.slice(1)}/`, 308),
    )
  }

  const version = { version: { type: 'string', description: 'The name of a release, or latest' } } as const
  const folderParams = { type: 'object', properties: version } as const
  const fileParams = { type: 'object', properties: { ...version, file: { type: 'string' } } } as const
  app.get(
    '/dumps/:version/',
    { schema: { summary: 'The files of a release', tags, params: folderParams, querystring: languageQuery } },
    (request, reply) => {
      const version = known((request.params as { version: string }).version)
      return list(
        version,
        [...releaseFiles].map(([name, type]) => [`dumps/${version}/${name}`, type] as const),
        request,
        reply,
      )
    },
  )

  app.get(
    '/dumps/:version/:file',
    { schema: { summary: 'A file of a release, whole', tags, params: fileParams } },
    async (request, reply) => {
      const { version, file } = request.params as { version: string; file: string }
      known(version)
      // Names come from the table of files, never from the request: nothing else on the disk can be reached.
      const mediaType = releaseFiles.get(file)
      if (!mediaType) throw new RequestError('entity-unknown', `The release has no file ${file}.`)
      const links = version === 'latest' ? [`<${publicUrl}dumps/${current}/${file}>; rel="canonical"`] : []
      return respond(request, reply, store.version(), {
        mediaType,
        links,
        body: async () => createReadStream(join(await release, file)),
      })
    },
  )

  const known = (version: string): string => {
    if (version === 'latest' || version === current) return version
    throw new RequestError('entity-unknown', `There is no release ${version}; the current one is ${current}.`)
  }
}
