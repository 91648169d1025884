/**
 * `/graph-of/{slug}`: what a thing is joined to, as a list, as a picture that is drawn when it is asked for, and as JSON.
 */
import { linkTo, localPath } from '../../representation/addresses.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { graphPath } from './address.ts'
import { type Neighbourhood, neighbourhoodOf, sortOf } from './neighbours.ts'
import { neighboursHtml } from './view.ts'
import { words } from './words.ts'

export const neighboursPage: SitePage = {
  path: '/graph-of/:slug',
  summary: 'What a thing is joined to, and how that is joined to each other',
  formats: { json: 'application/json' },
  // Of a thing, whose page leads there and says more.
  paths: () => [],
  show({ path, language }: Asked, site: Site): Shown | undefined {
    const iri = `${site.baseIri}id/${path.slug}`
    const neighbourhood = neighbourhoodOf(iri, site)
    if (!neighbourhood) return undefined
    const name = site.catalogue.names.of(iri, language)
    return {
      page: (context) => ({
        title: words[language].title(name),
        summary: words[language].summary(name),
        body: neighboursHtml(iri, neighbourhood, site, context),
        scripts: ['neighbours'],
      }),
      as: { json: () => JSON.stringify(documentOf(neighbourhood, site, language), null, 1) },
    }
  },
}

/** As a picture takes it; addresses are paths on this server. */
function documentOf({ members, outgoing, incoming, between, isCut }: Neighbourhood, site: Site, language: Language) {
  const { names } = site.catalogue
  const nodes = members.map((iri) => {
    const graph = graphPath(iri, site)
    return {
      id: iri,
      name: names.of(iri, language),
      sort: sortOf(iri, site),
      page: linkTo(site, iri),
      ...(graph !== undefined && { graph: localPath(site, `${graph}.json`) }),
    }
  })
  const ties = [...outgoing, ...incoming, ...between]
  const edges = ties.map(({ from, property, to }) => ({ from, to, property, name: names.of(property, language) }))
  return { nodes, edges, isCut }
}
