/**
 * Servers on loopback that play the endpoint of a SERVICE, for the better or the worse.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterAll } from 'vitest'

export const json = 'application/sparql-results+json'
export const xml = 'application/sparql-results+xml'

export interface Endpoint {
  readonly url: string
  readonly port: number
  /** Connections so far. */
  connections(): number
  /** What was asked last. */
  readonly asked: { readonly request: IncomingMessage; readonly query: string | null }[]
}

export async function endpoint(answer: RequestListener, host = '127.0.0.1'): Promise<Endpoint> {
  const asked: Endpoint['asked'] = []
  const server = createServer(async (request, response) => {
    asked.push({ request, query: new URLSearchParams(await readText(request)).get('query') })
    answer(request, response)
  })
  let connections = 0
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://${host}:${port}/sparql`, port, connections: () => connections, asked }
}

/** Answers with a document, whole. */
export const answers =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': json, ...headers }).end(body)
  }

/** An address where every connection is answered with the same bytes, whatever is asked. */
export async function bytesAt(talk: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => talk(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`
}

export function results(bindings: readonly unknown[], vars: readonly string[] = ['x']): string {
  return JSON.stringify({ head: { vars }, results: { bindings } })
}
