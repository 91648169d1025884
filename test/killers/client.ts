/**
 * Clients from addresses of their own: one that asks and reads, and those that behave badly.
 */
import { readFile } from 'node:fs/promises'
import { type Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Behaviour, canary, type Killer, type Outcome, type Twin } from './corpus.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface Ended {
  readonly outcome: Outcome | string
  /** From the request's first byte to its end as the client sees it. */
  readonly ms: number
}

const formType = 'application/x-www-form-urlencoded'

interface Options {
  readonly port: number
  /** The address that the request comes from. */
  readonly from: string
  readonly accept?: string
  readonly agent?: Agent
}

/** @throws where the connection breaks before the answer is whole */
export async function ask(query: string, options: Options): Promise<Answer> {
  const response = await post(query, options)
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { status: response.statusCode!, body }
}

export async function get(path: string, { port, from, agent }: Options): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, localAddress: from, agent: agent ?? false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode!))
      response.once('error', reject)
    })
      .once('error', reject)
      .end()
  })
}

/** Lets a killer go, and waits for its end. */
export async function meet(
  { query, accept, behaviour }: Killer,
  options: Options & { deadlineMs: number; canaryAt: string },
): Promise<Ended> {
  const started = performance.now()
  const asked = { ...options, ...(accept && { accept }) }
  const text = query.replaceAll(canary, options.canaryAt)
  const outcome = await (behaviour ? behave(behaviour, text, asked) : plainly(text, asked)).catch(
    (error: NodeJS.ErrnoException): Outcome => {
      // A connection that was never there is no reset.
      if (error.code === 'ECONNREFUSED') throw error
      return 'reset'
    },
  )
  return { outcome, ms: performance.now() - started }
}

async function plainly(query: string, options: Options): Promise<string> {
  const response = await post(query, options)
  if (response.statusCode === 200) {
    for await (const _ of response);
    return 'answered'
  }
  return codeOf(response)
}

async function codeOf(response: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  try {
    return JSON.parse(body).code
  } catch {
    return `status ${response.statusCode}`
  }
}

async function behave(behaviour: Behaviour, query: string, options: Options & { deadlineMs: number }): Promise<string> {
  if (behaviour === 'sends-half') return sendHalf(query, options)
  const gone = new AbortController()
  if (behaviour === 'vanishes') setTimeout(() => gone.abort(), 100)
  const response = await post(query, options, gone.signal)
  if (response.statusCode !== 200) return codeOf(response)
  if (behaviour === 'vanishes-midway') {
    response.once('data', () => gone.abort())
    for await (const _ of response);
    return 'answered'
  }
  const { localPort } = response.socket
  const reading = setInterval(() => behaviour === 'reads-slowly' && response.read(1), 1000)
  response.on('readable', () => {})
  response.on('error', () => {})
  // The client that does not read does not see the end either: the kernel's table of connections does.
  const limit = performance.now() + 3 * options.deadlineMs
  while ((await isOpen(options.port, localPort!)) && performance.now() < limit) await pause(20)
  clearInterval(reading)
  const endedAt = performance.now()
  if (endedAt >= limit) {
    response.destroy()
    return 'left open'
  }
  // What is still on its way must not look whole.
  response.removeAllListeners('readable').resume()
  await new Promise((resolve) => response.once('close', resolve))
  return response.complete ? 'answered' : 'reset'
}

async function sendHalf(query: string, { port, from, deadlineMs }: Options & { deadlineMs: number }): Promise<string> {
  const body = new URLSearchParams({ query }).toString()
  const headers = { 'content-type': formType, 'content-length': body.length }
  const sent = request({
    host: '127.0.0.1',
    port,
    path: '/sparql',
    method: 'POST',
    localAddress: from,
    agent: false,
    headers,
  })
  const broken = new Promise<string>((resolve) => sent.once('error', () => resolve('reset')))
  sent.write(body.slice(0, body.length / 2))
  await pause(deadlineMs - 100)
  sent.destroy()
  return broken
}

/** Whether the server holds the connection to a client's port open (Linux: `/proc/net/tcp`, state 01). */
async function isOpen(serverPort: number, clientPort: number): Promise<boolean> {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0')
  const table = await readFile('/proc/net/tcp', 'utf8')
  return new RegExp(`:${hex(serverPort)} [0-9A-F]{8}:${hex(clientPort)} 01 `).test(table)
}

function post(
  query: string,
  { port, from, accept = '*/*', agent }: Options,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const body = new URLSearchParams({ query }).toString()
  const headers = { accept, 'content-type': formType, 'content-length': body.length }
  const options = {
    host: '127.0.0.1',
    port,
    path: '/sparql',
    method: 'POST',
    localAddress: from,
    agent: agent ?? false,
  }
  return new Promise((resolve, reject) => {
    request({ ...options, headers, ...(signal && { signal }) }, resolve)
      .on('error', reject)
      .end(body)
  })
}

/** What a server says to a twin, in the form in which the corpus writes its answer. */
export async function askTwin({ query, answer, ordered }: Twin, options: Options): Promise<Twin['answer'] | string> {
  const isGraph = Array.isArray(answer) && typeof answer[0] === 'string'
  const accept = isGraph ? 'application/n-triples' : 'application/sparql-results+json'
  const { status, body } = await ask(query, { ...options, accept })
  if (status !== 200) return `${status} ${body}`
  if (isGraph) return body.trim().split('\n').sort()
  const { head, results, boolean } = JSON.parse(body)
  if (boolean !== undefined) return boolean
  const rows: string[][] = results.bindings.map((row: Record<string, { value: string }>) =>
    head.vars.map((name: string) => row[name]?.value ?? ''),
  )
  return ordered ? rows : sorted(rows)
}

export function expected({ answer, ordered }: Twin): Twin['answer'] {
  if (typeof answer === 'boolean' || ordered) return answer
  return typeof answer[0] === 'string' ? [...(answer as string[])].sort() : sorted(answer as string[][])
}

function sorted(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => [...row]).sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1))
}
