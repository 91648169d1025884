/**
 * The dataset as a whole: what it is, what may be done with it, its files, services and versions.
 */
import { datasetIri, graphNames } from '../dataset/graphs.ts'
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { dcterms } from '../rdf/namespaces.ts'
import { datasetView } from '../representation/dataset-view.ts'
import { datasetPage } from '../representation/html/dataset.ts'
import type { Alternate } from '../representation/html/layout.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import { schemaOrgDataset } from '../representation/schema-org.ts'
import { viewContext } from './pages.ts'
import type { Services } from './services.ts'

/**
 * The statements about it and its parts in all graphs, the whole of its own description, and what the licences of its parts
 * allow: a catalogue needs nothing else.
 */
export async function datasetDescription({ store, baseIri }: Services): Promise<readonly Quad[]> {
  const [described, own] = await Promise.all([
    store.describe(rdf.namedNode(datasetIri(baseIri))),
    store.graph(graphNames(baseIri).dataset),
  ])
  const licences = own.filter(({ predicate }) => predicate.equals(dcterms.license)).map(({ object }) => object.value)
  const terms = await Promise.all([...new Set(licences)].map((iri) => statementsAbout(rdf.namedNode(iri), store)))
  return [...rdf.dataset([...described, ...own, ...terms.flat()])] as Quad[]
}

/** The page, with what search engines for datasets read. @param quads as `datasetDescription` gives them */
export async function datasetHtml(
  quads: readonly Quad[],
  page: PageContext,
  alternates: readonly Alternate[],
  services: Services,
): Promise<string> {
  const dataset = rdf.namedNode(datasetIri(services.baseIri))
  const view = datasetView(dataset, quads, await viewContext(quads, page, services))
  const parts = await services.store.parts(dataset)
  const fragments = parts.map((part) => part.slice(dataset.value.length + 1))
  return datasetPage(view, page, { alternates, fragments, jsonLd: schemaOrgDataset(view, services) })
}

async function statementsAbout(thing: NamedNode, store: Services['store']): Promise<readonly Quad[]> {
  return (await store.describe(thing)).filter(({ subject }) => subject.equals(thing))
}
