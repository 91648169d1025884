/**
 * The pages that there are: those of the site, and that of everything that has a name of ours.
 */
import { pathOf } from '../../representation/addresses.ts'
import { inTurns, type Work } from '../../turns.ts'
import { once } from '../once.ts'
import { sitePages } from '../pages.ts'
import type { Site } from '../site.ts'

/** As addresses write them, each once, with a leading `/`. */
export const pathsOf = once(async (site: Site): Promise<readonly string[]> => {
  const own = await Promise.all(sitePages.map((page) => page.paths?.(site) ?? [page.path]))
  return [...own.flat(), ...(await inTurns(namedIn(await site.subjects(), site.baseIri)))]
})

/** Of everything of which something is said, in the order of the graph. */
function* namedIn(subjects: readonly string[], baseIri: string): Work<readonly string[]> {
  const paths = new Set<string>()
  for (const iri of subjects) {
    yield
    const path = iri.startsWith(baseIri) ? pageOf(iri.slice(baseIri.length)) : undefined
    if (path !== undefined) paths.add(path)
  }
  return [...paths]
}

/** Parts stand on the page of their whole. */
function pageOf(name: string): string | undefined {
  const [whole] = /^(id|scheme|licence|source)\/[^#]+/.exec(name) ?? []
  return whole === undefined ? undefined : `/${pathOf(whole)}`
}
