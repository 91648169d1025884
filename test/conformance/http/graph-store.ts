/**
 * SPARQL 1.1 Graph Store HTTP Protocol against `/graphs` (https://www.w3.org/TR/sparql11-http-rdf-update/). Requests that
 * write are made by the runner on the dataset that it has handed over, so that the requests that read are tested; a test
 * that writes is skipped all the same, and fails where its reading fails.
 */
import { type Quad, rdf } from '../../../src/rdf/environment.ts'
import { turtle } from '../../../src/rdf/formats.ts'
import type { TestCase } from '../manifest.ts'
import { failed, type Outcome, passed, skipped } from '../outcome.ts'
import { readRdf } from '../rdf.ts'
import type { Application } from './application.ts'
import { check } from './check.ts'
import { type Request, readRequests } from './connection.ts'
import { readDescribedRequest } from './described-request.ts'

/** Runs the requests of one test in order. */
export async function runGraphStore(application: Application, test: TestCase): Promise<Outcome> {
  const requests =
    test.group === 'sparql11/http-rdf-update' ? afterOthers(readDescribedRequest(test)) : readRequests(test)
  await application.load([])
  const store = new GraphStore(application)
  for (const [index, request] of requests.entries()) {
    if (!requests.slice(index).some(reads)) break
    if (!reads(request)) {
      if (!(await store.write(request))) break
      continue
    }
    const wrong = await check(application, store.address(request), request)
    if (wrong) return failed(`${request.method} ${request.path}: ${wrong}`)
  }
  return requests.some((request) => !reads(request) && request.expected.statuses.length)
    ? skipped('graph store write')
    : passed
}

/**
 * A test of the older suite starts with what the ones before it have left: the graph that it expects to read. That is
 * written first, as no part of the test.
 */
function afterOthers(request: Request): Request[] {
  if (!reads(request) || !request.expected.statuses.includes('200')) return [request]
  const body = Buffer.from(request.expected.body ?? '<http://www.example/s> <http://www.example/p> 1 .')
  return [{ ...request, method: 'PUT', headers: {}, body, expected: { statuses: [] } }, request]
}

function reads({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** The graphs of one test, as its writing requests leave them. */
class GraphStore {
  readonly #application: Application
  readonly #graphs = new Map<string, Quad[]>()

  constructor(application: Application) {
    this.#application = application
  }

  /** Where a request goes: `/gsp` stands for `/graphs`, and the manifest's host for ours where it is the endpoint's. */
  address({ path }: Request): string {
    return this.#application.publicUrl + path.replace(/^\/gsp/, 'graphs')
  }

  /** Does what a request that writes asks for. False for the forms that this does not know: multipart, and no graph named. */
  async write(request: Request): Promise<boolean> {
    const name = this.#graphOf(request)
    const { method, headers, body } = request
    if (name === undefined || headers['content-type']?.startsWith('multipart/')) return false
    const stated = method === 'DELETE' ? [] : await this.#read(name, body!.toString())
    if (method === 'DELETE') this.#graphs.delete(name)
    else this.#graphs.set(name, method === 'POST' ? [...(this.#graphs.get(name) ?? []), ...stated] : stated)
    await this.#application.load([...this.#graphs.values()].flat())
    return true
  }

  /** The graph that a request names: by `graph`, by `default` (empty), or directly, by its own address (§4.1). */
  #graphOf(request: Request): string | undefined {
    const url = new URL(this.address(request))
    if (url.searchParams.has('default')) return ''
    return url.searchParams.get('graph') ?? (url.pathname.startsWith('/graphs/') ? url.href : undefined)
  }

  async #read(name: string, text: string): Promise<Quad[]> {
    const graph = name ? rdf.namedNode(name) : rdf.defaultGraph()
    const quads = await readRdf(text, turtle, name || this.#application.publicUrl)
    return quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object, graph) as Quad)
  }
}
