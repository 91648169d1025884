/**
 * The manifests of the suites, to tests (https://www.w3.org/2001/sw/DataAccess/tests/test-manifest#).
 */
import type { Term } from '../../src/rdf/environment.ts'
import { Facts, vocabulary } from './facts.ts'
import { readDocument } from './rdf.ts'
import { type Library, published, type SuiteName } from './suites.ts'

const { rdf: rdfTerm, rdfs, mf, qt, ut } = vocabulary

/** A named graph of a test's dataset: its name, and the document that states it. */
export interface GraphDocument {
  readonly name: string
  readonly document: string
}

/** One entry of a manifest. Documents are told by their published IRIs. */
export interface TestCase {
  readonly suite: SuiteName
  /** The folder of its manifest, below `sparql/`: `sparql11/aggregates`. */
  readonly group: string
  readonly iri: string
  readonly name: string
  /** The local name of its class: `QueryEvaluationTest`. */
  readonly type: string
  /** The query or update text. */
  readonly query?: string
  /** The documents of the default graph. */
  readonly data: readonly string[]
  readonly graphs: readonly GraphDocument[]
  /** The document with the expected result. */
  readonly result?: string
  /** `mf:LaxCardinality`: duplicates that the query asks to reduce may be there or not (SPARQL 1.1 §15.3.2). */
  readonly lax: boolean
  /** What its manifest says, and its node there, for what only one kind of test has. */
  readonly facts: Facts
  readonly node: Term
}

/** The manifests that together hold every test of a suite. */
const roots: Readonly<Record<SuiteName, readonly string[]>> = {
  sparql10: ['sparql10/manifest.ttl'],
  sparql11: ['sparql11/manifest-all.ttl', 'sparql11/http-rdf-update/manifest.ttl'],
  sparql12: ['sparql12/manifest.ttl'],
}

/**
 * Every test of a suite, in the order of its manifests.
 * @throws Error for a manifest that cannot be read or an entry that is described nowhere
 */
export async function readSuite(library: Library, suite: SuiteName): Promise<TestCase[]> {
  const tests: TestCase[] = []
  for (const root of roots[suite]) tests.push(...(await readManifest(library, suite, `${published}sparql/${root}`)))
  return tests
}

async function readManifest(library: Library, suite: SuiteName, iri: string): Promise<TestCase[]> {
  const facts = new Facts(await readDocument(library, iri))
  const tests: TestCase[] = []
  for (const manifest of facts.instances(mf('Manifest'))) {
    for (const included of facts.list(manifest, mf('include'))) {
      tests.push(...(await readManifest(library, suite, included.value)))
    }
    const group = iri.slice(`${published}sparql/`.length, iri.lastIndexOf('/'))
    tests.push(...facts.list(manifest, mf('entries')).map((node) => readEntry(facts, node, suite, group)))
  }
  return tests
}

function readEntry(facts: Facts, node: Term, suite: SuiteName, group: string): TestCase {
  const type = facts.text(node, rdfTerm('type'))
  if (!type) throw new Error(`${group}: the entry <${node.value}> is described nowhere`)
  const action = facts.one(node, mf('action'))
  const about = action?.termType === 'BlankNode' ? action : undefined
  const query = about
    ? (facts.text(about, qt('query')) ?? facts.text(about, ut('request')))
    : action?.termType === 'NamedNode'
      ? action.value
      : undefined
  const result = facts.one(node, mf('result'))
  return {
    suite,
    group,
    iri: node.value,
    name: facts.text(node, mf('name')) ?? node.value,
    type: type.replace(/^.*[#/]/, ''),
    ...(query !== undefined && { query }),
    data: about ? [qt('data'), ut('data')].flatMap((data) => facts.all(about, data).map(({ value }) => value)) : [],
    graphs: [about, node].flatMap((owner) => (owner ? readGraphs(facts, owner) : [])),
    ...(result?.termType === 'NamedNode' && { result: result.value }),
    lax: facts.text(node, mf('resultCardinality')) === mf('LaxCardinality').value,
    facts,
    node,
  }
}

/** A graph is its document, or a node that gives the document and, as its label, another name. */
function readGraphs(facts: Facts, owner: Term): GraphDocument[] {
  return [qt, ut].flatMap((terms) =>
    facts.all(owner, terms('graphData')).map((graph) => {
      if (graph.termType === 'NamedNode') return { name: graph.value, document: graph.value }
      const document = facts.text(graph, terms('graph'))
      if (!document) throw new Error(`a graph of ${owner.value} has no document`)
      return { name: facts.text(graph, rdfs('label')) ?? document, document }
    }),
  )
}
