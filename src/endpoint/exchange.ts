/**
 * Requests to an engine on connections that are kept, with a password where it asks for one.
 */
import { type IncomingMessage, Agent as PlainAgent, request as requestHttp } from 'node:http'
import { request as requestHttps, Agent as TlsAgent } from 'node:https'
import { challengeIn } from './challenge.ts'
import { Credentials, type Login } from './credentials.ts'
import { detailOf, EndpointError, problemType, saidBy } from './failure.ts'

/** What is posted: all that engines are asked. */
export interface Outgoing {
  readonly url: string
  readonly accept?: string
  /** With its `charset`. */
  readonly contentType?: string
  readonly body?: string
}

/** A query via POST with URL-encoded parameters (SPARQL 1.1 Protocol §2.1.2), the form that every engine knows. */
export function queryTo(url: string, query: string, accept: string): Outgoing {
  const contentType = 'application/x-www-form-urlencoded; charset=utf-8'
  return { url, accept, contentType, body: new URLSearchParams({ query }).toString() }
}

/** The media type of an answer without its parameters, in lower case; empty where it has none. */
export function mediaTypeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').replace(/\s*;.*$/s, '').toLowerCase()
}

export interface ExchangeOptions {
  /** Who we are; `user` empty for nobody. */
  readonly login: Login
  /** Connections at most; further requests wait. */
  readonly connections: number
  /** Milliseconds without a byte after which an engine is given up. */
  readonly silenceMs: number
}

/** The longest body that is sent without knowing whether it is let in. */
const mostUnasked = 16_384

/** The most bytes of an answer that is read as a whole. */
const mostBytes = 256 * 1024 * 1024

export class Exchange implements Disposable {
  readonly #login: Login
  readonly #silenceMs: number
  readonly #agents: { readonly 'http:': PlainAgent; readonly 'https:': TlsAgent }
  /** What an address has asked for. */
  readonly #credentials = new Map<string, Credentials>()

  constructor({ login, connections, silenceMs }: ExchangeOptions) {
    this.#login = login
    this.#silenceMs = silenceMs
    const options = { keepAlive: true, maxSockets: connections }
    this.#agents = { 'http:': new PlainAgent(options), 'https:': new TlsAgent(options) }
  }

