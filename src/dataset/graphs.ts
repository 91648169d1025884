/**
 * The named graphs that are not passages of a source (model.md, "The one idea"), and the dataset that all graphs make.
 */
import { type NamedNode, rdf } from '../rdf/environment.ts'

export type GraphNames = Readonly<
  Record<'sources' | 'derived' | 'links' | 'editorial' | 'schemes' | 'dataset' | 'ontology', NamedNode>
>

/** Their IRIs under a base IRI, which ends in `/`. */
export function graphNames(baseIri: string): GraphNames {
  const graph = (name: keyof GraphNames): NamedNode => rdf.namedNode(`${baseIri}graph/${name}`)
  return {
    sources: graph('sources'),
    derived: graph('derived'),
    links: graph('links'),
    editorial: graph('editorial'),
    schemes: graph('schemes'),
    dataset: graph('dataset'),
    ontology: graph('ontology'),
  }
}

/** The IRI of the dataset as a whole, which the graph `dataset` describes. */
export function datasetIri(baseIri: string): string {
  return `${baseIri}dataset`
}
