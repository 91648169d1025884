/**
 * Asks other SPARQL endpoints (SPARQL 1.1 Federated Query §2): those that are allowed, and none for long.
 */
import type { IncomingMessage } from 'node:http'
import type { Solutions } from '../../endpoint/results/solutions.ts'
import { inItsWords, RequestError } from '../../errors.ts'
import { AllowList } from './allow-list.ts'
import { readSolutions, type ServiceAnswer } from './answer.ts'
import { receive, send } from './exchange.ts'
import { failed } from './failure.ts'
import { type LookupAll, publicLookup } from './public-address.ts'

export interface ServiceOptions {
  /** The endpoints that may be asked, as `Config.serviceAllow` has them. */
  readonly allow: readonly string[]
  /** The most bytes of an answer. */
  readonly maxBytes?: number
  /** The most milliseconds of a call, however long the query may still take. */
  readonly timeoutMs?: number
  /** How names are looked up, before what they lead to is checked. */
  readonly lookup?: LookupAll
}

const maxRedirects = 3

/** Redirects after which a request may be sent as it was (RFC 9110 §15.4); 303 asks for a GET of something else. */
const redirects = [301, 302, 307, 308]

export class ServiceClient {
  readonly #allowed: AllowList
  readonly #maxBytes: number
  readonly #timeoutMs: number
  readonly #lookup: ReturnType<typeof publicLookup>

  constructor({ allow, maxBytes = 16 * 1024 * 1024, timeoutMs = 10_000, lookup }: ServiceOptions) {
    this.#allowed = new AllowList(allow)
    this.#maxBytes = maxBytes
    this.#timeoutMs = timeoutMs
    this.#lookup = publicLookup(lookup)
  }

  /**
   * The solutions of a SELECT query at an endpoint. Reading an answer that means harm can take seconds and a gigabyte: a
   * process that must not stop takes the bytes from `fetch` and has `readSolutions` read them in one that may.
   * @param signal ends the call, which then rejects with its reason
   * @throws RequestError `query-refused` for what is not allowed, which SILENT does not hide; `upstream-failed` for
   * what fails
   */
  async select(endpoint: string, query: string, signal: AbortSignal): Promise<Solutions> {
    return readSolutions(await this.fetch(endpoint, query, signal))
  }

  /** As `select`, but the document that the endpoint answers, unread. */
  async fetch(endpoint: string, query: string, signal: AbortSignal): Promise<ServiceAnswer> {
    signal.throwIfAborted()
    const url = this.address(endpoint)
    const deadline = AbortSignal.timeout(this.#timeoutMs)
    try {
      return await this.#ask(url, query, AbortSignal.any([signal, deadline]))
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof RequestError) throw error
      if (deadline.aborted) throw failed(`did not answer within ${this.#timeoutMs} ms`)
      throw failed(`cannot be reached or broke off (${(error as NodeJS.ErrnoException).code ?? 'no reason is known'})`)
    }
  }

  /** The address of an endpoint. @throws RequestError `query-refused` for one that is not allowed */
  address(endpoint: string): URL {
    const url = this.#allowed.find(endpoint)
    if (!url) throw refused(endpoint, 'it is not one of those that this server may ask')
    return url
  }

  async #ask(endpoint: URL, query: string, signal: AbortSignal): Promise<ServiceAnswer> {
    let url = endpoint
    for (let followed = 0; followed <= maxRedirects; followed++) {
      const response = await send(url, query, { lookup: this.#lookup, signal })
      try {
        if (!redirects.includes(response.statusCode!)) return await receive(response, this.#maxBytes)
        url = this.#redirected(response, url, endpoint)
      } finally {
        response.destroy()
      }
    }
    throw failed(`redirects more than ${maxRedirects} times`)
  }

  /** A redirect leads to what is on the list, or nowhere; the connection there is checked as every other. */
  #redirected({ headers: { location } }: IncomingMessage, from: URL, endpoint: URL): URL {
    const target = location === undefined ? null : URL.parse(location, from.href)
    if (!target) throw failed('redirects to nowhere')
    const allowed = this.#allowed.find(target.href)
    if (!allowed) throw refused(endpoint.href, 'it redirects to one that this server may not ask')
    return allowed
  }
}

function refused(endpoint: string, why: string): RequestError {
  return new RequestError(
    'query-refused',
    inItsWords(`SERVICE <${endpoint}> is not allowed here: ${why}.`, 'Ce SERVICE n’est pas permis ici'),
  )
}
