/**
 * An engine of others in this process, Oxigraph, with the release of the graph that the project ships in it, beside
 * another one that nobody may see.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Store } from 'oxigraph'
import type { AskEngine, EngineAnswer } from '../../src/endpoint/ask.ts'
import { placeOf, registerOf } from '../../src/endpoint/release-place.ts'
import { contentOf } from '../../src/load/content.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { baseIri } from './dataset.ts'
import { described } from './release.ts'

export const release = placeOf(baseIri, described.version.name)
const store = new Store()

/** As `npm run load` writes it. */
function load(quads: readonly Quad[], at: typeof release): void {
  for (const { text, graph } of contentOf(buildSnapshot(quads), at)) write(`${text} <${graph}> .`)
}

function write(lines: string): void {
  store.load(lines, { format: 'application/n-quads', lenient: true })
}

load([...described.quads, ...described.description], release)
const strange = rdf.namedNode('http://other.example/thing')
load([rdf.quad(strange, strange, strange, strange) as Quad], placeOf(baseIri, '1900-01-01-0'))
const { graph: register, dataset } = registerOf(baseIri)
const { name, date } = described.version
const triples = buildSnapshot([...described.quads, ...described.description]).tripleCount
const { dcat, dcterms, void: voidNs, xsd } = prefixes
write(`<${dataset.value}> <${dcat}hasCurrentVersion> <${release.iri.value}> <${register.value}> .
<${release.iri.value}> <${dcat}version> "${name}" <${register.value}> .
<${release.iri.value}> <${dcterms}identifier> "described" <${register.value}> .
<${release.iri.value}> <${dcterms}issued> "${date}"^^<${xsd}date> <${register.value}> .
<${release.iri.value}> <${voidNs}triples> "${triples}"^^<${xsd}integer> <${register.value}> .
`)

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
      const document = answer(query)
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(document)
    } catch (error) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ds/sparql`, server }
}
