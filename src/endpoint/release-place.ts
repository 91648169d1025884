/**
 * Where a release lies in an engine of others. Every graph has a name that carries the version, so that several releases
 * are there at once, a query that has begun goes on in its own, and no engine has to have transactions for that.
 */
import { datasetIri } from '../dataset/graphs.ts'
import { type NamedNode, rdf } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'

/** The graphs of one release in an engine. */
export interface ReleasePlace {
  /** What stands for the release in `registerOf`. */
  readonly iri: NamedNode
  /** The union of all its graphs, each triple once: what the dataset's default graph is. */
  readonly union: NamedNode
  /**
   * For each graph of the release `<where it lies> sd:name <its name>` (SPARQL 1.1 Service Description §3.2.13) and
   * `<where it lies> void:triples` how many it holds.
   */
  readonly graphs: NamedNode
  /** `<thing> dcterms:hasPart <part>` for each part that has something said of it and a hash IRI of that thing. */
  readonly parts: NamedNode
  /** Where a graph lies. The name stands whole behind the question mark, so that no two are the same. */
  graph(name: string): NamedNode
}

/** A pattern that says how the graphs are called that lie somewhere: two variables, without their signs. */
export function namedIn({ graphs }: ReleasePlace, place: string, name: string): string {
  return `GRAPH <${graphs.value}> { ?${place} <${prefixes.sd}name> ?${name} }`
}

/** @param version the name of a version, as `Version.name` has it */
export function placeOf(baseIri: string, version: string): ReleasePlace {
  const iri = `${baseIri}stored/${version}`
  return {
    iri: rdf.namedNode(iri),
    union: rdf.namedNode(`${iri}#union`),
    graphs: rdf.namedNode(`${iri}#graphs`),
    parts: rdf.namedNode(`${iri}#parts`),
    graph: (name) => rdf.namedNode(`${iri}?${name}`),
  }
}

/**
 * The graph that says which releases are there whole, and which of them is served: of each `dcat:version` its name,
 * `dcterms:issued` its date (xsd:date), `dcterms:identifier` what its description is and `void:triples` those of its union; `<dataset> dcat:hasCurrentVersion` the one.
 */
export function registerOf(baseIri: string): { readonly graph: NamedNode; readonly dataset: NamedNode } {
  return { graph: rdf.namedNode(`${baseIri}stored/releases`), dataset: rdf.namedNode(datasetIri(baseIri)) }
}

/**
 * The graph that says which releases are there in part, being written or taken away: of each `dcat:version` its name,
 * and of one that is being written `void:triples` how many statements from the first one on have been, and
 * `dcterms:identifier` what its description is. Of the graph itself `prov:wasGeneratedBy` names the run that is at work,
 * by a `urn:uuid:` of its own: each run puts its mark in the place of any other one when it begins and takes it away when
 * it ends well, so one that was killed leaves it to the next, and one that finds another run's, or none, has to end.
 */
export function draftsOf(baseIri: string): NamedNode {
  return rdf.namedNode(`${baseIri}stored/drafts`)
}
