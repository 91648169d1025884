/**
 * One request to an endpoint and its answer (SPARQL 1.1 Protocol §2.1.2, query via POST with URL-encoded parameters,
 * the form that every server knows).
 */
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { RequestError } from '../../errors.ts'
import { answerTypes, type ServiceAnswer } from './answer.ts'
import { failed } from './failure.ts'

export interface ExchangeOptions {
  /** How a name becomes the address that is connected to. */
  readonly lookup: LookupFunction
  /** Ends the exchange wherever it is. */
  readonly signal: AbortSignal
}

/** Sends a query on a connection of its own, with nothing in it that says who asked. */
export function send(url: URL, query: string, { lookup, signal }: ExchangeOptions): Promise<IncomingMessage> {
  const body = new URLSearchParams({ query }).toString()
  const headers = {
    accept: answerTypes.join(', '),
    // What is compressed can be small on the way and huge when it has come.
    'accept-encoding': 'identity',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    // Public endpoints turn away clients that do not name themselves.
    'user-agent': 'commons-graph',
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, lookup, signal, agent: false }, resolve)
      .on('error', reject)
      // A switch of protocols closes the connection without an error; after an answer this says nothing new.
      .on('close', () => reject(new Error('closed without an answer')))
      .end(body)
  })
}

/**
 * Reads an answer to its end.
 * @throws RequestError `upstream-failed` for any status but 200, a type or coding that is not read here, and more than
 * `maxBytes`; an Error of the connection where it breaks off
 */
export async function receive(response: IncomingMessage, maxBytes: number): Promise<ServiceAnswer> {
  const { statusCode, headers } = response
  if (statusCode !== 200) throw failed(`answered with status ${statusCode}`)
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw failed('answered in a coding it was not asked for')
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const readable = answerTypes.includes(mediaType) && /^charset="?utf-?8"?$/.test(charset ?? 'charset=utf-8')
  if (!readable) throw failed('answered with something else than SPARQL results in JSON or XML')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new RequestError('query-too-large', {
        en: `The service that the query asks answered with more than ${maxBytes} bytes. Ask it for less.`,
        fr: `Le service que la requête interroge a répondu par plus de ${maxBytes} octets. Demandez-lui moins.`,
      })
    }
    chunks.push(chunk)
  }
  return { mediaType, bytes: Buffer.concat(chunks) }
}
