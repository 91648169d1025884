/** One client for every endpoint: it keeps its connection and asks by POST. */
import { Agent, request } from 'node:http'
import type { QueryForm } from '../../src/query/algebra.ts'
import { isGraphForm } from './engines/engine.ts'
import type { Contestant, Reply } from './race.ts'

/** What takes longer is a fault. */
const patienceMs = 120_000

/** @param rephrase how a query is put to this endpoint, where that is not as it stands */
export function httpContestant(
  name: string,
  endpoint: string,
  rephrase: (text: string, form: QueryForm) => string = (text) => text,
): Contestant {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return { name, ask: (text, { form }) => post(endpoint, rephrase(text, form), form, agent) }
}

/** @throws Error with the status and the beginning of what is no answer */
export function post(endpoint: string, query: string, form: QueryForm, agent: Agent): Promise<Reply> {
  const { body, headers } = formOf(query, form)
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const started = performance.now()
  const sent = request(endpoint, { method: 'POST', agent, headers, timeout: patienceMs }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk) => chunks.push(chunk))
    response.once('error', reject)
    response.once('end', () => {
      const ms = performance.now() - started
      const text = Buffer.concat(chunks).toString()
      if (response.statusCode === 200) resolve({ ms, text })
      else reject(new Error(`status ${response.statusCode}: ${text.slice(0, 300)}`))
    })
  })
  sent.once('error', (error: NodeJS.ErrnoException) => {
    // The server may end an idle connection in the moment in which it is used again (RFC 9112 §9.5).
    const ended = sent.reusedSocket && (error.code === 'EPIPE' || error.code === 'ECONNRESET')
    if (ended) resolve(post(endpoint, query, form, agent))
    else reject(error)
  })
  sent.once('timeout', () => sent.destroy(new Error(`no answer within ${patienceMs / 1000} s`)))
  sent.end(body)
  return promise
}

/** A query as every endpoint takes it (SPARQL 1.1 Protocol §2.1.2). */
export function formOf(query: string, form: QueryForm) {
  const body = new URLSearchParams({ query }).toString()
  const headers = {
    accept: isGraphForm(form) ? 'application/n-triples' : 'application/sparql-results+json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  }
  return { body, headers }
}
