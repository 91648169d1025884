/**
 * An engine of others in this process, Oxigraph, with the release of the graph that the project ships in it, beside
 * another one that nobody may see.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Store } from 'oxigraph'
import type { AskEngine, EngineAnswer } from '../../src/endpoint/ask.ts'
import { registerOf, storedRelease } from '../../src/endpoint/stored-release.ts'
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
  for (const [name, of] of Map.groupBy(quads, ({ graph }) => graph.value)) {
    const triples = rdf.literal(String(of.length), rdf.namedNode(`${prefixes.xsd}integer`))
    store.load(toNQuad(statement(at.graph(name), rdf.namedNode(`${prefixes.void}triples`), triples, at.graphs)), {
      format: 'application/n-quads',
    })
  }
  const lines = new Set(Array.from(stored(quads, at), toNQuad))
  store.load([...lines].join(''), { format: 'application/n-quads', lenient: true })
}

load([...described.quads, ...described.description], release)
const { graph: register, dataset: whole } = registerOf(baseIri)
const registered = [
  statement(whole, rdf.namedNode(`${prefixes.dcat}hasCurrentVersion`), release.iri, register),
  statement(release.iri, rdf.namedNode(`${prefixes.dcat}version`), rdf.literal(described.version.name), register),
  statement(release.iri, dcterms.issued!, rdf.literal(described.version.date), register),
]
store.load(registered.map(toNQuad).join(''), { format: 'application/n-quads' })
const strange = rdf.namedNode('http://other.example/thing')
load([statement(strange, strange, strange, strange)], other)

/** What it was sent. */
export const sent: string[] = []

export const ask: AskEngine = async (query) => {
  sent.push(query)
  return [Buffer.from(answer(query))] as unknown as EngineAnswer
}

export function answer(query: string): string {
  return store.query(query, { results_format: 'json' }) as string
}

/** The same engine over HTTP. @returns where it takes queries */
export async function listen(): Promise<{ readonly endpoint: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query')!
    try {
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(answer(query))
    } catch (error) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ds/sparql`, server }
}
