/**
 * `/dumps/changes.atom`: the releases, with how much changed from each to the next.
 */
import type { FastifyInstance } from 'fastify'
import { rdf } from '../rdf/environment.ts'
import type { Differences } from '../release/difference.ts'
import { dayOf } from '../release/history.ts'
import { datasetView } from '../representation/dataset-view.ts'
import { atom, changesFeed, type ReleaseEntry } from '../representation/feed.ts'
import { datasetDescription } from './dataset.ts'
import { languageAddress, languageQuery, pageContext, viewContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

/** As many as a reader shows; those before them are listed at `/dumps/`. */
const mostEntries = 20

export function changesRoute(app: FastifyInstance, services: Services, differences: Differences): void {
  const { store, baseIri, publicUrl, release, releases } = services
  const dumps = `${publicUrl}dumps/`
  /** Releases do not change, and neither does what changed between two of them. */
  const counted = new Map<string, ReleaseEntry['changes']>()

  const changesOf = async (from: string, to: string): Promise<ReleaseEntry['changes']> => {
    const href = `${dumps}${from}..${to}`
    const known = counted.get(href)
    if (known) return known
    const { removed, added } = await differences.between(from, to)
    const changes = { href, removed: removed.length, added: added.length }
    counted.set(href, changes)
    return changes
  }

  /** The current release and those before it, as far as they are there. */
  const chain = async (): Promise<readonly string[]> => {
    const { name: current } = store.version()
    const names = [current, ...((await releases.release(current))?.history.earlier ?? [])]
    const found = await Promise.all(names.map((name) => releases.release(name)))
    return names.filter((_, index) => found[index])
  }

  app.get(
    `/dumps/changes.${atom.extension}`,
    {
      schema: {
        summary: 'What changed from release to release, as an Atom feed',
        tags: ['dumps'],
        querystring: languageQuery,
      },
    },
    async (request, reply) => {
      await release
      const page = pageContext(request, services)
      const names = await chain()
      return respond(request, reply, store.version(), {
        mediaType: atom.mediaType,
        vary: ['Accept-Language'],
        contentLocation: languageAddress(page),
        variant: JSON.stringify([page.language, names]),
        body: async () => {
          const quads = await datasetDescription(services)
          const iri = `${baseIri}dataset`
          const view = datasetView(rdf.namedNode(iri), quads, await viewContext(quads, page, services))
          const entries: ReleaseEntry[] = []
          for (const [index, name] of names.slice(0, mostEntries).entries()) {
            const before = names[index + 1]
            const changes = before === undefined ? undefined : await changesOf(before, name)
            const date = dayOf(name)
            entries.push({ iri: `${iri}#version-${name}`, name, date, href: `${dumps}${name}/`, changes })
          }
          const { title, publisher, licence, language } = view
          const self = `${dumps}changes.${atom.extension}`
          const about = { iri, title, publisher, licence: licence.text, self, page: `${publicUrl}dataset`, language }
          return changesFeed(about, entries)
        },
      })
    },
  )
}
