/**
 * An engine of others as the place where releases lie: SPARQL 1.1 Protocol for queries and updates, the Graph Store
 * Protocol for statements by the thousand.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { nQuads, nTriples } from '../rdf/formats.ts'
import { parse } from '../rdf/parse.ts'
import type { Addresses } from './addresses.ts'
import { type Exchange, mediaTypeOf, type Outgoing, queryTo } from './exchange.ts'
import { EndpointError, saidBy } from './failure.ts'
import { cutShort, passes, type Quirks, quirksOf } from './quirks.ts'
import { readJsonSolutions } from './results/json.ts'
import type { Solutions } from './results/solutions.ts'
import { AnswerTerms } from './results/terms.ts'

const resultsJson = 'application/sparql-results+json'

/** How often something is written at most, where the engine says that it may succeed the next time. */
const mostTries = 8

/** How often an answer is asked for that is malformed. */
const mostReadings = 3

export class Engine {
  readonly addresses: Addresses
  /** How it differs from what the specifications say. */
  readonly quirks: Quirks
  readonly #exchange: Exchange

  private constructor(addresses: Addresses, exchange: Exchange, quirks: Quirks) {
    this.addresses = addresses
    this.#exchange = exchange
    this.quirks = quirks
  }

  /**
   * Asks the engine a question and finds out which one it is.
   * @throws EndpointError if nobody answers there, or what answers is no SPARQL endpoint
   */
  static async reach(addresses: Addresses, exchange: Exchange, signal: AbortSignal): Promise<Engine> {
    const { headers } = await ask(exchange, addresses.query, 'SELECT (1 AS ?one) {}', resultsJson, signal)
    return new Engine(addresses, exchange, quirksOf(headers))
  }

  /**
   * The solutions of a SELECT query, all of them.
   * @throws EndpointError also for an answer that the engine cut short
   */
  rows(query: string, signal: AbortSignal): Promise<Solutions['rows']> {
    return this.#read(query, resultsJson, signal, async (text) => readJsonSolutions(text, new AnswerTerms()).rows)
  }

  /**
   * The triples of a CONSTRUCT query. Virtuoso does not say that it has cut them short: ask for less than it may give.
   * @throws EndpointError as `rows`
   */
  triples(query: string, signal: AbortSignal): Promise<readonly Quad[]> {
    const { query: file } = this.addresses
    return this.#read(query, nTriples.mediaType, signal, async (text) =>
      (await parse(text, { baseIri: file, file, format: nTriples })).map(({ quad }) => quad),
    )
  }

  /** Does an update (SPARQL 1.1 Protocol §2.2.2). */
  async update(text: string, signal: AbortSignal): Promise<void> {
    await this.#write(
      'update',
      {
        url: this.addresses.update,
        contentType: 'application/sparql-update; charset=utf-8',
        body: text,
      },
      signal,
    )
  }

  /** Adds statements to a graph (Graph Store Protocol §5.5). @param lines N-Triples */
  async addTo(graph: NamedNode, lines: string, signal: AbortSignal): Promise<void> {
    await this.#write(
      'graphStore',
      {
        url: `${this.addresses.graphStore}?graph=${encodeURIComponent(graph.value)}`,
        contentType: `${nTriples.mediaType}; charset=utf-8`,
        body: lines,
      },
      signal,
    )
  }

  /** Adds statements to graphs, where `quirks.quadsAtOnce`. @param lines N-Quads */
  async addQuads(lines: string, signal: AbortSignal): Promise<void> {
    await this.#write(
      'graphStore',
      {
        url: this.addresses.graphStore,
        contentType: `${nQuads.mediaType}; charset=utf-8`,
        body: lines,
      },
      signal,
    )
  }

  async #read<T>(
    query: string,
    mediaType: string,
    signal: AbortSignal,
    reader: (text: string) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      const { headers, text } = await ask(this.#exchange, this.addresses.query, query, mediaType, signal)
      const cut = cutShort(headers)
      if (cut) throw new EndpointError(this.addresses.query, cut)
      try {
        return await reader(text)
      } catch (cause) {
        // Seen twice of Virtuoso 7.2.5 on a busy machine ("an IRI is not absolute"), and not in any later run: why is not
        // known. Whatever comes of it is compared as strictly.
        if (tries === mostReadings) {
          const how = `gave an answer that is broken off or malformed (${saidBy((cause as Error).message)})`
          throw new EndpointError(this.addresses.query, how, { cause })
        }
      }
    }
  }

  async #write(which: 'update' | 'graphStore', outgoing: Outgoing, signal: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#exchange.send(outgoing, signal)
        return
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error
        if (tries === mostTries || !passes(error)) throw this.#explained(which, error)
        // Not all at once again.
        await pause(Math.random() * 50 * 2 ** tries, undefined, { signal })
      }
    }
  }

  #explained(which: 'update' | 'graphStore', error: EndpointError): EndpointError {
    // Where nothing is: the address may be a wrong guess.
    if (error.status !== 404 && error.status !== 405) return error
    const name = which === 'update' ? 'SPARQL_UPDATE_ENDPOINT' : 'SPARQL_GRAPH_STORE'
    const how = `answered ${error.status}: if the engine does not write there, set ${name} to where it does`
    return new EndpointError(this.addresses[which], how, { status: error.status, cause: error })
  }
}

/** What the engine at an address answers a query with, as text of the media type that is asked for. */
async function ask(
  exchange: Exchange,
  url: string,
  query: string,
  mediaType: string,
  signal: AbortSignal,
): Promise<{ readonly headers: IncomingHttpHeaders; readonly text: string }> {
  const { response, body } = await exchange.send(queryTo(url, query, mediaType), signal)
  const { headers } = response
  const type = mediaTypeOf(response)
  if (type !== mediaType) {
    throw new EndpointError(
      url,
      `answers a query with ${saidBy(type) || 'nothing'} and not with ${mediaType}: is it a SPARQL endpoint?`,
    )
  }
  try {
    return { headers, text: new TextDecoder('utf-8', { fatal: true }).decode(body) }
  } catch (cause) {
    throw new EndpointError(url, 'gave an answer that is not UTF-8', { cause })
  }
}
