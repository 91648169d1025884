/**
 * An engine of others in this process, Oxigraph, with the release of the graph that the project ships in it, beside
 * another one that nobody may see.
 */
import { Store } from 'oxigraph'
import type { AskEngine } from '../../src/endpoint/ask.ts'
import { storedRelease } from '../../src/endpoint/stored-release.ts'
import { type NamedNode, type Quad, rdf } from '../../src/rdf/environment.ts'
import { dcterms, prefixes } from '../../src/rdf/namespaces.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { baseIri } from './dataset.ts'
import { described } from './release.ts'

export const release = storedRelease(baseIri, described.version.name)
const other = storedRelease(baseIri, '1900-01-01-0')
const store = new Store()

const statement = (subject: NamedNode, predicate: NamedNode, object: Quad['object'], graph: NamedNode) =>
  rdf.quad(subject, predicate, object as NamedNode, graph) as Quad

function* stored(quads: readonly Quad[], at: typeof release): Generator<Quad, void> {
  const name = rdf.namedNode(`${prefixes.sd}name`)
  for (const { subject, predicate, object, graph } of quads) {
    yield statement(subject as NamedNode, predicate as NamedNode, object, at.graph(graph.value))
    yield statement(subject as NamedNode, predicate as NamedNode, object, at.union)
    yield statement(at.graph(graph.value), name, graph as NamedNode, at.graphs)
    const thing = /^[^#]*(?=#)/.exec(subject.value)?.[0]
    if (thing) yield statement(rdf.namedNode(thing), dcterms.hasPart!, subject as NamedNode, at.parts)
  }
}

function load(quads: readonly Quad[], at: typeof release): void {
  const lines = new Set(Array.from(stored(quads, at), toNQuad))
  store.load([...lines].join(''), { format: 'application/n-quads', unchecked: true })
}

load([...described.quads, ...described.description], release)
const strange = rdf.namedNode('http://other.example/thing')
load([statement(strange, strange, strange, strange)], other)

/** What it was sent. */
export const sent: string[] = []

export const ask: AskEngine = async (query) => {
  sent.push(query)
  return [Buffer.from(store.query(query, { results_format: 'json' }) as string)] as unknown as AsyncIterable<Uint8Array>
}
