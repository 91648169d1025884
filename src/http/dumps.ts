/**
 * The dumps of all releases, each under its version, and of the current one under `latest` too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { Differences } from '../release/difference.ts'
import { csvMetadataFile, dumpNamed, filesAbout } from '../release/files.ts'
import { dayOf } from '../release/history.ts'
import type { StoredRelease } from '../release/stored-release.ts'
import { type DumpFile, releasePage, releasesPage } from '../representation/html/dumps.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { changesRoute } from './changes.ts'
import { sendDifference } from './differences.ts'
import { languageQuery, pageContext } from './pages.ts'
import { respond } from './respond.ts'
import { sendFile } from './send-file.ts'
import type { Services } from './services.ts'

const json = 'application/json'

export async function dumpRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store, publicUrl, release, releases } = services
  const current = () => store.version().name
  const tags = ['dumps']
  const differences = new Differences(releases)
  changesRoute(app, services, differences)

  /** A listing as JSON and as a page. @param listed what of it may become another, as releases may come into the folder */
  const list = (
    title: string,
    listed: readonly { readonly path: string; readonly mediaType: string }[],
    pageOf: (context: PageContext) => string,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const mediaType = negotiateMediaType(request.headers.accept, [json, html])
    const version = store.version()
    if (mediaType === json) {
      const files = listed.map(({ path, ...about }) => ({ url: publicUrl + path, ...about }))
      const body = JSON.stringify({ title, files })
      return respond(request, reply, version, { mediaType, vary: ['Accept'], variant: body, body: () => body })
    }
    const page = pageContext(request, services)
    return respond(request, reply, version, {
      mediaType,
      vary: ['Accept', 'Accept-Language'],
      variant: JSON.stringify([page.variant, listed]),
      body: () => pageOf(page),
    })
  }

  app.get(
    '/dumps/',
    { schema: { summary: 'The releases, the newest first', tags, querystring: languageQuery } },
    async (request, reply) => {
      const names = await releases.names()
      const found = await Promise.all(names.map((name) => releases.release(name)))
      const counted = names.map((name, index) => ({ name, files: found[index]?.files.size ?? 0 }))
      const folders = [...names, 'latest'].map((name) => ({ path: `dumps/${name}/`, mediaType: html }))
      return list('Dumps', folders, (page) => releasesPage(counted, page), request, reply)
    },
  )

  // Without its slash a folder's address is a likely slip.
  const withSlash = (request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(`${publicUrl}${request.url.split('?')[0]!.slice(1)}/`, 308)
  app.get('/dumps', { schema: { hide: true } }, withSlash)
  const between = { version: { type: 'string', description: 'Two releases, `a..b`; each may be `latest`' } } as const
  app.get(
    '/dumps/:version',
    {
      schema: {
        summary: 'What changed from one release to another, as RDF Patch or as a page',
        tags,
        params: { type: 'object', properties: between },
        querystring: languageQuery,
      },
    },
    async (request, reply) => {
      const [from, to, ...more] = (request.params as { version: string }).version.split('..')
      if (from === undefined || to === undefined || more.length) return withSlash(request, reply)
      return sendDifference(await nameOf(from), await nameOf(to), differences, services, request, reply)
    },
  )

  const version = { version: { type: 'string', description: 'The name of a release, or latest' } } as const
  const folderParams = { type: 'object', properties: version } as const
  const fileParams = { type: 'object', properties: { ...version, file: { type: 'string' } } } as const
  app.get(
    '/dumps/:version/',
    { schema: { summary: 'The files of a release', tags, params: folderParams, querystring: languageQuery } },
    async (request, reply) => {
      const { version } = request.params as { version: string }
      const { files: stored } = await find(version)
      const files = [...stored].map(([name, { mediaType, size, sha256 }]) => {
        return { path: `dumps/${version}/${name}`, mediaType, size, sha256 }
      })
      const name = await nameOf(version)
      const names = await releases.names()
      const before = names[names.indexOf(name) + 1]
      const release = { name, before, isLatest: version === 'latest' }
      return list(version, files, (page) => releasePage(release, files.map(withTitle), page), request, reply)
    },
  )

  app.get(
    '/dumps/:version/:file',
    // What lies compressed beside a file is sent instead of compressing it anew.
    { compress: false, schema: { summary: 'A file of a release, or a range of it', tags, params: fileParams } },
    async (request, reply) => {
      const { version, file } = request.params as { version: string; file: string }
      const { files } = await find(version)
      // Paths come from the release, never from the request: nothing else on the disk can be reached.
      const found = files.get(file)
      if (!found)
        throw new RequestError('entity-unknown', {
          en: `The release has no file ${file}.`,
          fr: `Cette version n’a pas de fichier ${file}.`,
        })
      const isLatest = version === 'latest'
      const release = isLatest ? current() : version
      return sendFile(request, reply, {
        file: found,
        gzip: files.get(`${file}.gz`),
        day: new Date(dayOf(release)),
        // What is said of the data may be said better by a later program.
        immutable: !isLatest && !filesAbout.some(({ name }) => name === file),
        contentLocation: isLatest ? `${publicUrl}dumps/${release}/${file}` : undefined,
        links: [
          ...(isLatest ? [`<${publicUrl}dumps/${release}/${file}>; rel="canonical"`] : []),
          // CSVW Model §5.2: where a reader of a table finds what its columns are.
          ...(found.mediaType === 'text/csv'
            ? [
                `<${publicUrl}dumps/${version}/${csvMetadataFile.name}>; rel="describedby"; type="${csvMetadataFile.mediaType}"`,
              ]
            : []),
        ],
      })
    },
  )

  /** The name of a release that may be called `latest`; the current one is there then. */
  const nameOf = async (version: string): Promise<string> => {
    const name = version === 'latest' ? current() : version
    // What could not be made is told as what is not there.
    if (name === current()) await release().catch(() => {})
    return name
  }

  /** @throws RequestError `entity-unknown` for one that is not there whole */
  const find = async (version: string): Promise<StoredRelease> => {
    const name = await nameOf(version)
    const found = await releases.release(name)
    if (found) return found
    if (name === current())
      throw new RequestError('entity-unknown', {
        en: `The files of the release ${name}, which is served, could not be made: the log of the server says why.`,
        fr: `Les fichiers de la version ${name}, qui est servie, n’ont pas pu être faits\u00a0: le journal du serveur dit pourquoi.`,
      })
    throw new RequestError('entity-unknown', {
      en: `There is no release ${version}; the current one is ${current()}.`,
      fr: `Il n’y a pas de version ${version}\u00a0; l’actuelle est ${current()}.`,
    })
  }
}

function withTitle(file: DumpFile): DumpFile {
  const [fr, en] = dumpNamed(file.path.replace(/^.*\//, ''))?.title ?? []
  return fr === undefined || en === undefined ? file : { ...file, title: { fr, en } }
}