  /**
   * The answer, its status 2xx and its body unread.
   * @param signal ends the exchange, which then rejects with its reason
   * @throws EndpointError for an engine that is not there, does not let us in, or answers with another status
   */
  async open(outgoing: Outgoing, signal: AbortSignal): Promise<IncomingMessage> {
    const response = await this.#withPassword(outgoing, signal)
    const status = response.statusCode!
    if (status >= 200 && status < 300) return response
    const text = (await this.#read(response, outgoing, signal, 20_000)).toString()
    const said = saidBy(mediaTypeOf(response) === problemType ? detailOf(text) : text)
    throw new EndpointError(outgoing.url, refusal(status, said, this.#login.user), { status })
  }

  /** As `open`, with the body read to its end. */
  async send(outgoing: Outgoing, signal: AbortSignal): Promise<{ readonly response: IncomingMessage; body: Buffer }> {
    const response = await this.open(outgoing, signal)
    return { response, body: await this.#read(response, outgoing, signal, mostBytes) }
  }

  [Symbol.dispose](): void {
    for (const agent of Object.values(this.#agents)) agent.destroy()
  }

  async #withPassword(outgoing: Outgoing, signal: AbortSignal): Promise<IncomingMessage> {
    const place = placeOf(outgoing)
    const isLong = this.#login.user !== '' && (outgoing.body?.length ?? 0) > mostUnasked
    if (isLong && !this.#credentials.has(place)) await this.#learn(outgoing, signal)
    const used = this.#credentials.get(place)
    const response = await this.#once(outgoing, used, signal).catch(async (error) => {
      if (!isLong || !isBroken(error)) throw error
      await this.#learn(outgoing, signal)
      return this.#once(outgoing, this.#credentials.get(place), signal)
    })
    if (response.statusCode !== 401 || !this.#login.user) return response
    const challenge = challengeIn(response.headers['www-authenticate'] ?? '')
    // Basic has nothing new to ask for.
    if (!challenge || (used && challenge.scheme === 'basic')) return response
    response.resume()
    const credentials = new Credentials(challenge, this.#login)
    const again = await this.#once(outgoing, credentials, signal)
    if (again.statusCode !== 401) this.#credentials.set(place, credentials)
    return again
  }

  /**
   * Sends a request without its body, to hear what is asked for: engines close the connection on a long one that they do
   * not let in, and also where a nonce has become too old. Nothing is added by that.
   */
  async #learn(outgoing: Outgoing, signal: AbortSignal): Promise<void> {
    const response = await this.#once({ ...outgoing, body: '' }, undefined, signal)
    const challenge = response.statusCode === 401 && challengeIn(response.headers['www-authenticate'] ?? '')
    response.resume()
    if (challenge) this.#credentials.set(placeOf(outgoing), new Credentials(challenge, this.#login))
  }

  #once(outgoing: Outgoing, credentials: Credentials | undefined, signal: AbortSignal): Promise<IncomingMessage> {
    const { accept, contentType, body } = outgoing
    const url = new URL(outgoing.url)
    const authorization = credentials?.header('POST', url.pathname + url.search)
    const headers = {
      'user-agent': 'commons-graph',
      ...(accept === undefined ? {} : { accept }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      'content-length': Buffer.byteLength(body ?? ''),
      ...(authorization === undefined ? {} : { authorization }),
    }
    const secure = url.protocol === 'https:'
    const agent = this.#agents[secure ? 'https:' : 'http:']
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    let isAnswered = false
    const request = (secure ? requestHttps : requestHttp)(
      url,
      { method: 'POST', headers, agent, signal },
      (response) => {
        isAnswered = true
        resolve(response)
      },
    )
    const silence = Object.assign(new Error(`silent for ${this.#silenceMs} ms`), { code: 'ETIMEDOUT' })
    request.setTimeout(this.#silenceMs, () => request.destroy(silence))
    request.on('error', (error: NodeJS.ErrnoException) => {
      // What breaks off later is told to whoever reads the answer.
      if (isAnswered) return
      // A kept connection that the engine closes while we write on it. All that is asked here may be asked twice.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(this.#once(outgoing, credentials, signal))
      else reject(this.#broken(outgoing, error, signal))
    })
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new EndpointError(outgoing.url, 'asked for another protocol'))
    })
    // After an answer this says nothing new.
    request.on('close', () => {
      if (!request.reusedSocket) reject(new EndpointError(outgoing.url, 'closed the connection without an answer'))
    })
    request.end(body)
    return promise
  }

  async #read(response: IncomingMessage, { url }: Outgoing, signal: AbortSignal, most: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    let bytes = 0
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (bytes > most) {
          // Of what only explains a status, the beginning will do.
          if (most < mostBytes) break
          throw new EndpointError(url, `answered with more than ${most} bytes`)
        }
        chunks.push(chunk)
      }
    } catch (error) {
      throw error instanceof EndpointError ? error : this.#broken({ url }, error as Error, signal)
    }
    return Buffer.concat(chunks)
  }

  #broken({ url }: { readonly url: string }, error: Error, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason
    const { code = 'ETIMEDOUT', message } = error as NodeJS.ErrnoException
    const reason = code === 'ETIMEDOUT' ? message : code
    return new EndpointError(url, `cannot be reached or broke off (${reason})`, { cause: error })
  }
}

/** Engines have nonces for an address each. */
function placeOf({ url }: Outgoing): string {
  return url.replace(/\?.*$/s, '')
}

function isBroken(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
  return code === 'EPIPE' || code === 'ECONNRESET'
}

function refusal(status: number, said: string, user: string): string {
  const words = said && `: ${said}`
  if (status === 401 && !user) return `asks who is there (401): set SPARQL_USER and SPARQL_PASSWORD${words}`
  if (status === 401) return `does not take SPARQL_USER and SPARQL_PASSWORD (401)${words}`
  if (status === 403) return `does not allow that (403)${words}`
  return `answered ${status}${words}`
}
