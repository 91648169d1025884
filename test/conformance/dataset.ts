/**
 * The dataset of a test: its documents, and the documents that its query names in FROM, which are there beforehand
 * (SPARQL 1.1 §13.2).
 */
import { type NamedNode, type Quad, rdf } from '../../src/rdf/environment.ts'
import type { TestCase } from './manifest.ts'
import { readDocument } from './rdf.ts'
import { type Library, published } from './suites.ts'

/**
 * The quads of a test.
 * @param operation the algebra of its query, if it has one
 * @throws Error for a document that cannot be read
 */
export async function readDataset(library: Library, test: TestCase, operation?: unknown): Promise<Quad[]> {
  const parts = [
    ...test.data.map((iri) => readDocument(library, iri)),
    ...test.graphs.map(({ name, document }) => readGraph(library, document, name)),
    ...fromClauses(operation).map((iri) => readGraph(library, iri, iri)),
  ]
  return (await Promise.all(parts)).flat()
}

async function readGraph(library: Library, document: string, name: string): Promise<Quad[]> {
  const graph = rdf.namedNode(name)
  const quads = await readDocument(library, document)
  return quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph) as Quad)
}

interface From {
  readonly type: string
  readonly input?: unknown
  readonly default?: readonly NamedNode[]
  readonly named?: readonly NamedNode[]
}

/** The documents of the suites that FROM and FROM NAMED name, each once. */
function fromClauses(operation: unknown): string[] {
  const iris = new Set<string>()
  for (let at = operation as From | undefined; at; at = at.input as From | undefined) {
    if (at.type !== 'from') continue
    for (const { value } of [...(at.default ?? []), ...(at.named ?? [])]) iris.add(value)
  }
  return [...iris].filter((iri) => iri.startsWith(published))
}
