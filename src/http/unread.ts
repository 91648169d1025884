/**
 * Requests that never became one for the application: what they get is written to the socket itself.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyServerOptions } from 'fastify'
import type { ErrorCode } from '../errors.ts'

interface Refusal {
  readonly status: string
  readonly detail: string
  readonly code: ErrorCode
  /** Header fields of this refusal alone. */
  readonly headers?: readonly string[]
}

const unreadable: Refusal = {
  status: '400 Bad Request',
  detail: 'The request cannot be read.',
  code: 'parameter-invalid',
}

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    detail: 'The address or a header is too long; send a long query by POST.',
    code: 'payload-too-large',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    detail: 'The request did not come in time.',
    code: 'request-timeout',
  },
}

/** No method is known for the address of another server, so `Allow` names none (RFC 9110 §10.2.1). */
const noTunnel: Refusal = {
  status: '405 Method Not Allowed',
  detail: 'CONNECT is not known here: this is no proxy.',
  code: 'method-not-allowed',
  headers: ['allow: '],
}

/** How long a client may leave its side of a connection open that is closed on ours. */
const lingerMs = 2000

/** Answers what is no HTTP that could be read, is too long to be or too slow (RFC 9110 §15.5.1, §15.5.9, RFC 6585 §5). */
export const refuseUnread: NonNullable<FastifyServerOptions['clientErrorHandler']> = ({ code }, socket) => {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy()
  refuse(socket, refusals[code ?? ''] ?? unreadable)
}

/** Answers CONNECT (RFC 9110 §9.3.6), for which Node hands over the socket and would close it without a word. */
export function refuseTunnel(_request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  refuse(socket, noTunnel)
}

/**
 * Writes a problem document and closes the connection. What the client still sends is read for a while and thrown away:
 * a reset would take the answer from it (RFC 9112 §9.6).
 */
function refuse(socket: Duplex, { status, detail, code, headers = [] }: Refusal): void {
  const problem = { type: 'about:blank', title: status.slice(4), status: Number(status.slice(0, 3)), detail, code }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'access-control-allow-origin: *',
    'connection: close',
    ...headers,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.resume()
  const linger = setTimeout(() => socket.destroy(), lingerMs)
  socket.once('close', () => clearTimeout(linger))
}
