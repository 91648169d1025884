/**
 * `/dumps/changes.atom`: the releases, with how much changed from each to the next.
 */
import type { FastifyInstance } from 'fastify'
import { datasetIri } from '../dataset/graphs.ts'
import { rdf } from '../rdf/environment.ts'
import type { Differences } from '../release/difference.ts'
import { dayOf } from '../release/history.ts'
import { datasetView } from '../representation/dataset-view.ts'
import { atom, changesFeed, type ReleaseEntry } from '../representation/feed.ts'
import { languageAddress } from '../representation/html/page-context.ts'
import { datasetDescription } from './dataset.ts'
import { languageQuery, pageContext, viewContext } from './pages.ts'
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
      await release().catch(() => {})
      const page = pageContext(request, services)
      const publications = (await releases.publications()).toReversed()
      return respond(request, reply, store.version(), {
        mediaType: atom.mediaType,
        vary: ['Accept-Language'],
        variant: JSON.stringify([page.variant, publications]),
        contentLocation: languageAddress(page),
        body: async () => {
          const quads = await datasetDescription(services)
          const iri = datasetIri(baseIri)
          const view = datasetView(rdf.namedNode(iri), quads, await viewContext(quads, page, services))
          const entries: ReleaseEntry[] = []
          for (const [index, { name, time }] of publications.slice(0, mostEntries).entries()) {
            const before = publications[index + 1]?.name
            const changes = before === undefined ? undefined : await changesOf(before, name)
            // What is current again is another entry.
            const id = `${iri}#version-${name}${time > 1 ? `-${time}` : ''}`
            entries.push({ iri: id, name, date: dayOf(name), href: `${dumps}${name}/`, changes })
          }
          const { title, publisher, licence, language } = view
          const self = `${dumps}changes.${atom.extension}`
          const about = { iri, title, publisher, licence: licence?.text, self, page: `${publicUrl}dataset`, language }
          return changesFeed(about, store.version().date, entries)
        },
      })
    },
  )
}
