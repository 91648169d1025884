/**
 * The dataset of a test: its documents, and the documents that its query names in FROM, which are there beforehand
 * (SPARQL 1.1 §13.2).
 */
import type { DatasetClause } from '../../src/query/algebra.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import type { TestCase } from './manifest.ts'
import { readDocument } from './rdf.ts'
import { type Library, published } from './suites.ts'

/**
 * The quads of a test.
 * @param clause the FROM clauses of its query, if it has any
 * @throws Error for a document that cannot be read
 */
export async function readDataset(library: Library, test: TestCase, clause?: DatasetClause): Promise<Quad[]> {
  const parts = [
    ...test.data.map((iri) => readDocument(library, iri)),
    ...test.graphs.map(({ name, document }) => readGraph(library, document, name)),
    ...fromClauses(clause).map((iri) => readGraph(library, iri, iri)),
  ]
  return (await Promise.all(parts)).flat()
}

async function readGraph(library: Library, document: string, name: string): Promise<Quad[]> {
  const graph = rdf.namedNode(name)
  const quads = await readDocument(library, document)
  return quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph) as Quad)
}

/** The documents of the suites that FROM and FROM NAMED name, each once. */
function fromClauses(dataset: DatasetClause | undefined): string[] {
  const iris = new Set([...(dataset?.defaultGraphs ?? []), ...(dataset?.namedGraphs ?? [])])
  return [...iris].filter((iri) => iri.startsWith(published))
}
